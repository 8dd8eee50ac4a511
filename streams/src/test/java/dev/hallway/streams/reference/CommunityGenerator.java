// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import dev.hallway.github.AuthorAssociation;
import dev.hallway.github.ReviewState;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/**
 * Small communities that are as awkward as real ones: few people, moments and numbers, so that everything meets.
 *
 * <p>Everything is drawn independently and only then laid out by {@link CommunityLayout}; a failing community shrinks to
 * the few facts that matter.
 */
public final class CommunityGenerator {

    /** Ends of weeks and years, the same second, two days and a second more, and moments in between. */
    static final List<Instant> MOMENTS = List.of(
            Instant.parse("2020-12-27T23:59:59Z"),
            Instant.parse("2020-12-28T00:00:00Z"),
            Instant.parse("2020-12-31T23:59:59Z"),
            Instant.parse("2021-01-01T00:00:00Z"),
            Instant.parse("2021-01-03T23:59:59Z"),
            Instant.parse("2021-01-04T00:00:00Z"),
            Instant.parse("2021-01-04T00:00:01Z"),
            Instant.parse("2021-01-06T00:00:00Z"),
            Instant.parse("2021-01-06T00:00:01Z"),
            Instant.parse("2021-01-11T00:00:00Z"),
            Instant.parse("2021-01-19T12:34:56Z"));

    /** A reference in a text, or the lack of one; numbers may be missing, the own one, or of either kind. */
    record Mention(int repository, int number, String form) {}

    /** How the author of a fact was known at one time. */
    enum Guise {
        AS_IS,
        RENAMED,
        MISSING,
        GHOST,
        BOT_BY_TYPE,
        BOT_BY_LOGIN
    }

    /** What all kinds of facts have in common at one time: who, when updated, and whether still there. */
    record Version(Guise guise, AuthorAssociation association, int updatedAfter, boolean deleted) {}

    /** An item at one time; the moments count only if they do not lie before the opening. */
    record ItemVersion(
            Version version,
            List<Mention> title,
            List<Mention> body,
            String base,
            Ending ending,
            GitHubAnswer closedByGitHub) {}

    /** How an item stands. */
    record Ending(boolean closed, boolean merged, int moment) {}

    /** What GitHub itself says a pull request closes, who merged it, and since when it is ready, if it was asked. */
    record GitHubAnswer(boolean known, List<Mention> references, int merger, int readyMoment) {}

    /** A repository as described at one time. */
    record NamesVersion(int repository, List<Integer> former, String defaultBranch, boolean deleted) {}

    record ItemPlan(int repository, boolean pullRequest, int person, int moment, List<ItemVersion> versions) {}

    record CommentPlan(int item, boolean onCode, int review, int person, int moment, List<Version> versions) {}

    record ReviewVersion(Version version, ReviewState state, String body) {}

    record ReviewPlan(int item, int person, int moment, List<ReviewVersion> versions) {}

    // Left to itself, jqwik draws few items, which hardly ever meet; and edge cases, which are fewer still, first.
    private static final RandomDistribution EVENLY = RandomDistribution.uniform();

    private CommunityGenerator() {}

    /** Communities of one to three repositories. */
    public static Arbitrary<Community> communities() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        itemPlans().list().ofMinSize(1).ofMaxSize(8).withSizeDistribution(EVENLY),
                        reviewPlans().list().ofMaxSize(5).withSizeDistribution(EVENLY),
                        commentPlans().list().ofMaxSize(10).withSizeDistribution(EVENLY),
                        names().list().ofMaxSize(5))
                .as((repositories, items, reviews, comments, names) ->
                        new CommunityLayout(repositories, items, reviews, comments, names).community())
                .withoutEdgeCases();
    }

    /** Orders of arrival, with up to half of the snapshots twice. */
    public static Arbitrary<Shuffle> shuffles() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.integers().between(0, 50))
                .as(Shuffle::new);
    }

    private static Arbitrary<ItemPlan> itemPlans() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(true, false),
                        people(),
                        moments(),
                        itemVersions().list().ofMinSize(1).ofMaxSize(3))
                .as(ItemPlan::new);
    }

    private static Arbitrary<ItemVersion> itemVersions() {
        Arbitrary<Ending> endings = Combinators.combine(
                        Arbitraries.of(true, true, false), Arbitraries.of(true, true, false), moments())
                .as(Ending::new);
        Arbitrary<GitHubAnswer> answers = Combinators.combine(
                        Arbitraries.of(false, false, true), mentions().list().ofMaxSize(2), people(), moments())
                .as(GitHubAnswer::new);
        return Combinators.combine(
                        versions(),
                        mentions().list().ofMaxSize(1),
                        mentions().list().ofMaxSize(3),
                        branches(),
                        endings,
                        answers)
                .as(ItemVersion::new);
    }

    private static Arbitrary<ReviewPlan> reviewPlans() {
        Arbitrary<ReviewVersion> reviewVersions = Combinators.combine(
                        versions(), Arbitraries.of(ReviewState.class), Arbitraries.of("", " ", "Looks good."))
                .as(ReviewVersion::new);
        return Combinators.combine(
                        itemIndices(),
                        people(),
                        moments(),
                        reviewVersions.list().ofMinSize(1).ofMaxSize(3))
                .as(ReviewPlan::new);
    }

    private static Arbitrary<CommentPlan> commentPlans() {
        return Combinators.combine(
                        itemIndices(),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 6),
                        people(),
                        moments(),
                        versions().list().ofMinSize(1).ofMaxSize(3))
                .as(CommentPlan::new);
    }

    private static Arbitrary<Version> versions() {
        Arbitrary<Guise> guises = Arbitraries.frequency(
                Tuple.of(6, Guise.AS_IS),
                Tuple.of(1, Guise.RENAMED),
                Tuple.of(1, Guise.MISSING),
                Tuple.of(1, Guise.GHOST),
                Tuple.of(1, Guise.BOT_BY_TYPE),
                Tuple.of(1, Guise.BOT_BY_LOGIN));
        return Combinators.combine(
                        guises,
                        Arbitraries.of(AuthorAssociation.class),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(false, false, false, false, false, true))
                .as(Version::new);
    }

    private static Arbitrary<NamesVersion> names() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 5).list().ofMaxSize(3),
                        branches(),
                        Arbitraries.of(false, false, false, true))
                .as(NamesVersion::new);
    }

    private static Arbitrary<String> branches() {
        return Arbitraries.of("main", "main", "develop");
    }

    private static Arbitrary<Mention> mentions() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.of(
                                "Fixes %s",
                                "closes: %s.",
                                "RESOLVED %s, and more",
                                "see %s",
                                "does not fix the crash in %s",
                                "`fixes %s`",
                                "\n> fixes %s\n"))
                .as(Mention::new);
    }

    private static Arbitrary<Integer> itemIndices() {
        return Arbitraries.integers().between(0, 7);
    }

    private static Arbitrary<Integer> people() {
        return Arbitraries.integers().between(0, CommunityLayout.PEOPLE.size() - 1);
    }

    private static Arbitrary<Integer> moments() {
        return Arbitraries.integers().between(0, MOMENTS.size() - 1);
    }
}
