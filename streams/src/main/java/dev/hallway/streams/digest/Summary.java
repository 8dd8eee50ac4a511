// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import dev.hallway.streams.comparison.FigureComparison.Compared;
import dev.hallway.streams.comparison.WeekComparison;
import dev.hallway.streams.comparison.WeekComparison.Nothing;
import dev.hallway.streams.comparison.WeekComparison.WeeksBefore;
import dev.hallway.streams.digest.DigestModel.Completeness;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A week in three sentences. Of what GitHub has, they hold at most names of repositories.
 *
 * @param happened what happened
 * @param changed what changed by more than chance explains
 * @param complete how complete that is
 */
public record Summary(String happened, String changed, String complete) {

    static final Comparator<Compared> LEAST_PROBABLE_FIRST =
            Comparator.comparingDouble(Compared::p).thenComparing(Compared::figure);

    /** Longer than any sentence of it. */
    static final int LONGEST = 2_000;

    private static final int MOST_NAMED = 3;

    static Summary of(Activity activity, WeekComparison comparison, Completeness completeness) {
        return new Summary(happened(activity), changed(comparison), complete(completeness));
    }

    /** What changed, the least probable by chance first. */
    static List<Compared> changes(WeekComparison comparison) {
        return comparison.compared().stream()
                .filter(Compared::changed)
                .sorted(LEAST_PROBABLE_FIRST)
                .toList();
    }

    private static String happened(Activity activity) {
        if (activity.contributions() instanceof Figure.Unavailable why) {
            return "What happened in the week is not known: " + why.unavailable() + ".";
        }
        if (Activities.isNothing(activity)) {
            return "Nothing happened in the week: nobody contributed, and nothing was opened, closed or merged.";
        }
        return contributed(activity) + "; " + Activities.flow(activity) + ".";
    }

    private static String contributed(Activity activity) {
        long people = Activities.count(activity.contributors());
        long newcomers = Activities.count(activity.newcomers());
        if (people == 0) {
            return "Nobody contributed in the week";
        }
        return Activities.counted(people, "person", "people")
                + (newcomers == 0 ? "" : ", " + newcomers + " of them for the first time,") + " made "
                + Activities.counted(Activities.count(activity.contributions()), "contribution", "contributions");
    }

    private static String changed(WeekComparison comparison) {
        if (comparison.basis() instanceof WeeksBefore basis) {
            List<Compared> changed = changes(comparison);
            int compared = comparison.compared().size();
            String before = "Compared with the " + basis.count() + " weeks before, ";
            if (changed.isEmpty()) {
                return before + "nothing changed by more than chance explains: "
                        + (compared == 0
                                ? "there is nothing to compare."
                                : "all " + compared + " figures are as usual.");
            }
            String named = changed.stream()
                    .limit(MOST_NAMED)
                    .map(figure -> ChangeWords.figure(figure) + ", " + ChangeWords.direction(figure))
                    .collect(Collectors.joining("; "));
            int more = changed.size() - MOST_NAMED;
            return before + changed.size() + " of " + compared + " figures changed by more than chance explains: "
                    + named + (more > 0 ? "; and " + more + " more." : ".");
        }
        String reason = comparison.basis() instanceof Nothing basis ? basis.reason() : "";
        return "What changed cannot be said yet (" + reason + ").";
    }

    /** How far and how completely the repository is known. */
    private static String complete(Completeness known) {
        if (known.syncedAt() == null) {
            return "The first pass over GitHub is not finished, so all figures will still change.";
        }
        String until = "The data reach to " + Wording.moment(known.syncedAt())
                + (known.weekComplete() ? "" : ", which is not over the whole week,");
        String history = known.historyComplete()
                ? ""
                : "; until the history is complete, counts are lower bounds and newcomers may have been here before";
        return until + (known.note().complete() ? " and are complete (" : " and are incomplete (")
                + known.note().words() + ")" + history + ".";
    }
}
