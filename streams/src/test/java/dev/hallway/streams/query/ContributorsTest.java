// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.query;

import static dev.hallway.streams.reference.Facts.comment;
import static dev.hallway.streams.reference.Facts.issue;
import static dev.hallway.streams.reference.Facts.pullRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.streams.read.Contributor;
import dev.hallway.streams.read.Contributor.Deed;
import dev.hallway.streams.read.CountedContribution.Kind;
import dev.hallway.streams.reference.Facts;
import dev.hallway.streams.topology.HallwayDriver;
import dev.hallway.streams.week.IsoWeek;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the people of a week did in it, and whether they had been there before. */
@SuppressWarnings("NullAway.Init") // Set before each test.
class ContributorsTest {

    private static final String APP = "acme/app";
    private static final IsoWeek WEEK = IsoWeek.parse("2024-W20");
    private static final Instant NOON = WEEK.start().plusSeconds(43_200);

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
    void shouldTellWhatANewcomerDidFirst() {
        // Given
        hallway.take(issue(APP, 1)
                .openedBy(Facts.user(1, "host"))
                .at("2024-05-01T00:00:00Z")
                .build());
        hallway.take(comment(APP, 1, 5).by(Facts.user(2, "nell")).at(NOON).build());
        hallway.take(pullRequest(APP, 2)
                .openedBy(Facts.user(2, "nell"))
                .at(NOON.plusSeconds(60).toString())
                .mergedAt(NOON.plusSeconds(120).toString())
                .build());
        hallway.settle();

        // When
        Contributor nell = contributor("nell", WEEK);

        // Then
        assertThat(nell.newcomer()).isTrue();
        assertThat(nell.lastWeekBefore()).isNull();
        assertThat(nell.deeds().first()).isEqualTo(new Deed(Kind.ISSUE_COMMENT, 1, NOON));
        assertThat(nell.deeds().pullRequest()).isEqualTo(new Deed(Kind.PULL_REQUEST_OPENED, 2, NOON.plusSeconds(60)));
        assertThat(nell.deeds().merge()).isEqualTo(new Deed(Kind.PULL_REQUEST_MERGED, 2, NOON.plusSeconds(120)));
        assertThat(nell.deeds().firstMerge()).isTrue();
        assertThat(nell.cameBackIn(WEEK)).isFalse();
    }

    @Test
    void shouldKnowWhoCameBackByACommentAndWhoWasOnlyMerged() {
        // Given: both were there long ago; since then one commented, and of the other an old pull request was merged
        Instant longAgo = WEEK.plus(-40).start().plusSeconds(60);
        hallway.take(issue(APP, 1)
                .openedBy(Facts.user(1, "back"))
                .at(longAgo.toString())
                .build());
        hallway.take(pullRequest(APP, 2)
                .openedBy(Facts.user(2, "away"))
                .at(longAgo.toString())
                .mergedAt(NOON.toString())
                .build());
        hallway.take(comment(APP, 1, 5).by(Facts.user(1, "back")).at(NOON).build());
        hallway.settle();

        // When
        Contributor back = contributor("back", WEEK);
        Contributor away = contributor("away", WEEK);

        // Then
        assertThat(back.cameBackIn(WEEK)).isTrue();
        assertThat(back.lastWeekBefore()).isEqualTo(WEEK.plus(-40));
        assertThat(away.cameBackIn(WEEK)).isFalse();
        assertThat(away.deeds().firstMerge()).isTrue();
    }

    @Test
    void shouldTakeOnlyTheWeekOfTheFirstMergeForIt() {
        // Given
        for (int number = 1; number <= 2; number++) {
            hallway.take(pullRequest(APP, number)
                    .openedBy(Facts.user(1, "odo"))
                    .at(WEEK.start().toString())
                    .mergedAt(WEEK.plus(number - 1).start().plusSeconds(60).toString())
                    .build());
        }
        hallway.settle();

        // When, Then
        assertThat(contributor("odo", WEEK).deeds().firstMerge()).isTrue();
        assertThat(contributor("odo", WEEK.next()).deeds().firstMerge()).isFalse();
        assertThat(contributor("odo", WEEK.next()).lastWeekBefore()).isEqualTo(WEEK);
    }

    private Contributor contributor(String login, IsoWeek week) {
        return hallway.reader().contributors(APP, week).stream()
                .filter(contributor -> contributor.login().equals(login))
                .findFirst()
                .orElseThrow();
    }
}
