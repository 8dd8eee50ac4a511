// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.health.StoryState;
import dev.hallway.streams.digest.PersonToTalkTo.Reason;
import dev.hallway.streams.read.Contributor;
import dev.hallway.streams.read.Contributor.Deed;
import dev.hallway.streams.read.Contributor.Deeds;
import dev.hallway.streams.read.CountedContribution;
import dev.hallway.streams.read.InMemoryCommunity;
import dev.hallway.streams.read.ItemView.Kind;
import dev.hallway.streams.read.Rows;
import dev.hallway.streams.read.SecretsCommunity;
import dev.hallway.streams.week.IsoWeek;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who is worth talking to, and who is not. */
class CandidatesTest {

    private static final String NAME = SecretsCommunity.NAME;
    private static final IsoWeek WEEK = SecretsCommunity.WEEK;
    private static final Instant NOW = WEEK.start().plusSeconds(3_600);

    private final InMemoryCommunity community = SecretsCommunity.emptyCommunity();

    @Test
    void shouldNameNewcomersWhoWaitForAFirstReplyLongestFirst() {
        // Given
        community
                .with(issue(1, NOW).author("later").newcomer().build())
                .with(issue(2, NOW.minusSeconds(60)).author("sooner").newcomer().build())
                .with(issue(3, NOW).author("regular").build())
                .with(issue(4, NOW)
                        .author("answered")
                        .newcomer()
                        .response(NOW.plusSeconds(60), true)
                        .build());

        // When, Then
        assertThat(people(Reason.WAITS_FOR_FIRST_REPLY)).containsExactly("sooner", "later");
    }

    @Test
    void shouldNotNameBotsMaintainersNorDeletedAccountsForAFirstReply() {
        // Given
        community
                .with(issue(1, NOW).author("robot").newcomer().bot().build())
                .with(issue(2, NOW).author("lead").newcomer().byMaintainer().build())
                .with(issue(3, NOW).author("").build());

        // When, Then
        assertThat(people()).isEmpty();
    }

    @Test
    void shouldNotNameWhoHasWaitedSoLongThatTheyHaveProbablyGone() {
        // Given
        Instant earliest = WEEK.plus(-11).start();
        Instant earliestReply = WEEK.plus(-3).start();
        community
                .with(issue(1, earliestReply.minusSeconds(1))
                        .author("gone")
                        .newcomer()
                        .build())
                .with(issue(2, earliestReply).author("patient").newcomer().build())
                .with(pullRequest(3, earliest.minusSeconds(1))
                        .author("gone-too")
                        .build())
                .with(pullRequest(4, earliest)
                        .author("patient-too")
                        .response(earliest, true)
                        .build());

        // When, Then
        assertThat(people()).containsExactly("patient", "patient-too");
    }

    @Test
    void shouldNameMaintainersOnlyIfTheyWaitForAReview() {
        // Given
        community
                .with(pullRequest(1, NOW).author("lead").byMaintainer().build())
                .with(pullRequest(2, NOW).author("head").merged(NOW).build())
                .with(WEEK, contributor("head", 3, null, new Deeds(null, null, merge(2), true)));

        // When, Then
        assertThat(people()).containsExactly("lead");
    }

    @Test
    void shouldThankForAFirstMergeAndNotForASecond() {
        // Given
        community
                .with(pullRequest(1, NOW).author("first").merged(NOW).build())
                .with(pullRequest(2, NOW).author("second").merged(NOW).build())
                .with(WEEK, contributor("first", 0, WEEK.plus(-2), new Deeds(null, null, merge(1), true)))
                .with(WEEK, contributor("second", 0, WEEK.plus(-2), new Deeds(null, null, merge(2), false)));

        // When, Then
        assertThat(people(Reason.FIRST_MERGE)).containsExactly("first");
    }

    @Test
    void shouldWelcomeBackWhoWasAwayForTwelveWeeksLongestAwayFirst() {
        // Given
        Deed comment = new Deed(CountedContribution.Kind.ISSUE_COMMENT, 1, NOW);
        Deeds commented = new Deeds(comment, null, null, false);
        community
                .with(issue(1, NOW).author("").build())
                .with(WEEK, contributor("away", 0, WEEK.plus(-13), commented))
                .with(WEEK, contributor("long-away", 0, WEEK.plus(-60), commented))
                .with(WEEK, contributor("here", 0, WEEK.plus(-12), commented))
                .with(WEEK, contributor("new", 0, null, commented))
                .with(WEEK, contributor("merged", 0, WEEK.plus(-13), new Deeds(null, null, merge(1), false)));

        // When, Then
        assertThat(people(Reason.CAME_BACK)).containsExactly("long-away", "away");
    }

    @Test
    void shouldTellWhoAskedThatTheirRequestWasAnsweredUnlessTheyKnow() {
        // Given
        community
                .with(issue(1034, NOW).author("ada").build())
                .with(SecretsCommunity.story(1034, StoryState.MERGED))
                .with(issue(1035, NOW).author("self").build())
                .with(SecretsCommunity.story(1035, StoryState.MERGED, true));

        // When, Then
        assertThat(people(Reason.REQUEST_ANSWERED)).containsExactly("ada");
    }

    @Test
    void shouldKnowAPersonByTheirAccountsNotByTheirLogins() {
        // Given: two accounts of one person
        community
                .with(issue(1, NOW).author("one").person(-7).newcomer().build())
                .with(pullRequest(2, NOW).author("another").person(-7).build());

        // When, Then
        assertThat(people()).containsExactly("one");
    }

    private List<String> people(Reason reason) {
        return model().people().stream()
                .filter(person -> person.reason() == reason)
                .map(PersonToTalkTo::login)
                .toList();
    }

    private List<String> people() {
        return model().people().stream().map(PersonToTalkTo::login).toList();
    }

    private DigestModel model() {
        return DigestModel.of(community, NAME, WEEK);
    }

    private static Contributor contributor(
            String login, long asMaintainer, @Nullable IsoWeek lastWeekBefore, Deeds deeds) {
        return new Contributor(
                login.hashCode(),
                login,
                5,
                asMaintainer,
                WEEK.plus(-80),
                lastWeekBefore == null,
                lastWeekBefore,
                deeds);
    }

    private static Deed merge(long number) {
        return new Deed(CountedContribution.Kind.PULL_REQUEST_MERGED, number, NOW);
    }

    private static Rows.ItemBuilder issue(long number, Instant openedAt) {
        return Rows.item(NAME, number, Kind.ISSUE, openedAt);
    }

    private static Rows.ItemBuilder pullRequest(long number, Instant openedAt) {
        return Rows.item(NAME, number, Kind.PULL_REQUEST, openedAt).response(openedAt, true);
    }
}
