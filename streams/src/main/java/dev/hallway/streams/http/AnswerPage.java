// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some entries of a longer list.
 *
 * @param shown the entries
 * @param isLast true if none follows them
 */
record AnswerPage<T>(List<T> shown, boolean isLast) {

    /** The first so many of what was found: whoever asked for one more knows whether a further page follows. */
    static <T> AnswerPage<T> ofOneMore(List<T> found, int limit) {
        return found.size() > limit ? new AnswerPage<>(found.subList(0, limit), false) : new AnswerPage<>(found, true);
    }

    /** From where the next page goes on, behind the last entry of this one; null if there is none. */
    @Nullable
    Object next(Function<? super T, ?> place) {
        return isLast ? null : place.apply(shown.get(shown.size() - 1));
    }
}
