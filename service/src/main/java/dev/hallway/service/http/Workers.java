// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.http;

import io.javalin.http.Handler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads on which a server answers.
 *
 * <p>What answers without delay, such as health, does not need them: it runs on the threads that read heads and bodies,
 * which nothing else may occupy. However busy these are, health still answers.
 */
public final class Workers {

    private static final int THREADS = 64;
    private static final int WAITING = 1_000;
    private static final long IDLE_SECONDS = 60;

    private final ThreadPoolExecutor threads;

    Workers() {
        AtomicInteger number = new AtomicInteger();
        threads = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), task -> {
                    Thread thread = new Thread(task, "http-worker-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /** The same handler on one of these threads; 503 if too many requests wait for one. */
    public Handler answering(Handler handler) {
        return context -> context.future(() -> CompletableFuture.runAsync(
                () -> {
                    try {
                        handler.handle(context);
                    } catch (RuntimeException failure) {
                        throw failure;
                    } catch (Exception failure) { // The signature of handle() allows any.
                        throw new CompletionException(failure);
                    }
                },
                threads));
    }

    Executor executor() {
        return threads;
    }

    /** Ends them; what is being answered is interrupted. */
    void close() {
        threads.shutdownNow();
    }
}
