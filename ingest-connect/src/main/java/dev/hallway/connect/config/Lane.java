// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect.config;

import dev.hallway.ingest.github.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one task does: the repositories that are read with one token, one request after another.
 *
 * @param number from 0
 * @param token empty to ask without one
 * @param repositories {@code owner/repo} each
 */
public record Lane(int number, Optional<Token> token, List<String> repositories) {

    /** Copies the repositories. */
    public Lane {
        repositories = List.copyOf(repositories);
    }

    /**
     * Deals the repositories out, in their order: one lane a token, but none without a repository, and at least one.
     *
     * @param most how many lanes there may be
     */
    static List<Lane> deal(List<Token> tokens, List<String> repositories, int most) {
        List<String> distinct = distinct(repositories);
        int count = Math.max(1, Math.min(most, Math.min(tokens.size(), distinct.size())));
        List<Lane> lanes = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            List<String> share = new ArrayList<>();
            for (int index = number; index < distinct.size(); index += count) {
                share.add(distinct.get(index));
            }
            lanes.add(new Lane(number, tokens.stream().skip(number).findFirst(), share));
        }
        return lanes;
    }

    /** GitHub knows no case in names: two lanes must not read the same repository. */
    private static List<String> distinct(List<String> repositories) {
        Map<String, String> first = new TreeMap<>();
        List<String> distinct = new ArrayList<>();
        for (String repository : repositories) {
            if (first.putIfAbsent(repository.toLowerCase(Locale.ROOT), repository) == null) {
                distinct.add(repository);
            }
        }
        return distinct;
    }
}
