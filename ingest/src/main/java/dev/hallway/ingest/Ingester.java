// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import dev.hallway.contract.Topic;
import dev.hallway.contract.TopicCreation;
import dev.hallway.contract.Topics;
import dev.hallway.ingest.cycle.KnownState;
import dev.hallway.ingest.cycle.RepositoryCycle;
import dev.hallway.ingest.github.GitHubClient;
import dev.hallway.ingest.publish.KafkaPageSink;
import dev.hallway.ingest.publish.PageSink;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.ingest.report.RepositoryOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;

/**
 * Brings repositories from GitHub to Kafka and keeps them up to date.
 *
 * <p>May be killed at any moment: the next one goes on after the last committed page. Not thread-safe.
 */
public final class Ingester implements AutoCloseable {

    private final IngestSettings settings;
    private final PageSink sink;
    private final Surroundings surroundings;
    private final IngestListener listener;
    private final GitHubClient github;
    private final RepositoryCycle cycle;

    /** An ingester that commits to the given sink, which it closes in the end. */
    public Ingester(IngestSettings settings, PageSink sink, Surroundings surroundings, IngestListener listener) {
        this.settings = settings;
        this.sink = sink;
        this.surroundings = surroundings;
        this.listener = listener;
        this.github = new GitHubClient(
                settings.githubUrl(),
                settings.token(),
                surroundings.clock(),
                surroundings.pause(),
                surroundings.jitter(),
                listener);
        this.cycle = new RepositoryCycle(
                github,
                KnownState.restore(sink, listener),
                settings.host(),
                settings.token().isPresent(),
                listener);
    }

    /**
     * Connects to Kafka, creates topics that are missing, and reads where the last ingest stopped.
     *
     * @throws org.apache.kafka.common.KafkaException if Kafka cannot be reached or refuses
     */
    public static Ingester connect(IngestSettings settings, IngestListener listener) throws InterruptedException {
        Surroundings surroundings = Surroundings.real();
        try (Admin admin = Admin.create(settings.kafka())) {
            List<Topic<?, ?>> topics = new ArrayList<>(Topics.INPUTS);
            topics.add(Topics.INGEST_CURSORS);
            new TopicCreation(admin).createMissing(topics);
        }
        PageSink sink =
                new KafkaPageSink(settings.kafka(), settings.ingestId(), settings.registry(), surroundings.clock());
        return new Ingester(settings, sink, surroundings, listener);
    }

    /**
     * Reads every repository once until nothing is left to read of it.
     *
     * @throws org.apache.kafka.common.KafkaException if a page could not be committed; close this ingester then
     */
    public CycleReport runCycle() throws InterruptedException {
        return runCycle(settings.repositories());
    }

    private CycleReport runCycle(List<String> repositories) throws InterruptedException {
        long before = github.requests();
        List<RepositoryOutcome> outcomes = new ArrayList<>();
        for (String repository : repositories) {
            listener.repositoryStarted(repository);
            RepositoryOutcome outcome = cycle.run(repository);
            listener.repositoryFinished(outcome);
            outcomes.add(outcome);
        }
        CycleReport report = new CycleReport(outcomes, github.requests() - before);
        listener.cycleFinished(report);
        return report;
    }

    /** Runs cycle after cycle, with the poll interval between them, until told to stop or interrupted. */
    public void run(BooleanSupplier stop) throws InterruptedException {
        run(stop, repository -> true);
    }

    /** The same, leaving out of a cycle the repositories that need not be asked yet. */
    public void run(BooleanSupplier stop, Predicate<String> isDue) throws InterruptedException {
        while (!stop.getAsBoolean()) {
            List<String> due = settings.repositories().stream().filter(isDue).toList();
            if (!due.isEmpty()) {
                runCycle(due);
            }
            if (!stop.getAsBoolean()) {
                surroundings.pause().pause(settings.pollInterval());
            }
        }
    }

    @Override
    public void close() {
        github.close();
        sink.close();
    }
}
