// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Logins that are known to be bots though GitHub does not say so: the resource {@code bots.txt}, one login a line, each
 * with the public source that says so.
 */
final class BuiltInBots {

    private static final String RESOURCE = "bots.txt";

    private BuiltInBots() {}

    /** The logins, in lower case. */
    static Set<String> logins() {
        try (InputStream list = Objects.requireNonNull(BuiltInBots.class.getResourceAsStream(RESOURCE), RESOURCE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf(' ')).toLowerCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
