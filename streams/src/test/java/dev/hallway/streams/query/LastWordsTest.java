// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.query;

import static dev.hallway.streams.reference.Facts.ALICE;
import static dev.hallway.streams.reference.Facts.BOB;
import static dev.hallway.streams.reference.Facts.GHOST;
import static dev.hallway.streams.reference.Facts.ROBOT;
import static dev.hallway.streams.reference.Facts.comment;
import static dev.hallway.streams.reference.Facts.issue;
import static dev.hallway.streams.reference.Facts.pullRequest;
import static dev.hallway.streams.reference.Facts.review;
import static dev.hallway.streams.reference.Facts.reviewComment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.github.Account;
import dev.hallway.streams.people.People;
import dev.hallway.streams.read.ItemView;
import dev.hallway.streams.read.LastWord;
import dev.hallway.streams.reference.Facts;
import dev.hallway.streams.topology.HallwayDriver;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastWordsTest {

    private static final String APP = "acme/app";
    private static final Instant OPENED = Facts.START;

    @SuppressWarnings("NullAway.Init")
    private HallwayDriver hallway;

    @BeforeEach
    void open(@TempDir Path stateDirectory) {
        hallway = new HallwayDriver(stateDirectory);
    }

    @AfterEach
    void close() {
        hallway.close();
    }

    @Test
    void shouldCountFromTheOpeningWhileNobodyElseHasSpoken() {
        // Given: the author asks again, and a bot says something
        hallway.take(pullRequest(APP, 1).openedBy(ALICE).build());
        says(ALICE, 11, 2);
        says(ROBOT, 12, 3);

        // When, Then
        assertThat(lastWord(Instant.MAX)).contains(new LastWord(true, OPENED));
    }

    @Test
    void shouldCountFromTheFirstWordOfTheAuthorAfterTheReview() {
        // Given
        hallway.take(pullRequest(APP, 1).openedBy(ALICE).build());
        hallway.take(review(APP, 1, 21).by(BOB).at(hours(1)).build());
        hallway.take(reviewComment(APP, 1, 22).by(ALICE).at(hours(2)).build());
        says(ALICE, 23, 5);

        // When, Then
        assertThat(lastWord(Instant.MAX)).contains(new LastWord(true, OPENED.plusSeconds(2 * 3_600)));
        assertThat(lastWord(OPENED.plusSeconds(2 * 3_600)))
                .as("before the author answered")
                .contains(new LastWord(false, OPENED.plusSeconds(3_600)));
    }

    @Test
    void shouldTakeAPersonWhoIsUnknownForAnotherHuman() {
        // Given
        hallway.take(pullRequest(APP, 1).openedBy(ALICE).build());
        says(GHOST, 11, 1);

        // When, Then
        assertThat(lastWord(Instant.MAX)).map(LastWord::byAuthor).contains(false);
    }

    @Test
    void shouldNotKnowTheLastWordOfWhatIsNotThere() {
        // When, Then
        assertThat(lastWord(Instant.MAX)).isEmpty();
    }

    @Test
    void shouldSayWhoIsBackAfterTwelveWeeks() {
        // Given: Alice opens an issue, another one 12 weeks later, and a third 13 weeks after that
        long week = 7 * 24;
        opens(1, 0);
        opens(2, 12 * week);
        opens(3, 25 * week);
        hallway.settle();

        // When, Then
        assertThat(item(1)).matches(ItemView::authorIsNewcomer).matches(item -> !item.authorIsReturning());
        assertThat(item(2)).matches(item -> !item.authorIsNewcomer()).matches(item -> !item.authorIsReturning());
        assertThat(item(3)).matches(item -> !item.authorIsNewcomer()).matches(ItemView::authorIsReturning);
    }

    private void opens(long number, long hours) {
        hallway.take(issue(APP, number).openedBy(ALICE).at(hours(hours)).build());
    }

    private void says(Account who, long id, long hours) {
        hallway.take(comment(APP, 1, id).by(who).at(hours(hours)).build());
    }

    private ItemView item(long number) {
        return new StoreReader(hallway.tables(), People.unregistered())
                .item(APP, number)
                .orElseThrow();
    }

    private Optional<LastWord> lastWord(Instant before) {
        hallway.settle();
        return new StoreReader(hallway.tables(), People.unregistered()).lastWord("Acme/App", 1, before);
    }

    private static String hours(long later) {
        return OPENED.plusSeconds(later * 3_600).toString();
    }
}
