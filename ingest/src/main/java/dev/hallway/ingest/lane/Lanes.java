// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.lane;

import dev.hallway.ingest.report.RepositoryOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All lanes of a process. Not thread-safe. */
public final class Lanes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
    private static final long SECONDS_TO_STOP = 10;

    private final List<Lane> lanes;

    /** Takes the lanes, which are closed with this. */
    public Lanes(List<Lane> lanes) {
        this.lanes = List.copyOf(lanes);
    }

    /**
     * Reads every repository that is due once, the lanes beside each other; a single lane runs on the caller's thread.
     *
     * <p>If one of them cannot go on at all, or the caller is interrupted, the others are stopped after their page.
     *
     * @return the outcomes, lane by lane
     */
    public List<RepositoryOutcome> run(Predicate<String> isDue) throws InterruptedException {
        if (lanes.size() == 1) {
            return lanes.get(0).run(isDue);
        }
        ExecutorService threads = Executors.newFixedThreadPool(lanes.size());
        try {
            ExecutorCompletionService<List<RepositoryOutcome>> running = new ExecutorCompletionService<>(threads);
            lanes.forEach(lane -> running.submit(named(lane, isDue)));
            List<RepositoryOutcome> outcomes = new ArrayList<>();
            for (int left = lanes.size(); left > 0; left--) {
                outcomes.addAll(running.take().get());
            }
            return outcomes;
        } catch (ExecutionException failed) {
            throw cause(failed);
        } finally {
            stop(threads);
        }
    }

    /** Number of requests sent so far. */
    public long requests() {
        return lanes.stream().mapToLong(Lane::requests).sum();
    }

    @Override
    public void close() {
        lanes.forEach(Lane::close);
    }

    private static Callable<List<RepositoryOutcome>> named(Lane lane, Predicate<String> isDue) {
        return () -> {
            Thread.currentThread().setName("ingest-" + lane.name());
            return lane.run(isDue);
        };
    }

    private static RuntimeException cause(ExecutionException failed) throws InterruptedException {
        if (failed.getCause() instanceof InterruptedException) {
            throw new InterruptedException("A lane was interrupted.");
        }
        if (failed.getCause() instanceof Error error) {
            throw error;
        }
        return failed.getCause() instanceof RuntimeException unchecked
                ? unchecked
                : new IllegalStateException("A lane failed.", failed.getCause());
    }

    private static void stop(ExecutorService threads) {
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                LOG.warn("A lane did not stop within {} seconds; its page under way is read again.", SECONDS_TO_STOP);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
