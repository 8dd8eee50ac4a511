// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.workload;

import java.util.SplittableRandom;

/** What happens next in a repository, with its share in percent. */
enum Activity {
    OPEN_ISSUE(9),
    OPEN_PULL_REQUEST(10),
    COMMENT(31),
    REVIEW(12),
    COMMENT_IN_REVIEW(14),
    CLOSE_ISSUE(6),
    MERGE(7),
    CLOSE_PULL_REQUEST(1),
    REOPEN(1),
    EDIT_ITEM(6),
    EDIT_COMMENT(2),
    DELETE_COMMENT(1);

    private static final Activity[] ALL = values();

    private final int percent;

    Activity(int percent) {
        this.percent = percent;
    }

    static Activity next(SplittableRandom random) {
        int left = random.nextInt(100);
        for (Activity activity : ALL) {
            left -= activity.percent;
            if (left < 0) {
                return activity;
            }
        }
        throw new IllegalStateException("The shares of all activities do not add up to 100.");
    }
}
