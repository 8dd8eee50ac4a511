// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.github.IngestStream;
import dev.hallway.ingest.report.RepositoryOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IngestProgressTest {

    private static final String REPOSITORY = "dapr/dapr";

    private final List<String> stages = new ArrayList<>();
    private final List<Long> snapshots = new ArrayList<>();
    private final IngestProgress progress = new IngestProgress(new Watcher() {

        @Override
        public void stage(String what) {
            stages.add(what);
        }

        @Override
        public void progress(long done, long total) {
            snapshots.add(done);
        }

        @Override
        public void note(String line) {}
    });

    @Test
    void shouldSayOnceThatItReadsARepository() {
        // When
        for (int poll = 0; poll < 5; poll++) {
            progress.repositoryStarted(REPOSITORY);
            progress.pageCommitted(REPOSITORY, IngestStream.ISSUES, 0);
        }

        // Then
        assertThat(stages).containsExactly("Reading dapr/dapr");
    }

    @Test
    void shouldSayItAgainWhenAPollFindsSomething() {
        // Given
        progress.repositoryStarted(REPOSITORY);
        progress.repositoryStarted(REPOSITORY);

        // When
        progress.pageCommitted(REPOSITORY, IngestStream.ISSUES, 3);
        progress.pageCommitted(REPOSITORY, IngestStream.ISSUES, 2);

        // Then
        assertThat(stages).containsExactly("Reading dapr/dapr", "Reading dapr/dapr");
    }

    @Test
    void shouldNameTheRepositoryInWhichSomethingWasFoundThoughAnotherLaneBeganLater() {
        // Given
        polls();

        // When
        polls();
        progress.pageCommitted(REPOSITORY, IngestStream.ISSUES, 3);

        // Then
        assertThat(stages).containsExactly("Reading dapr/dapr", "Reading old/name", "Reading dapr/dapr");
    }

    @Test
    void shouldNameARepositoryByGitHubsOwnName() {
        // Given
        polls();

        // When
        polls();
        progress.moved("old/name", "New/Name");
        progress.pageCommitted("New/Name", IngestStream.ISSUES, 3);
        progress.pageCommitted("New/Name", IngestStream.ISSUES, 3);

        // Then
        assertThat(stages).containsExactly("Reading dapr/dapr", "Reading old/name", "Reading New/Name");
    }

    @Test
    void shouldCountWhatAllLanesReadUntilNoneReadsAnyMore() {
        // When
        progress.repositoryStarted(REPOSITORY);
        progress.pageCommitted(REPOSITORY, IngestStream.ISSUES, 100);
        progress.repositoryStarted("old/name");
        progress.pageCommitted("old/name", IngestStream.ISSUES, 10);
        progress.repositoryFinished(upToDate(REPOSITORY));
        progress.repositoryFinished(upToDate("old/name"));
        progress.repositoryStarted(REPOSITORY);
        progress.pageCommitted(REPOSITORY, IngestStream.ISSUES, 1);

        // Then
        assertThat(snapshots).containsExactly(100L, 110L, 1L);
    }

    /** One lane after the other. */
    private void polls() {
        progress.repositoryStarted(REPOSITORY);
        progress.repositoryStarted("old/name");
    }

    private static RepositoryOutcome upToDate(String repository) {
        return new RepositoryOutcome.UpToDate(repository, repository, 1, Instant.EPOCH);
    }
}
