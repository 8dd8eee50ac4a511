// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.graphql;

/**
 * How many to ask about at once: half as many whenever GitHub gives up, and gradually more while it keeps
 * up.
 *
 * <p>GitHub's GraphQL servers give up after ten seconds, and how much they manage in that time differs by repository
 * and hour.
 */
public final class BatchSize {

    private static final int LARGEST = 50;
    private static final int SMALLEST = 5;
    private static final int ATTEMPTS_AT_SMALLEST = 3;
    private static final int ANSWERS_BEFORE_MORE = 10;

    private int current = LARGEST;
    private int refusals;
    private int answers;

    /** How many to ask about next. */
    public int current() {
        return current;
    }

    /** GitHub answered. */
    public void answered() {
        refusals = 0;
        if (++answers >= ANSWERS_BEFORE_MORE) {
            current = Math.min(LARGEST, current * 2);
            answers = 0;
        }
    }

    /** GitHub gave up on a query about that many; false if there is no use in asking again. */
    public boolean gaveUp(int asked) {
        answers = 0;
        if (asked > SMALLEST) {
            current = Math.max(SMALLEST, Math.min(asked, current) / 2);
            return true;
        }
        refusals = (refusals + 1) % ATTEMPTS_AT_SMALLEST;
        return refusals > 0;
    }
}
