// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.streams.read.InMemoryCommunity;
import dev.hallway.streams.read.ItemView.Kind;
import dev.hallway.streams.read.LastWord;
import dev.hallway.streams.read.Rows;
import dev.hallway.streams.read.SecretsCommunity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingTest {

    private static final Instant OPENED = SecretsCommunity.WEEK.start();
    private static final long A_DAY = 86_400;

    private final InMemoryCommunity community = SecretsCommunity.emptyCommunity();

    @Test
    void shouldListDraftsApart() {
        // Given
        community
                .with(Rows.item(SecretsCommunity.NAME, 1, Kind.ISSUE, OPENED).build())
                .with(pullRequest(2).draft().build())
                .with(pullRequest(3).build())
                .with(pullRequest(4).draft().response(later(1), true).build());

        // When
        Waiting waiting = Waiting.now(community, SecretsCommunity.NAME, 50);

        // Then
        assertThat(numbers(waiting.firstReply())).containsExactly(1L, 3L);
        assertThat(numbers(waiting.drafts())).containsExactly(2L);
        assertThat(numbers(waiting.review())).containsExactly(3L);
    }

    @Test
    void shouldListWhoSpokeLastInAPullRequestOfTheirsLongestFirst() {
        // Given: reviews were answered by their authors, in another one it is the author's turn
        community
                .with(pullRequest(1).response(later(1), true).build())
                .with(1, new LastWord(true, later(3)))
                .with(pullRequest(2).response(later(1), true).build())
                .with(2, new LastWord(false, later(1)))
                .with(pullRequest(3).response(later(1), true).build())
                .with(3, new LastWord(true, later(2)))
                .with(pullRequest(4).closed(later(4)).build())
                .with(pullRequest(5).bot().build())
                .with(Rows.item(SecretsCommunity.NAME, 6, Kind.ISSUE, OPENED).build());

        // When
        Waiting waiting = Waiting.now(community, SecretsCommunity.NAME, 50);

        // Then
        assertThat(waiting.review().shown()).extracting(Wait::since).containsExactly(later(2), later(3));
        assertThat(numbers(waiting.review())).containsExactly(3L, 1L);
    }

    @Test
    void shouldNotLetAPullRequestWaitForAReviewBeforeItWasReady() {
        // Given: one was marked ready after two days
        community.with(pullRequest(1).ready(later(2)).build());

        // When
        Waiting now = Waiting.now(community, SecretsCommunity.NAME, 50);
        List<Long> reviewDayBefore = new ArrayList<>();
        List<Long> draftsDayBefore = new ArrayList<>();
        Waiting.Lists lists = new Waiting.Lists(
                wait -> {},
                wait -> draftsDayBefore.add(wait.item().number()),
                wait -> reviewDayBefore.add(wait.item().number()));
        community.forEachItem(
                SecretsCommunity.NAME, new Waiting.Sorter(community, SecretsCommunity.NAME, later(1), lists)::offer);

        // Then
        assertThat(now.review().shown()).extracting(Wait::since).containsExactly(later(2));
        assertThat(reviewDayBefore).isEmpty();
        assertThat(draftsDayBefore).containsExactly(1L);
    }

    @Test
    void shouldSayHowManyMoreThereAre() {
        // Given
        for (int number = 1; number <= 5; number++) {
            community.with(pullRequest(number).build());
        }

        // When
        Waiting waiting = Waiting.now(community, SecretsCommunity.NAME, 2);

        // Then
        assertThat(numbers(waiting.review())).containsExactly(1L, 2L);
        assertThat(waiting.review().more()).isEqualTo(3);
    }

    @Test
    void shouldSayWhoWaits() {
        // Given
        community
                .with(pullRequest(1).author("new").newcomer().build())
                .with(pullRequest(2).author("back").returning().build())
                .with(pullRequest(3).author("lead").byMaintainer().newcomer().build())
                .with(pullRequest(4).author("regular").build());

        // When
        String markdown =
                MarkdownDigest.render(DigestModel.of(community, SecretsCommunity.NAME, SecretsCommunity.WEEK));

        // Then
        assertThat(markdown)
                .contains("by **new** (newcomer)\n")
                .contains("by **back** (returning contributor)\n")
                .contains("by **lead** (newcomer, maintainer)\n")
                .contains("by **regular**\n");
    }

    private static Rows.ItemBuilder pullRequest(long number) {
        return Rows.item(SecretsCommunity.NAME, number, Kind.PULL_REQUEST, OPENED);
    }

    private static Instant later(int days) {
        return OPENED.plusSeconds(days * A_DAY);
    }

    private static List<Long> numbers(Excerpt<Wait> waits) {
        return waits.shown().stream().map(wait -> wait.item().number()).toList();
    }
}
