// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.webhook;

import dev.hallway.benchmarks.measure.Lateness;
import dev.hallway.benchmarks.measure.ProgressReporter;
import dev.hallway.benchmarks.measure.Records;
import dev.hallway.contract.Topics;
import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.standalone.Cluster;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Sends deliveries, and watches the rows of one week: each delivery adds one contribution to its repository.
 *
 * <p>Sending and watching are done by one thread, so that watching does not occupy a core needed by what is measured.
 */
final class Deliverer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LAST_LOOKS = Duration.ofMillis(50);
    private static final int READY = 200;
    private static final int ACCEPTED = 202;

    // GitHub's own deliveries use HTTP/1.1.
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final KafkaConsumer<String, SpecificRecord> consumer;
    private final URI service;
    private final String secret;
    private final String week;
    private final Map<String, Deque<Long>> underWay = new HashMap<>();
    private final Map<String, Long> counted = new HashMap<>();
    private final List<CompletableFuture<Long>> answers = new ArrayList<>();
    private final List<Long> shown = new ArrayList<>();

    Deliverer(Cluster cluster, URI service, String secret, String week) {
        this.service = service;
        this.secret = secret;
        this.week = week;
        this.consumer = Records.consumer(cluster, List.of(Topics.CONTRIBUTOR_DIVERSITY));
        List<TopicPartition> partitions = Records.partitions(consumer, Topics.CONTRIBUTOR_DIVERSITY);
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** Asks whether ingest is ready until it is, as whatever supervises it does. */
    void awaitReady() throws IOException, InterruptedException {
        HttpRequest question =
                HttpRequest.newBuilder(service.resolve("/health/ready")).build();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (http.send(question, BodyHandlers.discarding()).statusCode() != READY) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("Ingest was not ready for webhooks within " + PATIENCE + ".");
            }
            TimeUnit.NANOSECONDS.sleep(LAST_LOOKS.toNanos());
        }
    }

    /**
     * Sends them and waits until every one is visible.
     *
     * @param pause time from one to the next, whether or not it is visible yet; none for all at once
     */
    Timing deliver(List<Delivery> deliveries, Duration pause, ProgressReporter progress) {
        answers.clear();
        shown.clear();
        List<HttpRequest> requests = deliveries.stream()
                .map(delivery -> delivery.request(service, secret))
                .toList();
        long next = System.nanoTime();
        for (int index = 0; index < requests.size(); index++) {
            look(next);
            send(deliveries.get(index).repository(), requests.get(index));
            next += pause.toNanos();
            progress.report("deliveries seen", shown.size(), deliveries.size());
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (shown.size() < deliveries.size() && System.nanoTime() - end < 0) {
            look(System.nanoTime() + LAST_LOOKS.toNanos());
        }
        progress.report("deliveries seen", shown.size(), deliveries.size());
        List<Long> answered = answers.stream().map(CompletableFuture::join).toList();
        if (shown.size() < deliveries.size()) {
            throw new IllegalStateException(
                    deliveries.size() - shown.size() + " of " + deliveries.size() + " deliveries changed nothing.");
        }
        return new Timing(Lateness.of(answered), Lateness.of(shown));
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void send(String repository, HttpRequest request) {
        long start = System.nanoTime();
        underWay.computeIfAbsent(repository, unknown -> new ArrayDeque<>()).add(start);
        answers.add(http.sendAsync(request, BodyHandlers.ofString()).thenApply(answer -> accepted(answer, start)));
    }

    private static long accepted(HttpResponse<String> answer, long start) {
        if (answer.statusCode() != ACCEPTED) {
            throw new IllegalStateException("A delivery was answered by " + answer.statusCode() + ": " + answer.body());
        }
        return System.nanoTime() - start;
    }

    private void look(long until) {
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            for (ConsumerRecord<String, SpecificRecord> record : consumer.poll(Duration.ofNanos(left))) {
                if (record.value() instanceof ContributorDiversityWeek row
                        && row.getWeek().equals(week)) {
                    show(row);
                }
            }
        }
    }

    /** The oldest outstanding ones are counted first; a late one is still measured as late in the end. */
    private void show(ContributorDiversityWeek row) {
        long before = counted.getOrDefault(row.getRepository(), 0L);
        Deque<Long> sent = underWay.getOrDefault(row.getRepository(), new ArrayDeque<>());
        for (long more = before; more < row.getContributions(); more++) {
            Long start = sent.poll();
            if (start == null) {
                throw new IllegalStateException(row.getRepository() + " counts more than was delivered: " + row);
            }
            shown.add(System.nanoTime() - start);
        }
        counted.put(row.getRepository(), Math.max(before, row.getContributions()));
    }
}
