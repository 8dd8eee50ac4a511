// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What happened in a week, or in several repositories, in words. */
final class Activities {

    private Activities() {}

    /** What was opened, merged, closed and answered, as half a sentence. */
    static String flow(Activity activity) {
        List<String> parts = new ArrayList<>();
        long issues = count(activity.issuesOpened());
        long pullRequests = count(activity.pullRequestsOpened());
        parts.add(counted(issues, "issue", "issues") + " and "
                + counted(pullRequests, "pull request was", "pull requests were") + " opened");
        parts.add(counted(count(activity.pullRequestsMerged()), "pull request", "pull requests") + " merged");
        parts.add(counted(count(activity.issuesClosed()), "issue", "issues") + " closed");
        long answered = count(activity.feedbackAnswered());
        parts.add(
                answered == 0
                        ? "no request was answered by a merge"
                        : answered == 1
                                ? "1 request was answered by a merge"
                                : answered + " requests were answered by a merge");
        return String.join(", ", parts.subList(0, parts.size() - 1)) + ", and " + parts.get(parts.size() - 1);
    }

    /** True if nothing of it happened. */
    static boolean isNothing(Activity activity) {
        return Stream.of(
                        activity.contributions(),
                        activity.issuesOpened(),
                        activity.issuesClosed(),
                        activity.pullRequestsOpened(),
                        activity.pullRequestsMerged())
                .allMatch(figure -> count(figure) == 0);
    }

    static String counted(long count, String one, String several) {
        return count + " " + (count == 1 ? one : several);
    }

    static long count(Figure figure) {
        return Math.round(figure.number().orElse(0));
    }
}
