// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect;

import dev.hallway.connect.config.GitHubSourceConfig;
import dev.hallway.connect.lane.ForgottenLookup;
import dev.hallway.connect.lane.LaneIngest;
import dev.hallway.connect.lane.PartitionLookup;
import dev.hallway.contract.InputPartitions;
import dev.hallway.ingest.IngestEnvironment;
import dev.hallway.service.topic.CommittedRecords;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.jspecify.annotations.Nullable;

/** Reads the repositories of one lane; each poll brings one page, complete. */
public final class GitHubSourceTask extends SourceTask {

    // A task that waits for GitHub must still notice a request to pause or stop.
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final PartitionLookup lookup;
    private final ForgottenLookup forgotten;
    private @Nullable LaneIngest ingest;

    /** What Connect calls. */
    public GitHubSourceTask() {
        this(InputPartitions::read, (kafka, registry) -> new CommittedRecords(kafka, registry).forgotten());
    }

    /** A task that uses the given lookups for the topics' partitions and for who was forgotten. */
    GitHubSourceTask(PartitionLookup lookup, ForgottenLookup forgotten) {
        this.lookup = lookup;
        this.forgotten = forgotten;
    }

    @Override
    public String version() {
        return GitHubSourceConnector.VERSION;
    }

    @Override
    public void start(Map<String, String> properties) {
        GitHubSourceConfig config = new GitHubSourceConfig(properties);
        ingest = LaneIngest.start(
                config.settings(config.lane()),
                context.offsetStorageReader(),
                lookup,
                forgotten,
                IngestEnvironment.real());
    }

    /** The next page; null, as Connect wants it, if there is none yet. */
    @Override
    public @Nullable List<SourceRecord> poll() throws InterruptedException {
        LaneIngest running = ingest;
        if (running == null) {
            throw new ConnectException("The task was not started.");
        }
        return running.next(PATIENCE).orElse(null);
    }

    @Override
    public void stop() {
        LaneIngest running = ingest;
        if (running != null) {
            running.close();
        }
    }
}
