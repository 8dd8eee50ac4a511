// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import dev.hallway.streams.digest.PortfolioPart.Changes;
import dev.hallway.streams.digest.PortfolioPart.Counts;
import dev.hallway.streams.digest.PortfolioPart.Known;
import dev.hallway.streams.digest.PortfolioPart.Waits;
import dev.hallway.streams.read.Definitions;
import dev.hallway.streams.week.IsoWeek;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The digest of several repositories in one week, before it is written in any format. Text is as GitHub has it.
 *
 * @param week the week
 * @param definitionVersion version of the metric definitions
 * @param summary all of it in three sentences
 * @param people whom to talk to, ten at most over all repositories, by reason
 * @param merged feedback that became a merge in the week, the best stories first
 * @param newcomers newcomers and what they did, by repository
 * @param waits how many wait in all of them
 * @param complete true if nothing is known to be missing of any of them
 * @param repositories the repositories, by name
 */
public record PortfolioModel(
        IsoWeek week,
        int definitionVersion,
        Summary summary,
        List<PersonToTalkTo> people,
        Excerpt<MergedFeedback> merged,
        Excerpt<Debut> newcomers,
        Waits waits,
        boolean complete,
        Excerpt<Line> repositories)
        implements Shortenable<PortfolioModel> {

    /** How many repositories a portfolio may have. */
    public static final int MOST_REPOSITORIES = 200;

    private static final int MOST_MERGED = 15;
    private static final int MOST_NEWCOMERS = 30;

    /** Puts the repositories of a week together. */
    public static PortfolioModel of(IsoWeek week, List<PortfolioPart> parts) {
        List<PortfolioPart> byName = parts.stream()
                .sorted(Comparator.comparing(part -> part.repository().toLowerCase(Locale.ROOT)))
                .toList();
        PeopleToTalkTo people = new PeopleToTalkTo();
        byName.forEach(part -> people.offerAll(part.people()));
        return new PortfolioModel(
                week,
                Definitions.VERSION,
                PortfolioSummary.of(byName),
                people.chosen(),
                new Excerpt<>(
                        byName.stream().mapToLong(part -> part.merged().total()).sum(),
                        byName.stream()
                                .flatMap(part -> part.merged().shown().stream())
                                .sorted(MergedFeedback.BEST_FIRST)
                                .limit(MOST_MERGED)
                                .toList()),
                new Excerpt<>(
                        byName.stream()
                                .mapToLong(part -> part.newcomers().total())
                                .sum(),
                        byName.stream()
                                .flatMap(part -> part.newcomers().shown().stream())
                                .limit(MOST_NEWCOMERS)
                                .toList()),
                byName.stream().map(PortfolioPart::waits).reduce(Waits.NONE, Waits::and),
                byName.stream().allMatch(part -> part.known().whole()),
                Excerpt.of(byName.stream().map(Line::of).toList(), MOST_REPOSITORIES));
    }

    @Override
    public PortfolioModel shortenedTo(int most) {
        return new PortfolioModel(
                week,
                definitionVersion,
                summary,
                people,
                merged.shortenedTo(most),
                newcomers.shortenedTo(most),
                waits,
                complete,
                repositories.shortenedTo(most));
    }

    /**
     * One of the repositories.
     *
     * @param repository {@code owner/repo} as GitHub writes it
     * @param htmlUrl its web page; empty if not known
     * @param counts what happened in the week
     * @param changes what changed
     * @param waits how many wait
     * @param known how completely it is known
     */
    public record Line(String repository, String htmlUrl, Counts counts, Changes changes, Waits waits, Known known) {

        static Line of(PortfolioPart part) {
            return new Line(
                    part.repository(), part.htmlUrl(), part.counts(), part.changes(), part.waits(), part.known());
        }
    }
}
