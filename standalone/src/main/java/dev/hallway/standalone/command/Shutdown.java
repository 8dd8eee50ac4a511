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
    private final Runnable answer;
    private final Thread hook = new Thread(this::stop, "stop-hallway");
    private volatile @Nullable Hallway hallway;

    private Shutdown(Runnable answer) {
        this.answer = answer;
    }

    /**
     * Listens for SIGINT and SIGTERM.
     *
     * @param answer called when one comes before this is closed
     */
    static Shutdown onSignal(Runnable answer) {
        Shutdown shutdown = new Shutdown(answer);
        Runtime.getRuntime().addShutdownHook(shutdown.hook);
        return shutdown;
    }

    /** Whether the process is ending, so that what fails now fails because of it. */
    static boolean isUnderWay() {
        Thread none = new Thread(() -> {}, "none");
        try {
            Runtime.getRuntime().addShutdownHook(none);
            Runtime.getRuntime().removeShutdownHook(none);
            return false;
        } catch (IllegalStateException ending) { // So Java says that hooks are running.
            return true;
        }
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
        if (finished.getCount() == 0) {
            return;
        }
        answer.run();
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
