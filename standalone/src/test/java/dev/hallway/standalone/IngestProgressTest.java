// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.github.IngestStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IngestProgressTest {

    private static final String REPOSITORY = "dapr/dapr";

    private final List<String> stages = new ArrayList<>();
    private final IngestProgress progress = new IngestProgress(new Watcher() {

        @Override
        public void stage(String what) {
            stages.add(what);
        }

        @Override
        public void progress(long done, long total) {}

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
}
