// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.access;

import dev.hallway.ingest.github.AppKey;
import dev.hallway.ingest.github.Token;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One way of being known to GitHub. */
public sealed interface Identity {

    /** Nobody: public repositories only, and few requests an hour. */
    record Anonymous() implements Identity {}

    /**
     * A token that stays the same: a personal one, or the GITHUB_TOKEN of GitHub Actions.
     *
     * @param owner whose repositories it is for, in lower case; empty for all that have none of their own
     */
    record WithToken(Token token, Optional<String> owner) implements Identity {

        /** Takes the owner in any case. */
        public WithToken {
            owner = owner.map(name -> name.toLowerCase(Locale.ROOT));
        }
    }

    /**
     * A GitHub App, which has an installation, with a quota of its own, for each owner.
     *
     * @param id id or client id of the App
     * @param installation id of the only installation to use; empty to find it by the repositories' owners
     */
    record App(String id, AppKey key, Optional<String> installation) implements Identity {

        private static final Pattern ID = Pattern.compile("[A-Za-z0-9.]{1,50}");
        private static final Pattern INSTALLATION = Pattern.compile("[0-9]{1,18}");

        /** Checks both ids. */
        public App {
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException("Not the id of a GitHub App: '" + id
                        + "'; HALLWAY_GITHUB_APP_ID is the App ID or the client ID from the App's settings.");
            }
            installation
                    .filter(number -> !INSTALLATION.matcher(number).matches())
                    .ifPresent(wrong -> {
                        throw new IllegalArgumentException(
                                "Not the id of an installation: '" + wrong
                                        + "'; HALLWAY_GITHUB_APP_INSTALLATION is the number at the end of its settings' address.");
                    });
        }
    }
}
