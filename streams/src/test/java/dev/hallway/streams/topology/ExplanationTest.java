// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.topology;

import static dev.hallway.streams.reference.Facts.ALICE;
import static dev.hallway.streams.reference.Facts.BOB;
import static dev.hallway.streams.reference.Facts.CAROL;
import static dev.hallway.streams.reference.Facts.GHOST;
import static dev.hallway.streams.reference.Facts.ROBOT;
import static dev.hallway.streams.reference.Facts.comment;
import static dev.hallway.streams.reference.Facts.issue;
import static dev.hallway.streams.reference.Facts.pullRequest;
import static dev.hallway.streams.reference.Facts.review;
import static dev.hallway.streams.reference.Facts.reviewComment;
import static dev.hallway.streams.reference.Facts.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hallway.github.Account;
import dev.hallway.github.AuthorAssociation;
import dev.hallway.github.ReviewState;
import dev.hallway.health.Evidence;
import dev.hallway.people.Affiliation;
import dev.hallway.people.PeopleRegistry;
import dev.hallway.people.Person;
import dev.hallway.streams.explain.Explainer;
import dev.hallway.streams.explain.Explanation;
import dev.hallway.streams.explain.Explanation.Entry;
import dev.hallway.streams.explain.Explanation.EventName;
import dev.hallway.streams.explain.FigureValue;
import dev.hallway.streams.explain.Reason;
import dev.hallway.streams.explain.WeeklyFigure;
import dev.hallway.streams.query.StoreReader;
import dev.hallway.streams.read.ItemView.Answer;
import dev.hallway.streams.read.PageSize;
import dev.hallway.streams.read.ParticipantView.MaintainerSign;
import dev.hallway.streams.week.IsoWeek;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a figure counted and left out, and what says so. */
class ExplanationTest {

    private static final String APP = "acme/app";
    private static final IsoWeek WEEK = IsoWeek.parse("2024-W01");
    private static final String MONDAY = "2024-01-01T10:00:00Z";
    private static final String TUESDAY = "2024-01-02T10:00:00Z";
    private static final String WEDNESDAY = "2024-01-03T10:00:00Z";
    private static final PageSize PAGE = new PageSize(50, 1_000);

    private HallwayDriver hallway;

    @BeforeEach
    void start(@TempDir Path stateDirectory) {
        hallway = new HallwayDriver(stateDirectory);
    }

    @AfterEach
    void stop() {
        hallway.close();
    }

    @Test
    void shouldSayWhyAContributionIsLeftOut() {
        // Given
        hallway.take(registry(person(ALICE).setBot(true).build()));
        take(
                issue(APP, 1).by(CAROL).at(MONDAY).build(),
                comment(APP, 1, 11).by(ROBOT).at(TUESDAY).build(),
                comment(APP, 1, 12).by(user(91, "helper[bot]")).at(TUESDAY).build(),
                comment(APP, 1, 13).by(user(92, "ansibot")).at(TUESDAY).build(),
                comment(APP, 1, 14).by(ALICE).at(TUESDAY).build(),
                comment(APP, 1, 15).by(GHOST).at(TUESDAY).build(),
                pullRequest(APP, 2).by(CAROL).at(MONDAY).build(),
                review(APP, 2, 21)
                        .state(ReviewState.COMMENTED)
                        .body(" ")
                        .by(BOB)
                        .at(TUESDAY)
                        .build());

        // When
        Explanation contributions = explain(WeeklyFigure.CONTRIBUTIONS);

        // Then
        assertThat(contributions.value()).isEqualTo(new FigureValue.Known(2L));
        assertThat(contributions.leftOut())
                .extracting(Entry::id, Entry::reason)
                .containsExactly(
                        tuple(11L, Reason.BOT_BY_TYPE),
                        tuple(12L, Reason.BOT_BY_LOGIN),
                        tuple(13L, Reason.BOT_BY_LIST),
                        tuple(14L, Reason.BOT_BY_REGISTRY),
                        tuple(15L, Reason.UNKNOWN_PERSON),
                        tuple(21L, Reason.WRAPS_ITS_COMMENTS));
        assertThat(explain(WeeklyFigure.BOT_CONTRIBUTIONS).counted()).hasSize(4);
        assertThat(explain(WeeklyFigure.UNKNOWN_CONTRIBUTIONS).counted())
                .extracting(Entry::id)
                .containsExactly(15L);
    }

    @Test
    void shouldSayWhatMadeSomebodyAMaintainer() {
        // Given
        hallway.take(registry(person(ALICE).setMaintainer(true).build()));
        take(
                issue(APP, 1).by(ALICE).at(MONDAY).build(),
                issue(APP, 2).by(BOB).as(AuthorAssociation.MEMBER).at(MONDAY).build(),
                pullRequest(APP, 3)
                        .by(user(7, "dave"))
                        .at(MONDAY)
                        .mergedAt(TUESDAY)
                        .closingByGitHub()
                        .mergedBy(CAROL)
                        .build(),
                comment(APP, 1, 11).by(CAROL).at(WEDNESDAY).build());

        // When
        Explanation community = explain(WeeklyFigure.COMMUNITY_CONTRIBUTORS);
        Explanation maintainers = explain(WeeklyFigure.MAINTAINER_CONTRIBUTIONS);

        // Then
        assertThat(community.value()).isEqualTo(new FigureValue.Known(1L));
        assertThat(community.counted()).extracting(entry -> entry.by().login()).containsOnly("dave");
        assertThat(community.leftOut())
                .extracting(Entry::reason)
                .containsExactly(
                        Reason.MAINTAINER_BY_REGISTRY, Reason.MAINTAINER_BY_MERGE, Reason.MAINTAINER_BY_ASSOCIATION);
        assertThat(maintainers.counted())
                .extracting(entry -> entry.by().maintainerSign())
                .containsExactly(MaintainerSign.REGISTRY, MaintainerSign.MERGED, MaintainerSign.ASSOCIATION);
        assertThat(maintainers.leftOut()).extracting(Entry::reason).containsOnly(Reason.COMMUNITY);
    }

    @Test
    void shouldSayWhoIsFromHome() {
        // Given
        hallway.take(new PeopleRegistry(
                List.of("Home"),
                List.of(),
                List.of(),
                List.of(
                        person(ALICE).setAffiliations(affiliated("Home")).build(),
                        person(BOB).setAffiliations(affiliated("Elsewhere")).build())));
        take(
                issue(APP, 1).by(ALICE).at(MONDAY).build(),
                issue(APP, 2).by(BOB).at(MONDAY).build(),
                issue(APP, 3).by(CAROL).at(MONDAY).build());

        // When
        Explanation outside = explain(WeeklyFigure.OUTSIDE_HOME_CONTRIBUTIONS);
        Explanation affiliated = explain(WeeklyFigure.AFFILIATED_CONTRIBUTIONS);

        // Then
        assertThat(outside.counted())
                .extracting(entry -> entry.by().organisation())
                .containsExactly("Elsewhere", null);
        assertThat(outside.leftOut()).extracting(Entry::reason).containsExactly(Reason.FROM_HOME);
        assertThat(affiliated.leftOut()).extracting(Entry::reason).containsExactly(Reason.UNAFFILIATED);
    }

    @Test
    void shouldCountNothingFromOutsideWhileNothingIsHome() {
        // Given
        take(issue(APP, 1).by(ALICE).at(MONDAY).build());

        // When
        Explanation outside = explain(WeeklyFigure.OUTSIDE_HOME_CONTRIBUTIONS);

        // Then
        assertThat(outside.value()).isInstanceOf(FigureValue.Blank.class);
        assertThat(outside.counted()).isEmpty();
    }

    @Test
    void shouldShowWhichMergeAnsweredFeedbackAndWhyTheRestIsLeftOut() {
        // Given
        take(
                issue(APP, 1).by(ALICE).at(MONDAY).closedAt(TUESDAY).build(),
                issue(APP, 2).by(ALICE).at(MONDAY).closedAt(TUESDAY).build(),
                issue(APP, 3).by(ROBOT).at(MONDAY).closedAt(TUESDAY).build(),
                issue(APP, 4).by(ALICE).at(MONDAY).closedAt(TUESDAY).build(),
                pullRequest(APP, 5)
                        .by(BOB)
                        .at(MONDAY)
                        .body("Fixes #1")
                        .mergedAt(TUESDAY)
                        .build(),
                pullRequest(APP, 6)
                        .by(BOB)
                        .at(MONDAY)
                        .body("Fixes #4")
                        .mergedAt("2024-01-09T10:00:00Z")
                        .build());

        // When
        Explanation latency = explain(WeeklyFigure.FEEDBACK_P50_SECONDS);

        // Then
        assertThat(latency.value()).isEqualTo(new FigureValue.Known(86_400L));
        assertThat(latency.counted()).singleElement().satisfies(entry -> {
            assertThat(entry.number()).isEqualTo(1);
            assertThat(entry.seconds()).isEqualTo(86_400);
            Answer answer = Objects.requireNonNull(entry.answer());
            assertThat(answer.pullRequest()).isEqualTo(5);
            assertThat(answer.evidence()).isEqualTo(Evidence.KEYWORD);
        });
        assertThat(latency.leftOut())
                .extracting(Entry::number, Entry::reason)
                .containsExactly(
                        tuple(2L, Reason.NO_CLOSING_MERGE),
                        tuple(3L, Reason.BOT_BY_TYPE),
                        tuple(4L, Reason.ANSWERED_IN_ANOTHER_WEEK));
    }

    @Test
    void shouldSayWhatIsKnownOfMerges() {
        // Given
        take(
                merge(1, ALICE),
                merge(2, BOB),
                review(APP, 2, 21).by(CAROL).at(MONDAY).build(),
                merge(3, null),
                merge(4, ROBOT));

        // When
        Explanation own = explain(WeeklyFigure.SELF_MERGED);
        Explanation unreviewed = explain(WeeklyFigure.MERGED_WITHOUT_REVIEW);

        // Then
        assertThat(own.counted()).extracting(Entry::number).containsExactly(1L);
        assertThat(own.leftOut())
                .extracting(Entry::reason)
                .containsExactly(Reason.MERGED_BY_ANOTHER, Reason.MERGER_NOT_KNOWN, Reason.NOT_MERGED_BY_A_HUMAN);
        assertThat(unreviewed.leftOut()).extracting(Entry::reason).containsExactly(Reason.REVIEWED_BEFORE);
    }

    @Test
    void shouldLeadToTheVeryCommentOnGitHub() {
        // Given
        take(
                issue(APP, 1).by(ALICE).at(MONDAY).build(),
                comment(APP, 1, 11).by(BOB).at(TUESDAY).build(),
                pullRequest(APP, 2).by(ALICE).at(MONDAY).build(),
                reviewComment(APP, 2, 21).by(BOB).at(TUESDAY).build(),
                review(APP, 2, 22).by(BOB).at(TUESDAY).build());

        // When
        Explanation contributors = explain(WeeklyFigure.CONTRIBUTORS);

        // Then
        assertThat(contributors.counted())
                .extracting(Entry::url)
                .containsExactly(
                        "https://github.com/acme/app/issues/1",
                        "https://github.com/acme/app/issues/1#issuecomment-11",
                        "https://github.com/acme/app/pull/2",
                        "https://github.com/acme/app/pull/2#discussion_r21",
                        "https://github.com/acme/app/pull/2#pullrequestreview-22");
    }

    @Test
    void shouldSayHowLongWhatIsOpenHasBeen() {
        // Given
        take(
                issue(APP, 1).by(ALICE).at(MONDAY).build(),
                issue(APP, 2).by(ALICE).at(MONDAY).closedAt(TUESDAY).build(),
                pullRequest(APP, 3).by(ALICE).at(MONDAY).build());

        // When
        Explanation open = explain(WeeklyFigure.OPEN_ISSUES);

        // Then
        assertThat(open.value()).isEqualTo(new FigureValue.Known(1L));
        assertThat(open.counted())
                .extracting(Entry::event, Entry::number, Entry::seconds)
                .containsExactly(tuple(EventName.OPEN, 1L, 7 * 86_400L - 10 * 3_600L));
        assertThat(open.leftOut()).extracting(Entry::reason).containsExactly(Reason.CLOSED_IN_THE_WEEK);
    }

    @Test
    void shouldSayWhichWeeksAreKnownIfThereIsNoRow() {
        // Given
        take(issue(APP, 1).by(ALICE).at(MONDAY).build());

        // When
        Explanation other = explain(WeeklyFigure.CONTRIBUTORS, IsoWeek.parse("2031-W01"), null, PAGE);

        // Then
        assertThat(other.value())
                .isEqualTo(new FigureValue.WithoutRow(
                        "the known history of acme/app has something in the weeks 2024-W01 to 2024-W01 only"));
    }

    @Test
    void shouldLookAtABoundedNumberOfRowsHoweverMuchHappened() {
        // Given
        take(issue(APP, 1).by(ALICE).at(MONDAY).build());
        for (long id = 1; id <= 2_500; id++) {
            hallway.take(comment(APP, 1, id).by(BOB).at(TUESDAY).build());
        }
        take(comment(APP, 1, 2_501).by(ROBOT).at(TUESDAY).build());

        // When
        Explanation many = explain(WeeklyFigure.CONTRIBUTIONS);
        Explanation few = explain(WeeklyFigure.BOT_CONTRIBUTIONS);
        Explanation further = explain(WeeklyFigure.BOT_CONTRIBUTIONS, WEEK, few.next(), PAGE);
        Explanation last = explain(WeeklyFigure.BOT_CONTRIBUTIONS, WEEK, further.next(), PAGE);

        // Then
        assertThat(many.counted()).hasSize(50);
        assertThat(many.scanned()).isEqualTo(50);
        assertThat(many.next()).isEqualTo("1.issue_comment.49");
        assertThat(few.scanned()).isEqualTo(1_000);
        assertThat(few.counted()).isEmpty();
        assertThat(few.next()).isEqualTo("1.issue_comment.999");
        assertThat(last.counted()).extracting(Entry::id).containsExactly(2_501L);
        assertThat(last.next()).isNull();
    }

    private static SpecificRecord merge(long number, @Nullable Account by) {
        return pullRequest(APP, number)
                .by(ALICE)
                .at(MONDAY)
                .mergedAt(WEDNESDAY)
                .closingByGitHub()
                .mergedBy(by)
                .build();
    }

    private static PeopleRegistry registry(Person... people) {
        return new PeopleRegistry(List.of(), List.of(), List.of(), List.of(people));
    }

    private static Person.Builder person(Account account) {
        return Person.newBuilder()
                .setLogins(List.of(account.getLogin()))
                .setIds(List.of())
                .setBot(null)
                .setMaintainer(null)
                .setMaintainerOf(List.of())
                .setAffiliations(List.of());
    }

    private static List<Affiliation> affiliated(String organisation) {
        return List.of(new Affiliation(organisation, null, null));
    }

    private void take(SpecificRecord... facts) {
        List.of(facts).forEach(hallway::take);
        hallway.settle();
    }

    private Explanation explain(WeeklyFigure figure) {
        return explain(figure, WEEK, null, PAGE);
    }

    private Explanation explain(WeeklyFigure figure, IsoWeek week, @Nullable String after, PageSize size) {
        StoreReader reader = hallway.reader();
        return new Explainer(reader, reader.repository(APP).orElseThrow(), week)
                .page(figure, after, size)
                .orElseThrow();
    }
}
