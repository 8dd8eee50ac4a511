// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.live;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The changes somebody wants to be told: those of some repositories and of all repositories of some owners, or all.
 *
 * @param repositories {@code owner/repo}, in any case
 * @param owners in any case
 */
public record Interest(Set<String> repositories, Set<String> owners) implements Predicate<FigureChange> {

    /** Lowers the case. */
    public Interest {
        repositories = lowered(repositories);
        owners = lowered(owners);
    }

    @Override
    public boolean test(FigureChange change) {
        if (change instanceof FigureChange.OfRow row) {
            return includes(row.repository());
        }
        return !(change instanceof FigureChange.OfRepository all) || includes(all.repository());
    }

    private boolean includes(String repository) {
        return (repositories.isEmpty() && owners.isEmpty())
                || repositories.contains(repository)
                || owners.contains(repository.substring(0, repository.indexOf('/')));
    }

    private static Set<String> lowered(Set<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }
}
