// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.query;

import static dev.hallway.streams.reference.Facts.ALICE;
import static dev.hallway.streams.reference.Facts.BOB;
import static dev.hallway.streams.reference.Facts.ROBOT;
import static dev.hallway.streams.reference.Facts.comment;
import static dev.hallway.streams.reference.Facts.pullRequest;
import static dev.hallway.streams.reference.Facts.review;
import static dev.hallway.streams.reference.Facts.reviewComment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hallway.github.AuthorAssociation;
import dev.hallway.streams.read.ConversationEntry;
import dev.hallway.streams.read.EventView.Kind;
import dev.hallway.streams.read.ParticipantView;
import dev.hallway.streams.read.ParticipantView.MaintainerSign;
import dev.hallway.streams.reference.Facts;
import dev.hallway.streams.topology.HallwayDriver;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest {

    private static final String APP = "acme/app";

    @SuppressWarnings("NullAway.Init")
    private HallwayDriver hallway;

    @BeforeEach
    void open(@TempDir Path stateDirectory) {
        hallway = new HallwayDriver(stateDirectory);
        hallway.take(pullRequest(APP, 1).openedBy(ALICE).build());
    }

    @AfterEach
    void close() {
        hallway.close();
    }

    @Test
    void shouldTellWhatWasWrittenInOrderOfTimeAndByWhom() {
        // Given: a comment on the code becomes visible with its review
        hallway.take(comment(APP, 1, 30).by(ROBOT).at(minutes(1)).build());
        hallway.take(reviewComment(APP, 1, 12).of(11L).by(BOB).at(minutes(2)).build());
        hallway.take(review(APP, 1, 11)
                .by(BOB)
                .as(AuthorAssociation.MEMBER)
                .at(minutes(5))
                .build());
        hallway.take(comment(APP, 1, 20).by(ALICE).at(minutes(3)).build());
        hallway.settle();

        // When
        List<ConversationEntry> all = page(null, 10);

        // Then
        assertThat(all)
                .extracting(
                        entry -> entry.place().kind(), entry -> entry.place().id())
                .containsExactly(
                        tuple(Kind.ISSUE_COMMENT, 30L),
                        tuple(Kind.ISSUE_COMMENT, 20L),
                        tuple(Kind.REVIEW, 11L),
                        tuple(Kind.REVIEW_COMMENT, 12L));
        assertThat(all.get(3).place().at()).isEqualTo(minutes(5));
        assertThat(all.get(0).by().kind()).isEqualTo(ParticipantView.Kind.BOT);
        assertThat(all.get(1).by().login()).isEqualTo("alice");
        assertThat(all.get(2).by().maintainerSign()).isEqualTo(MaintainerSign.ASSOCIATION);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 50, 51})
    void shouldTellEverythingOnceHoweverLargeAPageIs(int limit) {
        // Given: two comments a minute, the later ones with the lower ids
        int comments = 50;
        for (int id = 1; id <= comments; id++) {
            hallway.take(comment(APP, 1, id).by(BOB).at(minutes(60 - id / 2)).build());
        }
        hallway.settle();

        // When
        List<ConversationEntry.Place> pages = new ArrayList<>();
        ConversationEntry.Place after = null;
        List<ConversationEntry> page;
        do {
            page = page(after, limit);
            page.forEach(entry -> pages.add(entry.place()));
            after = page.isEmpty()
                    ? null
                    : ConversationEntry.Place.parse(
                                    page.get(page.size() - 1).place().toString())
                            .orElseThrow();
        } while (page.size() == limit);

        // Then
        assertThat(pages).isSortedAccordingTo(ConversationEntry.Place.IN_ORDER).doesNotHaveDuplicates();
        assertThat(pages)
                .extracting(ConversationEntry.Place::id)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, comments).boxed().toList());
    }

    @Test
    void shouldLeaveOutWhatNobodyCanSee() {
        // Given
        hallway.take(comment(APP, 1, 10).by(BOB).at(minutes(1)).build());
        hallway.take(comment(APP, 1, 10)
                .by(BOB)
                .at(minutes(1))
                .deleted()
                .observedAt(minutes(9))
                .build());
        hallway.settle();

        // When, Then
        assertThat(page(null, 10)).isEmpty();
        assertThat(hallway.reader().conversation(APP, 2, null, 10)).isEmpty();
    }

    private List<ConversationEntry> page(ConversationEntry.@Nullable Place after, int limit) {
        return hallway.reader().conversation("Acme/APP", 1, after, limit);
    }

    private static Instant minutes(long minutes) {
        return Facts.START.plusSeconds(60 * minutes);
    }
}
