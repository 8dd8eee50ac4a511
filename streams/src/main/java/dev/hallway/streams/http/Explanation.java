// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.ItemView;
import dev.hallway.streams.read.ItemView.Answer;
import dev.hallway.streams.read.ItemView.Kind;
import dev.hallway.streams.week.IsoWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a week's figure was counted from.
 *
 * @param counted the items in the figure, by number
 * @param leftOut the items that look as if they belonged there but do not, by number
 */
record Explanation(List<Entry> counted, List<Entry> leftOut) {

    static Explanation of(Rule rule, CommunityReader reader, String repository, IsoWeek week) {
        Explanation explanation = new Explanation(new ArrayList<>(), new ArrayList<>());
        reader.forEachItem(repository, item -> rule.judge(item, week, explanation));
        return explanation;
    }

    /** Feedback whose answering merge lies in the week; issues closed in it without one are left out. */
    static void feedbackLatency(ItemView item, IsoWeek week, Explanation explanation) {
        if (item.kind() != Kind.ISSUE) {
            return;
        }
        Answer answer = item.answer();
        if (answer != null && isIn(week, answer.mergedAt())) {
            explanation.count(item, "merged as " + answer.repository() + "#" + answer.pullRequest());
        } else if (isIn(week, item.closedAt())) {
            explanation.leaveOut(item, closedUnanswered(item));
        }
    }

    private static String closedUnanswered(ItemView item) {
        if (item.authorIsBot()) {
            return "closed in the week, but opened by a bot";
        }
        return item.answer() == null
                ? "closed in the week, but no pull request that closes it was merged after it was opened"
                : "closed in the week, but answered by a merge in another week";
    }

    /** Items opened in the week; those of bots are left out. */
    static void responsiveness(ItemView item, IsoWeek week, Explanation explanation) {
        if (!isIn(week, item.openedAt())) {
            return;
        }
        if (item.authorIsBot()) {
            explanation.leaveOut(item, "opened by a bot");
        } else {
            explanation.count(item, item.firstResponse() == null ? "unanswered" : "answered");
        }
    }

    /** Items opened, closed or merged in the week, once for each event. */
    static void flow(ItemView item, IsoWeek week, Explanation explanation) {
        String kind = item.kind() == Kind.ISSUE ? "issue" : "pull request";
        if (isIn(week, item.openedAt())) {
            explanation.count(item, kind + " opened");
        }
        if (isIn(week, item.mergedAt())) {
            explanation.count(item, kind + " merged");
        } else if (item.mergedAt() == null && isIn(week, item.closedAt())) {
            explanation.count(item, item.kind() == Kind.ISSUE ? "issue closed" : "pull request closed unmerged");
        }
    }

    private static boolean isIn(IsoWeek week, @Nullable Instant time) {
        return time != null && IsoWeek.of(time).equals(week);
    }

    private void count(ItemView item, String as) {
        counted.add(new Entry(as, item));
    }

    private void leaveOut(ItemView item, String reason) {
        leftOut.add(new Entry(reason, item));
    }

    /**
     * An item and its part in the figure.
     *
     * @param why what it was counted as, or why it was left out
     * @param item the item
     */
    record Entry(String why, ItemView item) {}

    /** Decides what an item is in a week's figure. */
    @FunctionalInterface
    interface Rule {
        void judge(ItemView item, IsoWeek week, Explanation explanation);
    }
}
