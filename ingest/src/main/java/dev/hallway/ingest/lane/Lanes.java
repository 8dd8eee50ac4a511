// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.lane;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All lanes of a process. Not thread-safe. */
public final class Lanes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
    private static final long SECONDS_TO_STOP = 10;

    private final List<Lane> lanes;

    /** The given lanes, which are closed with this. */
    public Lanes(List<Lane> lanes) {
        this.lanes = List.copyOf(lanes);
    }

    /** What a lane does on its own thread. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T on(Lane lane) throws InterruptedException;
    }

    /**
     * Runs the same work on every lane in parallel; a single lane works on the caller's thread.
     *
     * <p>If one of them fails, or the caller is interrupted, the others are stopped after their current page.
     *
     * @return the results, in the order in which they finished
     */
    public <T> List<T> each(Work<T> work) throws InterruptedException {
        if (lanes.size() == 1) {
            return List.of(work.on(lanes.get(0)));
        }
        ExecutorService threads = Executors.newFixedThreadPool(lanes.size());
        try {
            ExecutorCompletionService<T> running = new ExecutorCompletionService<>(threads);
            lanes.forEach(lane -> running.submit(named(lane, work)));
            List<T> results = new ArrayList<>();
            for (int left = lanes.size(); left > 0; left--) {
                results.add(running.take().get());
            }
            return results;
        } catch (ExecutionException failed) {
            throw cause(failed);
        } finally {
            stop(threads);
        }
    }

    @Override
    public void close() {
        lanes.forEach(Lane::close);
    }

    private static <T> Callable<T> named(Lane lane, Work<T> work) {
        return () -> {
            Thread.currentThread().setName("ingest-" + lane.name());
            return work.on(lane);
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
                LOG.warn("A lane did not stop within {} seconds; its current page is read again.", SECONDS_TO_STOP);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
