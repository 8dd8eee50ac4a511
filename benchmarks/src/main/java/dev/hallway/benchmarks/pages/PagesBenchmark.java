// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hallway.benchmarks.cluster.ClusterProcess;
import dev.hallway.benchmarks.cluster.StreamsProcess;
import dev.hallway.benchmarks.measure.Loading;
import dev.hallway.benchmarks.measure.ProgressReporter;
import dev.hallway.benchmarks.workload.Communities;
import dev.hallway.standalone.Cluster;
import dev.hallway.standalone.caughtup.CaughtUp;
import dev.hallway.streams.runtime.RuntimePolicy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One run: streams reads many repositories, one of them ten years old; then a browser loads pages, each several times. */
final class PagesBenchmark {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PagesPlan plan;
    private final ProgressReporter progress;

    PagesBenchmark(PagesPlan plan, ProgressReporter progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /** What each page took, each time. */
    Map<String, List<PageLoad>> run() throws IOException, InterruptedException {
        Path directory = plan.directory();
        try (ClusterProcess process = ClusterProcess.start(directory.resolve("cluster"), plan.brokerOptions())) {
            Cluster cluster = process.cluster();
            String old = load(cluster);
            try (StreamsProcess streams =
                    StreamsProcess.start(cluster, directory.resolve("state"), plan.javaOptions())) {
                try (CaughtUp caughtUp = new CaughtUp(cluster.kafka(), RuntimePolicy.APPLICATION_ID, () -> 0)) {
                    caughtUp.await(PATIENCE, look -> {});
                }
                awaitFigures(streams.address());
                return measure(streams.address(), old);
            }
        }
    }

    private String load(Cluster cluster) {
        try (Loading loading = new Loading(cluster, 20)) {
            loading.load(plan.volume(), progress);
            String old = Communities.generateTenYears(plan.volume(), plan.oldEvents(), loading::send);
            loading.flush();
            return old;
        }
    }

    private Map<String, List<PageLoad>> measure(URI service, String old) {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("overview", "/");
        pages.put("overview, by who waits", "/?sort=waiting&order=desc");
        pages.put("repository, ten years", "/r/" + old + "?range=all");
        pages.put("people, ten years", "/r/" + old + "/people");
        Map<String, List<PageLoad>> loads = new LinkedHashMap<>();
        try (ColdBrowser browser = new ColdBrowser()) {
            pages.forEach((name, path) -> {
                List<PageLoad> times = new ArrayList<>();
                for (int time = 0; time < plan.times(); time++) {
                    times.add(browser.load(service.resolve(path)));
                }
                loads.put(name, times);
            });
        }
        return loads;
    }

    /** Until the overview has a figure for every repository. */
    private void awaitFigures(URI service) throws IOException, InterruptedException {
        URI portfolio = service.resolve("/api/v1/portfolio?limit=1");
        long unread = Long.MAX_VALUE;
        long last = System.nanoTime() + PATIENCE.toNanos();
        while (unread > 0) {
            if (System.nanoTime() - last > 0) {
                throw new IllegalStateException("The figures of " + unread + " repositories are still not read.");
            }
            JsonNode answer = JSON.readTree(
                            CLIENT.send(HttpRequest.newBuilder(portfolio).build(), BodyHandlers.ofString())
                                    .body())
                    .path("data");
            unread = answer.path("total").asLong() > plan.volume().repositories()
                    ? answer.path("unread").asLong()
                    : Long.MAX_VALUE;
            TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
        }
    }
}
