// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The built-in list of bots: whoever is on it can see why. */
class BuiltInBotsTest {

    @Test
    void shouldNameAPublicSourceForEveryLogin() throws IOException {
        // When
        List<String> entries =
                lines().stream().filter(line -> !line.startsWith("#")).toList();

        // Then
        assertThat(entries).hasSizeGreaterThan(100).allMatch(line -> line.matches("[A-Za-z0-9-]{1,39} https://\\S+"));
        assertThat(entries.stream().map(BuiltInBotsTest::login)).isSorted().doesNotHaveDuplicates();
        assertThat(BuiltInBots.logins()).hasSize(entries.size());
    }

    @Test
    void shouldLeaveOutWhatTheSuffixTells() throws IOException {
        // Then
        assertThat(lines()).filteredOn(line -> !line.startsWith("#")).noneMatch(line -> line.contains("[bot] "));
    }

    private static String login(String line) {
        return line.substring(0, line.indexOf(' ')).toLowerCase(Locale.ROOT);
    }

    private static List<String> lines() throws IOException {
        try (InputStream list = Objects.requireNonNull(BuiltInBots.class.getResourceAsStream("bots.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
