// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.topology;

import static dev.hallway.streams.reference.Facts.issue;
import static dev.hallway.streams.reference.Facts.pullRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.github.PullRequest;
import dev.hallway.health.Evidence;
import dev.hallway.streams.read.ItemView.Reference;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What GitHub answered by GraphQL outlives the snapshots that REST and webhooks bring after it. */
class ClosingReferencesTest {

    private static final String APP = "acme/app";
    private static final PullRequest BY_REST = pullRequest(APP, 3)
            .body("Fixes #1")
            .updatedAt("2024-01-02T10:00:00Z")
            .build();
    private static final PullRequest BY_GRAPHQL = pullRequest(APP, 3)
            .body("Fixes #1")
            .closingByGitHub("acme/app#2")
            .updatedAt("2024-01-02T10:00:00Z")
            .build();
    private static final PullRequest LATER_BY_REST = pullRequest(APP, 3)
            .title("Edited")
            .body("Fixes #1")
            .updatedAt("2024-01-03T10:00:00Z")
            .build();
    private static final PullRequest LATER_BY_GRAPHQL = pullRequest(APP, 3)
            .title("Edited")
            .body("Fixes #1")
            .closingByGitHub()
            .updatedAt("2024-01-03T10:00:00Z")
            .build();

    private HallwayDriver hallway;

    @BeforeEach
    void start(@TempDir Path stateDirectory) {
        hallway = new HallwayDriver(stateDirectory);
        hallway.take(issue(APP, 1).build());
        hallway.take(issue(APP, 2).build());
    }

    @AfterEach
    void stop() {
        hallway.close();
    }

    @Test
    void shouldBelieveTheTextWhileGitHubWasNotAsked() {
        // When
        List<Reference> references = referencesAfter(BY_REST);

        // Then
        assertThat(references).containsExactly(new Reference(APP, 1, Evidence.KEYWORD));
    }

    @Test
    void shouldTakeGitHubsAnswerOfTheSameMomentAsTheTextOfRest() {
        // When
        List<Reference> references = referencesAfter(BY_REST, BY_GRAPHQL);

        // Then
        assertThat(references)
                .containsExactly(new Reference(APP, 2, Evidence.GITHUB), new Reference(APP, 1, Evidence.MENTION, true));
    }

    @Test
    void shouldLetTheAnswerStandWhenRestShowsThePullRequestAgain() {
        // When
        List<Reference> references = referencesAfter(BY_REST, BY_GRAPHQL, LATER_BY_REST);

        // Then
        assertThat(references)
                .containsExactly(new Reference(APP, 2, Evidence.GITHUB), new Reference(APP, 1, Evidence.MENTION, true));
    }

    @Test
    void shouldTakeAnAnswerThatArrivesAfterALaterSnapshot() {
        // When
        List<Reference> references = referencesAfter(LATER_BY_REST, BY_GRAPHQL);

        // Then
        assertThat(references)
                .containsExactly(new Reference(APP, 2, Evidence.GITHUB), new Reference(APP, 1, Evidence.MENTION, true));
    }

    @Test
    void shouldReplaceAnAnswerByALaterOneOnly() {
        // When
        List<Reference> references = referencesAfter(BY_REST, LATER_BY_REST, LATER_BY_GRAPHQL, BY_GRAPHQL);

        // Then
        assertThat(references).containsExactly(new Reference(APP, 1, Evidence.MENTION, true));
    }

    private List<Reference> referencesAfter(PullRequest... snapshots) {
        for (PullRequest snapshot : snapshots) {
            hallway.take(snapshot);
        }
        hallway.settle();
        return hallway.reader().item(APP, 3).orElseThrow().references();
    }
}
