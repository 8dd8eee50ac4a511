// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.live;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Is told what changes. Called by one thread, which it should not keep waiting. */
@FunctionalInterface
public interface ChangeListener {

    /** This may have changed, all at about the same time. */
    void changed(List<FigureChange> changes);

    /**
     * A listener that asks no more than which repositories.
     *
     * @param repository is told {@code owner/repo} in lower case, once for all that was published together
     * @param anything is called when any repository may have changed
     */
    static ChangeListener ofRepositories(Consumer<String> repository, Runnable anything) {
        return changes -> {
            if (changes.stream().anyMatch(FigureChange.OfAnything.class::isInstance)) {
                anything.run();
            } else {
                changes.stream()
                        .map(ChangeListener::repository)
                        .collect(Collectors.toSet())
                        .forEach(repository);
            }
        };
    }

    private static String repository(FigureChange change) {
        if (change instanceof FigureChange.OfRow row) {
            return row.repository();
        }
        return ((FigureChange.OfRepository) change).repository();
    }
}
