// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.streams.read.InMemoryCommunity;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.read.SecretsCommunity;
import java.util.List;
import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void shouldTellInOneSentenceWhatHappened() {
        // When
        Summary summary = summary(SecretsCommunity.community());

        // Then
        assertThat(summary.happened())
                .isEqualTo(
                        "3 people, 1 of them for the first time, made 9 contributions; 1 issue and 1 pull request was "
                                + "opened, 1 pull request merged, 2 issues closed, and 1 request was answered by a merge.");
    }

    @Test
    void shouldSayThatNobodyDidAnything() {
        // When
        Summary summary = DigestModel.of(SecretsCommunity.community(), "dapr/dapr", SecretsCommunity.WEEK.next())
                .summary();

        // Then
        assertThat(summary.happened())
                .isEqualTo(
                        "Nothing happened in the week: nobody contributed, and nothing was opened, closed or merged.");
        assertThat(summary.changed())
                .isEqualTo("What changed cannot be said yet (the data do not reach to the end of the week).");
        assertThat(summary.complete()).contains("which is not over the whole week, and are incomplete (1049 of 1060");
    }

    @Test
    void shouldSayWhyItIsNotKnownWhatHappened() {
        // When
        Summary summary = DigestModel.of(SecretsCommunity.community(), "dapr/dapr", SecretsCommunity.WEEK.plus(9))
                .summary();

        // Then
        assertThat(summary.happened())
                .isEqualTo("What happened in the week is not known: the data do not reach into the week.");
    }

    @Test
    void shouldSayThatFiguresWillChangeBeforeTheFirstPassIsFinished() {
        // Given
        InMemoryCommunity community =
                new InMemoryCommunity(new RepositorySummary("Dapr/dapr", "", null, false, List.of(), null, null, null));

        // When
        Summary summary = summary(community);

        // Then
        assertThat(summary.complete())
                .isEqualTo("The first pass over GitHub is not finished, so all figures will still change.");
    }

    private static Summary summary(InMemoryCommunity community) {
        return DigestModel.of(community, "dapr/dapr", SecretsCommunity.WEEK).summary();
    }
}
