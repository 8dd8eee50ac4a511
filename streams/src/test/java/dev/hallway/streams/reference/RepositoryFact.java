// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import dev.hallway.github.Repository;
import dev.hallway.github.Source;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Builds descriptions of a repository. */
public final class RepositoryFact {

    private final String name;
    private final long id;
    private List<String> former = List.of();
    private String defaultBranch = "main";
    private Instant observed = Facts.START;
    private boolean deleted;

    RepositoryFact(String name, long id) {
        this.name = name;
        this.id = id;
    }

    /** Names that it bore before. */
    public RepositoryFact formerly(String... names) {
        return formerly(List.of(names));
    }

    /** Names that it bore before. */
    public RepositoryFact formerly(List<String> names) {
        former = names.stream().map(former -> former.toLowerCase(Locale.ROOT)).toList();
        return this;
    }

    /** Name of its default branch. */
    public RepositoryFact defaultBranch(String branch) {
        defaultBranch = branch;
        return this;
    }

    /** When ingest saw it. */
    public RepositoryFact observedAt(Instant instant) {
        observed = instant;
        return this;
    }

    /** Whether GitHub no longer has it under this name. */
    public RepositoryFact deleted(boolean value) {
        deleted = value;
        return this;
    }

    /** The record key. */
    public String key() {
        return name.toLowerCase(Locale.ROOT);
    }

    public Repository build() {
        return Repository.newBuilder()
                .setId(id)
                .setFullName(name)
                .setHtmlUrl("https://github.com/" + name)
                .setPreviousNames(former)
                .setDefaultBranch(defaultBranch)
                .setCreatedAt(Facts.START)
                .setHistoryComplete(false)
                .setSource(Source.REST)
                .setDeleted(deleted)
                .setObservedAt(observed)
                .build();
    }
}
