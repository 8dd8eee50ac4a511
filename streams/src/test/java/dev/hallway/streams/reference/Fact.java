// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import dev.hallway.contract.FactKey;
import dev.hallway.github.Account;
import dev.hallway.github.AuthorAssociation;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of all snapshots share.
 *
 * @param <S> the builder itself
 * @param <R> the snapshot it builds
 */
public abstract class Fact<S extends Fact<S, R>, R extends SpecificRecord> {

    final String repository;
    final long number;

    @Nullable
    Account author = Facts.ALICE;

    AuthorAssociation association = AuthorAssociation.NONE;
    Instant time = Facts.START;

    @Nullable
    Instant updated;

    @Nullable
    Instant observed;

    boolean deleted;

    Fact(String repository, long number) {
        this.repository = repository;
        this.number = number;
    }

    /** The snapshot. */
    public abstract R build();

    abstract S self();

    /** The record key. */
    public final String key() {
        return key(build()).toString();
    }

    abstract FactKey key(R snapshot);

    /** Who did it; null for a deleted account. */
    public final S by(@Nullable Account account) {
        author = account;
        return self();
    }

    /** As a member of the organisation, and so as a maintainer. */
    public final S asMaintainer() {
        return as(AuthorAssociation.MEMBER);
    }

    /** With this association. */
    public final S as(AuthorAssociation value) {
        association = value;
        return self();
    }

    /** When it was opened, written or submitted. */
    public final S at(String instant) {
        return at(Instant.parse(instant));
    }

    /** When it was opened, written or submitted. */
    public final S at(Instant instant) {
        time = instant;
        return self();
    }

    /** GitHub's updated_at; a review has none. */
    public final S updatedAt(String instant) {
        return updatedAt(Instant.parse(instant));
    }

    /** GitHub's updated_at; a review has none. */
    public final S updatedAt(Instant instant) {
        updated = instant;
        return self();
    }

    /** When ingest saw it; when it was updated unless said. */
    public final S observedAt(String instant) {
        return observedAt(Instant.parse(instant));
    }

    /** When ingest saw it; when it was updated unless said. */
    public final S observedAt(Instant instant) {
        observed = instant;
        return self();
    }

    /** GitHub no longer has it. */
    public final S deleted() {
        return deleted(true);
    }

    /** Whether GitHub no longer has it. */
    public final S deleted(boolean value) {
        deleted = value;
        return self();
    }

    final Instant updated() {
        return updated == null ? time : updated;
    }

    final Instant observed() {
        return observed == null ? updated() : observed;
    }
}
