// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The repositories of a simulated GitHub; thread-safe, and may change while it is being served. */
public final class SimulatedCommunity {

    private final Map<Long, SimulatedRepository> byId = new ConcurrentHashMap<>();
    private final Map<String, Long> names = new ConcurrentHashMap<>();

    /** Adds a repository without content. */
    public SimulatedRepository create(RepositoryProfile profile) {
        SimulatedRepository repository = new SimulatedRepository(profile);
        byId.put(profile.id(), repository);
        names.put(key(profile.fullName()), profile.id());
        return repository;
    }

    /** Redirects an old name of a repository to it, as GitHub does after a rename or transfer. */
    public void renamedFrom(String oldName, SimulatedRepository repository) {
        names.put(key(oldName), repository.profile().id());
    }

    /** Renames or transfers a repository; its old name redirects to it. */
    public SimulatedRepository rename(SimulatedRepository repository, String newName) {
        RepositoryProfile old = repository.profile();
        SimulatedRepository renamed =
                repository.as(new RepositoryProfile(old.id(), newName, old.defaultBranch(), old.createdAt()));
        byId.put(old.id(), renamed);
        names.put(key(newName), old.id());
        return renamed;
    }

    /** The repositories by name. */
    public List<SimulatedRepository> repositories() {
        return byId.values().stream()
                .sorted((left, right) ->
                        left.profile().fullName().compareTo(right.profile().fullName()))
                .toList();
    }

    Optional<SimulatedRepository> byId(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<SimulatedRepository> byName(String fullName) {
        return Optional.ofNullable(names.get(key(fullName))).flatMap(this::byId);
    }

    private static String key(String fullName) {
        return fullName.toLowerCase(Locale.ROOT);
    }
}
