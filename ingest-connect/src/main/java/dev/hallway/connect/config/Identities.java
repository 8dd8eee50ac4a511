// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect.config;

import dev.hallway.ingest.access.Identity;
import dev.hallway.ingest.github.AppKey;
import dev.hallway.ingest.github.AppPlaces;
import dev.hallway.ingest.github.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigException;

/** The identities in the configuration. */
final class Identities {

    private static final AppPlaces PLACES =
            new AppPlaces(GitHubSourceConfig.APP_ID, GitHubSourceConfig.APP_KEY, GitHubSourceConfig.APP_INSTALLATION);

    private Identities() {}

    /**
     * At least one; without a token, the anonymous one.
     *
     * @throws ConfigException if the properties contradict each other
     */
    static List<Identity> of(AbstractConfig config) {
        String id = config.getString(GitHubSourceConfig.APP_ID);
        String key = config.getPassword(GitHubSourceConfig.APP_KEY).value();
        String installation = config.getString(GitHubSourceConfig.APP_INSTALLATION);
        List<Identity> tokens =
                tokens(config.getPassword(GitHubSourceConfig.TOKENS).value());
        contradiction(id, key, installation, !tokens.isEmpty()).ifPresent(sentence -> {
            throw new ConfigException(sentence);
        });
        if (!id.isEmpty()) {
            return List.of(new Identity.App(
                    id, key(key), Optional.of(installation).filter(number -> !number.isEmpty()), PLACES));
        }
        return tokens.isEmpty() ? List.of(new Identity.Anonymous(GitHubSourceConfig.TOKENS)) : tokens;
    }

    /** What is wrong with properties that are each valid on their own. */
    static Optional<String> contradiction(String id, String key, String installation, boolean withTokens) {
        if (id.isEmpty() != key.isEmpty()) {
            return Optional.of((id.isEmpty() ? PLACES.key() : PLACES.id()) + " is set, but "
                    + (id.isEmpty() ? PLACES.id() : PLACES.key()) + " is not: a GitHub App needs both.");
        }
        if (id.isEmpty() && !installation.isEmpty()) {
            return Optional.of(PLACES.installation() + " is set, but " + PLACES.id()
                    + " is not: only a GitHub App has installations.");
        }
        return !id.isEmpty() && withTokens
                ? Optional.of(PLACES.id() + " is set, and " + GitHubSourceConfig.TOKENS
                        + " too: remove one of them, so that it is clear who asks GitHub.")
                : Optional.empty();
    }

    /** Comma-separated tokens, without duplicates. */
    static List<Identity> tokens(String configured) {
        List<String> distinct = Arrays.stream(configured.split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
        List<Identity> tokens = new ArrayList<>();
        for (String token : distinct) {
            String which = distinct.size() == 1 ? "" : " (the one at place " + (tokens.size() + 1) + ")";
            tokens.add(new Identity.WithToken(new Token(token), Optional.empty(), GitHubSourceConfig.TOKENS + which));
        }
        return tokens;
    }

    static AppKey key(String pem) {
        return AppKey.ofPem(pem, PLACES.key());
    }

    static void requireId(String id) {
        Identity.App.requireId(id, PLACES);
    }

    static void requireInstallation(String installation) {
        Identity.App.requireInstallation(installation, PLACES);
    }
}
