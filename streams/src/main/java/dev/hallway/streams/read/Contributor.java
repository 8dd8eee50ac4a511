// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.read;

import dev.hallway.streams.week.IsoWeek;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A known person in one repository and week.
 *
 * @param id GitHub's numeric user id; a negative number for somebody in the people registry
 * @param login latest known login
 * @param contributions contributions in the week
 * @param maintainerContributions those made as OWNER, MEMBER or COLLABORATOR
 * @param firstWeek week of the person's first contribution in the repository's known history
 * @param newcomer true if that is this week
 * @param lastWeekBefore week of the latest contribution before this week; null if there is none
 * @param deeds some of what the person did in the week
 */
public record Contributor(
        long id,
        String login,
        long contributions,
        long maintainerContributions,
        IsoWeek firstWeek,
        boolean newcomer,
        @Nullable IsoWeek lastWeekBefore,
        Deeds deeds) {

    /**
     * True if the person came back in the week: contributed other than by a merge, had contributed before, but not in the
     * {@value ItemView#WEEKS_AWAY} weeks before it.
     *
     * @param week the week
     */
    public boolean cameBackIn(IsoWeek week) {
        return deeds.first() != null
                && lastWeekBefore != null
                && week.ordinal() - lastWeekBefore.ordinal() > ItemView.WEEKS_AWAY;
    }

    /**
     * Some of what a person did in a week.
     *
     * @param first the first contribution other than a merge; null if there is none
     * @param pullRequest the first pull request opened; null if none was
     * @param merge the first own pull request that was merged; null if none was
     * @param firstMerge true if none had been merged in an earlier week
     */
    public record Deeds(
            @Nullable Deed first,
            @Nullable Deed pullRequest,
            @Nullable Deed merge,
            boolean firstMerge) {

        /** Nothing of what is told here. */
        public static final Deeds NONE = new Deeds(null, null, null, false);
    }

    /**
     * A contribution.
     *
     * @param kind what it was
     * @param number number of the issue or pull request
     * @param at when it counts, UTC
     */
    public record Deed(CountedContribution.Kind kind, long number, Instant at) {}
}
