// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.archive;

import dev.hallway.github.Repository;
import dev.hallway.ingest.publish.SavedState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The repositories whose events are accepted.
 *
 * <p>A repository that ingest has read before is known by GitHub's id: its events are accepted under all its names, and
 * those of others that had one of its names are not. Any other repository is known by its name alone.
 */
final class Selection {

    /**
     * One of them.
     *
     * @param fullName {@code owner/repo} under which its facts are recorded
     * @param id GitHub's id, if ingest knows it
     */
    record Chosen(String fullName, OptionalLong id) {}

    private final Map<String, Chosen> byName = new TreeMap<>();
    private final Map<Long, Chosen> byId = new HashMap<>();

    private Selection() {}

    /** The named repositories, with what is known about them. */
    static Selection of(List<String> names, SavedState saved) {
        Selection selection = new Selection();
        for (String name : names) {
            String wanted = name.toLowerCase(Locale.ROOT);
            // A name may have passed to another repository: the present owner of a name comes before earlier ones.
            Optional.ofNullable(saved.repositories().get(wanted))
                    .or(() -> saved.repositories().values().stream()
                            .filter(repository -> repository.getPreviousNames().contains(wanted))
                            .findFirst())
                    .ifPresentOrElse(
                            selection::add, () -> selection.byName.put(wanted, new Chosen(name, OptionalLong.empty())));
        }
        return selection;
    }

    /** All of them, in the order of their names. */
    List<Chosen> all() {
        return byName.values().stream().distinct().toList();
    }

    /** The repository that an event belongs to. */
    Optional<Chosen> of(EventHeader event) {
        if (event.repositoryId().isPresent()) {
            Chosen known = byId.get(event.repositoryId().getAsLong());
            if (known != null) {
                return Optional.of(known);
            }
        }
        return Optional.ofNullable(byName.get(event.repository().toLowerCase(Locale.ROOT)))
                .filter(chosen -> chosen.id().isEmpty() || event.repositoryId().isEmpty());
    }

    private void add(Repository repository) {
        Chosen chosen = new Chosen(repository.getFullName(), OptionalLong.of(repository.getId()));
        byId.put(repository.getId(), chosen);
        names(repository).forEach(name -> byName.put(name, chosen));
    }

    private static List<String> names(Repository repository) {
        List<String> names = new ArrayList<>(repository.getPreviousNames());
        names.add(repository.getFullName().toLowerCase(Locale.ROOT));
        return names;
    }
}
