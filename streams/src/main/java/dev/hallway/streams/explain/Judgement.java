// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.explain;

import org.jspecify.annotations.Nullable;

/** What a figure makes of an event or of an item. */
sealed interface Judgement {

    /**
     * It is counted.
     *
     * @param as what it is counted as
     * @param seconds the duration that it brings; null if the figure is about none
     */
    record Counted(String as, @Nullable Long seconds) implements Judgement {}

    /** It looks as if it belonged to the figure, but does not. */
    record LeftOut(Reason reason) implements Judgement {}

    /** The figure has nothing to do with it. */
    record NotConcerned() implements Judgement {}

    static Judgement counted(String as) {
        return new Counted(as, null);
    }

    static Judgement leftOut(Reason reason) {
        return new LeftOut(reason);
    }

    static Judgement notConcerned() {
        return new NotConcerned();
    }
}
