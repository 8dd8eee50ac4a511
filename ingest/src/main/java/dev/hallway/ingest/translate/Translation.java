// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.translate;

import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The result of reading one entity of a list.
 *
 * @param <T> what was wanted
 */
public sealed interface Translation<T> {

    /** The same with what was read changed. */
    Translation<T> map(UnaryOperator<T> change);

    /**
     * It was read.
     *
     * @param <T> what was wanted
     */
    record Read<T>(T value) implements Translation<T> {
        @Override
        public Translation<T> map(UnaryOperator<T> change) {
            return new Read<>(change.apply(value));
        }
    }

    /**
     * It lacks something that Hallway needs.
     *
     * @param <T> what was wanted
     * @param subject which entity, for people
     * @param reason what is wrong with it
     * @param updatedAt where it stands in its list, if that is known
     */
    record Unreadable<T>(String subject, String reason, Optional<Instant> updatedAt) implements Translation<T> {
        @Override
        public Translation<T> map(UnaryOperator<T> change) {
            return this;
        }
    }
}
