// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.live;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Listens as many open pages do, each over a connection of its own. */
final class OpenPages implements AutoCloseable {

    private static final int THREADS = 2;
    private static final int PATIENCE_SECONDS = 60;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final List<Page> pages = new ArrayList<>();
    private final CountDownLatch opening;

    /** Begins to open them. */
    OpenPages(URI service, int number, ToldPages told) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .executor(threads)
                .build();
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/api/v1/changes"))
                .header("Accept", "text/event-stream")
                .build();
        opening = new CountDownLatch(number);
        for (int index = 0; index < number; index++) {
            Page page = new Page(index, told, opening);
            pages.add(page);
            var unused = client.sendAsync(request, BodyHandlers.fromLineSubscriber(page));
        }
    }

    /** Waits until each has been greeted. */
    void awaitOpen() throws InterruptedException {
        if (!opening.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException(
                    opening.getCount() + " of " + pages.size() + " pages could not be opened within a minute.");
        }
    }

    @Override
    public void close() {
        pages.forEach(Page::close);
        threads.shutdownNow();
    }

    private static final class Page implements Flow.Subscriber<String> {

        private final int number;
        private final ToldPages told;
        private final CountDownLatch opening;
        private volatile Flow.@Nullable Subscription subscription;

        Page(int number, ToldPages told, CountDownLatch opening) {
            this.number = number;
            this.told = told;
            this.opening = opening;
        }

        @Override
        public void onSubscribe(Flow.Subscription lines) {
            subscription = lines;
            lines.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (line.equals("event: open")) {
                opening.countDown();
            }
            told.told(number, line);
        }

        @Override
        public void onError(Throwable broken) {
            // What it is not told any more is missing in the end.
        }

        @Override
        public void onComplete() {
            // The same.
        }

        void close() {
            Flow.Subscription lines = subscription;
            if (lines != null) {
                lines.cancel();
            }
        }
    }
}
