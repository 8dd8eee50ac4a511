// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.access;

import dev.hallway.ingest.github.AppKey;
import dev.hallway.ingest.github.AppPlaces;
import dev.hallway.ingest.github.QuotaReserve;
import dev.hallway.ingest.github.Token;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the credentials for GitHub from environment variables; secrets do not belong in arguments, which every user of
 * the machine can list.
 */
public final class EnvironmentAccess {

    private static final String TOKEN = Identity.USUAL_PLACE;
    private static final String TOKENS = "HALLWAY_GITHUB_TOKENS";
    private static final AppPlaces APP = AppPlaces.ENVIRONMENT;
    private static final Pattern OWNED = Pattern.compile("([A-Za-z0-9_-]{1,100})=(.*)");

    private EnvironmentAccess() {}

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if variables contradict each other or hold invalid values
     */
    public static Access read(Map<String, String> environment, QuotaReserve reserve) {
        List<Identity> tokens = new ArrayList<>();
        value(environment, TOKEN)
                .ifPresent(token -> tokens.add(new Identity.WithToken(new Token(token), Optional.empty(), TOKEN)));
        int number = 0;
        for (String entry : value(environment, TOKENS).orElse("").split(",", -1)) {
            number++;
            if (!entry.isBlank()) {
                tokens.add(owned(entry.strip(), number));
            }
        }
        Optional<Identity> app = app(environment);
        if (app.isPresent() && !tokens.isEmpty()) {
            throw new IllegalArgumentException(APP.id() + " is set, and " + TOKEN + " or " + TOKENS
                    + " too: unset one of them, so that it is clear who asks GitHub.");
        }
        return new Access(app.map(List::of).orElse(tokens), reserve);
    }

    private static Identity owned(String entry, int number) {
        Matcher owned = OWNED.matcher(entry);
        return owned.matches()
                ? new Identity.WithToken(new Token(owned.group(2)), Optional.of(owned.group(1)), TOKENS)
                : new Identity.WithToken(
                        new Token(entry), Optional.empty(), TOKENS + " (the one at place " + number + ")");
    }

    private static Optional<Identity> app(Map<String, String> environment) {
        Optional<String> id = value(environment, APP.id());
        Optional<String> file = value(environment, APP.key());
        if (id.isPresent() != file.isPresent()) {
            throw new IllegalArgumentException((id.isPresent() ? APP.id() : APP.key()) + " is set, but "
                    + (id.isPresent() ? APP.key() : APP.id()) + " is not: a GitHub App needs both.");
        }
        return id.map(
                appId -> new Identity.App(appId, key(file.orElseThrow()), value(environment, APP.installation()), APP));
    }

    private static AppKey key(String file) {
        try {
            return AppKey.read(Path.of(file));
        } catch (InvalidPathException wrong) {
            throw new IllegalArgumentException(APP.key() + " is not the path of a file: '" + file + "'.", wrong);
        }
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }
}
