// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import dev.hallway.github.Account;
import dev.hallway.github.ItemState;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of issues and pull requests share.
 *
 * @param <S> the builder itself
 * @param <R> the snapshot it builds
 */
public abstract class ItemFact<S extends ItemFact<S, R>, R extends SpecificRecord> extends Fact<S, R> {

    String title = "";

    @Nullable
    String body;

    List<String> labels = List.of();

    @Nullable
    Instant closed;

    ItemFact(String repository, long number) {
        super(repository, number);
    }

    /** Who opened it; null for a deleted account. */
    public final S openedBy(@Nullable Account account) {
        return by(account);
    }

    public final S title(String text) {
        title = text;
        return self();
    }

    public final S body(@Nullable String text) {
        body = text;
        return self();
    }

    public final S labels(String... names) {
        labels = List.of(names);
        return self();
    }

    /** Closed then, and without a merge unless one is told. */
    public final S closedAt(String instant) {
        return closedAt(Instant.parse(instant));
    }

    /** Closed then, and without a merge unless one is told; null while open. */
    public final S closedAt(@Nullable Instant instant) {
        closed = instant;
        return self();
    }

    /** Open again. */
    public S reopened() {
        closed = null;
        return self();
    }

    final ItemState state() {
        return closed == null ? ItemState.OPEN : ItemState.CLOSED;
    }

    final String htmlUrl(String kind) {
        return "https://github.com/" + repository + "/" + kind + "/" + number;
    }
}
