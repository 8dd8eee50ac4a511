// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import dev.hallway.ingest.access.LanePlan;
import dev.hallway.ingest.cycle.RepositoryCycle;
import dev.hallway.ingest.github.GitHubClient;
import dev.hallway.ingest.held.KnownState;
import dev.hallway.ingest.lane.Lane;
import dev.hallway.ingest.lane.Lanes;
import dev.hallway.ingest.lane.PollPolicy;
import dev.hallway.ingest.ledger.CursorReset;
import dev.hallway.ingest.publish.GroupCommitSink;
import dev.hallway.ingest.publish.InputTopics;
import dev.hallway.ingest.publish.KafkaPageSink;
import dev.hallway.ingest.publish.PageSink;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.ingest.report.RepositoryOutcome;
import dev.hallway.ingest.report.SerializedListeners;
import dev.hallway.ingest.tracing.TracedPageSink;
import dev.hallway.service.tracing.Tracing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.kafka.common.KafkaException;

/**
 * Brings repositories from GitHub to Kafka and keeps them up to date.
 *
 * <p>May be killed at any moment: the next one continues after the last committed page. Not thread-safe.
 */
public final class Ingester implements AutoCloseable {

    private final IngestSettings settings;
    private final PageSink sink;
    private final IngestEnvironment environment;
    private final IngestListener listener;
    private final KnownState known;
    private final Lanes lanes;

    /** An ingester that commits to the given sink and closes it in the end. */
    public Ingester(IngestSettings settings, PageSink sink, IngestEnvironment environment, IngestListener listener) {
        this.settings = settings;
        this.sink = sink;
        this.environment = environment;
        List<LanePlan> plans = settings.lanes();
        this.listener = SerializedListeners.of(listener);
        this.known = KnownState.restore(sink, this.listener);
        CursorReset cursors = new CursorReset(known, settings.host());
        if (settings.start().reset()) {
            cursors.forget(settings.repositories());
        }
        if (settings.start().verify()) {
            cursors.verify(settings.repositories());
        }
        this.lanes = new Lanes(plans.stream().map(this::lane).toList());
    }

    /**
     * Connects to Kafka, creates topics that are missing, and reads where the last ingest stopped.
     *
     * @throws org.apache.kafka.common.KafkaException if Kafka cannot be reached or refuses
     * @throws dev.hallway.contract.UnevenPartitionsException if the topics differ in their partitions
     */
    public static Ingester connect(IngestSettings settings, IngestListener listener) throws InterruptedException {
        return connect(settings, listener, Tracing.off());
    }

    /**
     * The same, traced.
     *
     * @param tracing closed by whoever has made it, after the ingester
     */
    public static Ingester connect(IngestSettings settings, IngestListener listener, Tracing tracing)
            throws InterruptedException {
        IngestEnvironment environment = IngestEnvironment.real();
        InputTopics.createMissing(settings.kafka(), settings.partitions());
        PageSink sink = new GroupCommitSink(
                new KafkaPageSink(settings.kafka(), settings.ingestId(), settings.registry(), environment.clock()));
        try {
            return tracing.isOn()
                    ? traced(settings, new TracedPageSink(sink, tracing), environment, listener)
                    : new Ingester(settings, sink, environment, listener);
        } catch (KafkaException failed) {
            sink.close();
            throw failed;
        }
    }

    /** An ingester whose pages are traced; the sink also listens to how they are read. */
    static Ingester traced(
            IngestSettings settings, TracedPageSink sink, IngestEnvironment environment, IngestListener listener) {
        return new Ingester(settings, sink, environment, SerializedListeners.of(listener, sink));
    }

    /**
     * Reads every repository once until nothing is left to read of it.
     *
     * @throws org.apache.kafka.common.KafkaException if a page could not be committed; close this ingester then
     */
    public CycleReport runCycle() throws InterruptedException {
        List<CycleReport> reports = lanes.each(Lane::runCycle);
        List<RepositoryOutcome> outcomes = new ArrayList<>();
        reports.forEach(report -> outcomes.addAll(report.outcomes()));
        outcomes.sort(Comparator.comparingInt(outcome -> settings.repositories().indexOf(outcome.requestedName())));
        CycleReport all = new CycleReport(
                outcomes, reports.stream().mapToLong(CycleReport::requests).sum());
        listener.cycleFinished(all);
        return all;
    }

    /** GitHub's own name of a repository, as far as it is known; otherwise the requested one. */
    public String canonicalName(String requestedName) {
        return known.canonicalName(settings.host(), requestedName);
    }

    /** Runs cycle after cycle, with the poll interval between them, until asked to stop or interrupted. */
    public void run(BooleanSupplier stop) throws InterruptedException {
        run(stop, repository -> true, () -> {});
    }

    /**
     * The same, each lane independently of the others.
     *
     * @param isDue false for repositories that are not due yet
     * @param cycleEnded called after every cycle of a lane that was not interrupted
     */
    public void run(BooleanSupplier stop, Predicate<String> isDue, Runnable cycleEnded) throws InterruptedException {
        PollPolicy policy = new PollPolicy(
                settings.pollInterval(), environment.pause(), environment.clock(), isDue, cycleEnded, stop);
        lanes.each(lane -> {
            lane.run(policy);
            return lane;
        });
    }

    @Override
    public void close() {
        lanes.close();
        sink.close();
    }

    private Lane lane(LanePlan plan) {
        GitHubClient github = new LaneClients(settings, environment, listener).client(plan);
        known.lastObservation(settings.host()).ifPresent(github::resumeClock);
        RepositoryCycle cycle = new RepositoryCycle(
                github, known, settings.host(), settings.start(), settings.checks(), plan.identity(), listener);
        return new Lane(plan.name(), plan.repositories(), github, cycle, listener);
    }
}
