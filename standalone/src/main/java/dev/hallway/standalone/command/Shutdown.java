// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import dev.hallway.standalone.Hallway;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops everything when the process is asked to end, and delays its end until then, or for some seconds. */
final class Shutdown implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Shutdown.class);
    private static final long BOUND_SECONDS = 40;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop-hallway");
    private volatile @Nullable Hallway hallway;

    private Shutdown() {}

    /** Listens for SIGINT and SIGTERM. */
    static Shutdown onSignal() {
        Shutdown shutdown = new Shutdown();
        Runtime.getRuntime().addShutdownHook(shutdown.hook);
        return shutdown;
    }

    /** What to close when the signal comes. */
    void closesFirst(Hallway running) {
        hallway = running;
    }

    /** Lets the process end. */
    @Override
    public void close() {
        finished.countDown();
    }

    private void stop() {
        Hallway running = hallway;
        if (running == null) {
            return;
        }
        Thread closing = new Thread(running::close, "close-hallway");
        closing.setDaemon(true);
        closing.start();
        try {
            // Once this returns, the process ends, whatever is still running.
            if (!finished.await(BOUND_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Hallway did not stop within {} seconds; ending anyway.", BOUND_SECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
