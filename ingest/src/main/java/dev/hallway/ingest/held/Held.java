// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.held;

import dev.hallway.ingest.page.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is held of an entity with a time of change.
 *
 * @param content a hash
 */
record Held(Instant updatedAt, Instant observedAt, boolean deleted, long content) {

    // GitHub's servers may disagree for seconds: only a later list is right about a time of change that went back.
    private static final Duration MARGIN = Duration.ofSeconds(5);

    /** The one that readers of the topic choose. */
    static Held later(Held one, Held other) {
        int age = one.updatedAt.compareTo(other.updatedAt);
        return age > 0 || (age == 0 && one.observedAt.isAfter(other.observedAt)) ? one : other;
    }

    /**
     * What is to be published of a listed entity: nothing if it is held as it is listed.
     *
     * <p>Readers go by the time of change. Where that went back, the entity is published under the time that it had, so
     * that what GitHub shows now wins by when it was observed; a list that is hardly later is not believed about that.
     *
     * @param shown what the list shows
     * @param held what the topic holds; null if nothing
     */
    static Optional<Snapshot> news(Snapshot listed, Held shown, @Nullable Held held) {
        if (held == null) {
            return Optional.of(listed);
        }
        boolean wentBack = shown.updatedAt.isBefore(held.updatedAt);
        boolean believed = !wentBack || shown.observedAt.isAfter(held.observedAt.plus(MARGIN));
        boolean news =
                held.deleted || shown.updatedAt.isAfter(held.updatedAt) || (believed && shown.content != held.content);
        return news ? Optional.of(wentBack ? listed.at(held.updatedAt) : listed) : Optional.empty();
    }
}
