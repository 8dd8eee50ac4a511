// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** How many partitions the input topics of a cluster have: they are read together, so all must have the same number. */
public final class InputPartitions {

    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private InputPartitions() {}

    /** The state of a cluster. */
    public sealed interface Found {

        /** The number of those that exist, if it is the same for all; topics yet to be created get this one. */
        OptionalInt inForce();
    }

    /**
     * All input topics exist and have the same number.
     *
     * @param partitions the number that each of them has
     */
    public record Agreed(int partitions) implements Found {

        @Override
        public OptionalInt inForce() {
            return OptionalInt.of(partitions);
        }
    }

    /**
     * Input topics differ.
     *
     * @param counts the number of each that exists, by its name
     */
    public record Disagreed(Map<String, Integer> counts) implements Found {

        /** Sorts them by name. */
        public Disagreed {
            counts = Collections.unmodifiableMap(new TreeMap<>(counts));
        }

        @Override
        public OptionalInt inForce() {
            return OptionalInt.empty();
        }

        /** For the user: each topic with its number, the rule, and the remedy. */
        public String sentence() {
            String each = counts.entrySet().stream()
                    .map(topic -> topic.getKey() + " has " + topic.getValue())
                    .collect(Collectors.joining(", "));
            return "The input topics differ in their partitions: " + each
                    + ". All must have the same number, so that the"
                    + " records of one repository meet. Stop ingest and streams, delete the topics that are not as the"
                    + " others, and start ingest with --reset: it creates them like those that are left, and reads"
                    + " everything again.";
        }
    }

    /**
     * Input topics do not exist.
     *
     * @param topics names of those that are missing
     * @param inForce the number of the others; empty if there are none
     */
    public record Missing(List<String> topics, OptionalInt inForce) implements Found {

        /** Copies the names. */
        public Missing {
            topics = List.copyOf(topics);
        }

        /** For the user: which topics, and the remedy. */
        public String sentence() {
            return "Input topics are missing: " + String.join(", ", topics) + ". Start ingest, which creates them.";
        }
    }

    /**
     * Asks with a client of its own.
     *
     * @throws KafkaException if the cluster refuses or cannot be reached
     */
    public static Found read(Map<String, Object> clientConfig) throws InterruptedException {
        Admin admin = Admin.create(clientConfig);
        try {
            return read(admin);
        } finally {
            // Otherwise a process asked to stop would wait for an answer that nobody needs any more.
            admin.close(LONGEST_FAREWELL);
        }
    }

    /**
     * Asks with a client of its own, and repeats that while topics are missing: a broker may not know yet of those that
     * were created a moment ago.
     *
     * @param patience how long to keep asking before topics count as missing
     * @throws KafkaException if the cluster refuses or cannot be reached
     */
    public static Found await(Map<String, Object> clientConfig, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        Found found = read(clientConfig);
        while (found instanceof Missing && System.nanoTime() - end < 0) {
            TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
            found = read(clientConfig);
        }
        return found;
    }

    /**
     * Asks with the given client.
     *
     * @throws KafkaException if the cluster refuses or cannot be reached
     */
    public static Found read(Admin admin) throws InterruptedException {
        List<String> names = Topics.INPUTS.stream().<String>map(Topic::name).toList();
        Map<String, KafkaFuture<TopicDescription>> asked =
                admin.describeTopics(names).topicNameValues();
        Map<String, Integer> counts = new TreeMap<>();
        List<String> missing = new ArrayList<>();
        for (String name : names) {
            OptionalInt count = count(Objects.requireNonNull(asked.get(name)));
            count.ifPresentOrElse(partitions -> counts.put(name, partitions), () -> missing.add(name));
        }
        Set<Integer> different = new TreeSet<>(counts.values());
        if (different.size() > 1) {
            return new Disagreed(counts);
        }
        OptionalInt inForce = different.stream().mapToInt(Integer::intValue).findFirst();
        return missing.isEmpty() ? new Agreed(inForce.orElseThrow()) : new Missing(missing, inForce);
    }

    private static OptionalInt count(KafkaFuture<TopicDescription> description) throws InterruptedException {
        try {
            return OptionalInt.of(description.get().partitions().size());
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof UnknownTopicOrPartitionException) {
                return OptionalInt.empty();
            }
            if (failed.getCause() instanceof KafkaException refused) {
                throw refused;
            }
            throw new KafkaException("Kafka's topics could not be read.", failed);
        }
    }
}
