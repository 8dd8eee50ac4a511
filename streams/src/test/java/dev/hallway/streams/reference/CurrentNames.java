// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import dev.hallway.contract.ItemKey;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Repository;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Where names of repositories lead.
 *
 * @param repositories those that exist, as last described
 */
record CurrentNames(List<Repository> repositories) {

    /** The item that a pull request means. */
    ItemKey target(PullRequest pullRequest, ItemKey written) {
        boolean own = written.repository().equals(FinalFacts.key(pullRequest).repository());
        return own ? written : new ItemKey(current(written.repository()), written.number());
    }

    private String current(String name) {
        if (repositories.stream().anyMatch(repository -> name(repository).equals(name))) {
            return name;
        }
        return repositories.stream()
                .filter(repository -> repository.getPreviousNames().contains(name))
                .max(Comparator.comparing(Repository::getId).thenComparing(CurrentNames::name))
                .map(CurrentNames::name)
                .orElse(name);
    }

    private static String name(Repository repository) {
        return repository.getFullName().toLowerCase(Locale.ROOT);
    }
}
