// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.access;

import dev.hallway.ingest.github.AppKey;
import dev.hallway.ingest.github.AppPlaces;
import dev.hallway.ingest.github.Token;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One way of authenticating to GitHub. */
public sealed interface Identity {

    /** Where a token is expected by default. */
    String USUAL_PLACE = "GITHUB_TOKEN";

    /** Who it is, in words that follow "GitHub refused"; no secret. */
    String name();

    /** Why a repository that may exist is not shown, in words that follow "does not exist, or". */
    String ifUnseen();

    /** What to do if GitHub answers 401. */
    String ifRefused();

    /** Whether requests are authenticated. */
    default boolean authenticated() {
        return true;
    }

    /**
     * Without a token: public repositories only, and few requests an hour.
     *
     * @param place where a token would be configured
     */
    record Anonymous(String place) implements Identity {

        /** Anonymous, because the usual token is missing. */
        public Anonymous() {
            this(USUAL_PLACE);
        }

        @Override
        public String name() {
            return "a request without a token";
        }

        @Override
        public String ifUnseen() {
            return "is private: set " + place + " to a token that may see it";
        }

        @Override
        public String ifRefused() {
            return "set " + place + " to a valid token";
        }

        @Override
        public boolean authenticated() {
            return false;
        }
    }

    /**
     * A token that stays the same: a personal one, or the GITHUB_TOKEN of GitHub Actions.
     *
     * @param owner whose repositories it is for, in lower case; empty for all owners without a token of their own
     * @param place where it is configured
     */
    record WithToken(Token token, Optional<String> owner, String place) implements Identity {

        /** Lowers the case of the owner. */
        public WithToken {
            owner = owner.map(name -> name.toLowerCase(Locale.ROOT));
        }

        @Override
        public String name() {
            return "the token " + owner.map(whose -> "of " + whose + " ").orElse("") + "in " + place;
        }

        @Override
        public String ifUnseen() {
            return name() + " may not see it";
        }

        @Override
        public String ifRefused() {
            return "put a valid one there";
        }
    }

    /**
     * A GitHub App, which has an installation, with a quota of its own, for each owner.
     *
     * @param id id or client id of the App
     * @param installation id of the only installation to use; empty to find it by the repositories' owners
     * @param places where its parts are configured
     */
    record App(String id, AppKey key, Optional<String> installation, AppPlaces places) implements Identity {

        private static final Pattern ID = Pattern.compile("[A-Za-z0-9.]{1,50}");
        private static final Pattern INSTALLATION = Pattern.compile("[0-9]{1,18}");

        /** Checks both ids. */
        public App {
            requireId(id, places);
            installation.ifPresent(number -> requireInstallation(number, places));
        }

        /** Refuses a value that cannot be the id of an App. */
        public static void requireId(String id, AppPlaces places) {
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException("Not the id of a GitHub App: '" + id + "'; " + places.id()
                        + " is the App ID or the client ID from the App's settings.");
            }
        }

        /** Refuses a value that cannot be the id of an installation. */
        public static void requireInstallation(String installation, AppPlaces places) {
            if (!INSTALLATION.matcher(installation).matches()) {
                throw new IllegalArgumentException("Not the id of an installation: '" + installation + "'; "
                        + places.installation() + " is the number at the end of its settings' address.");
            }
        }

        @Override
        public String name() {
            return "GitHub App " + id;
        }

        @Override
        public String ifUnseen() {
            return name() + " may not see it: let its installation include the repository";
        }

        @Override
        public String ifRefused() {
            return "look in its settings whether the installation is suspended";
        }
    }
}
