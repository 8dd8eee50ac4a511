// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.forgetting;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import dev.hallway.people.ForgottenAccounts;
import dev.hallway.service.forgotten.Forgotten;
import dev.hallway.service.topic.CommittedRecords;
import dev.hallway.streams.forgetting.ForgettingOutcome.Forgot;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Serializer;

/** Takes people out of every topic. Ingest and streams must not run meanwhile. */
public final class Forgetting {

    // Their records hold counts, and no names.
    private static final Set<String> NAMELESS = Topics.OUTPUTS.stream()
            .filter(topic -> !topic.equals(Topics.STORIES) && !topic.equals(Topics.DIGESTS))
            .map(Topic::name)
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, Map<String, String>> CONFIGURED = Topics.ALL.stream()
            .filter(topic -> !NAMELESS.contains(topic.name()))
            .collect(Collectors.toUnmodifiableMap(Topic::name, Topic::topicConfig));

    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Map<String, Object> kafka;
    private final SchemaRegistry registry;
    private final Clock clock;
    private final Duration patience;
    private final Consumer<String> stages;
    private final CommittedRecords records;

    /**
     * Prepares to forget on this Kafka.
     *
     * @param patience how long Kafka may take to remove what was rewritten
     * @param stages is told in words what is being done
     */
    public Forgetting(
            Map<String, Object> kafka,
            SchemaRegistry registry,
            Clock clock,
            Duration patience,
            Consumer<String> stages) {
        this.kafka = Map.copyOf(kafka);
        this.registry = registry;
        this.clock = clock;
        this.patience = patience;
        this.stages = stages;
        records = new CommittedRecords(kafka, registry);
    }

    /**
     * Restores the configuration of topics if a process was killed while it forgot somebody.
     *
     * @throws KafkaException if Kafka cannot be reached, or refuses
     */
    public static void endBrokenOff(Admin admin) {
        new Compaction(admin, CONFIGURED).endBrokenOff();
    }

    /**
     * Looks what would be done, and changes nothing.
     *
     * @param logins in any case
     * @throws KafkaException if Kafka or the schema registry cannot be reached
     */
    public ForgettingOutcome look(Collection<String> logins) {
        return find(logins, sought -> {
            Map<String, RewriteRule> rules = rules(sought, Forgotten.NOBODY.and(sought.logins(), sought.ids()));
            SortedMap<String, Long> counts = new TreeMap<>();
            try (TopicRewriting topics = new TopicRewriting(records, kafka)) {
                rules.forEach((topic, rule) -> {
                    if (!NAMELESS.contains(topic)) {
                        count(counts, topic, topics.count(topic, rule));
                    }
                });
            }
            return counts;
        });
    }

    /**
     * Forgets them. What was derived is deleted, and derived anew when streams starts the next time.
     *
     * @param logins in any case
     * @throws KafkaException if Kafka or the schema registry cannot be reached, or refuses; it can be tried again
     */
    public ForgettingOutcome forget(Collection<String> logins) {
        try (Admin admin = Admin.create(kafka)) {
            DerivedState derived = new DerivedState(admin);
            int instances = derived.instances();
            if (instances > 0) {
                return new ForgettingOutcome.StillRunning(instances);
            }
            return find(logins, sought -> {
                Forgotten forgotten = records.forgotten().and(sought.logins(), sought.ids());
                Map<String, RewriteRule> rules = rules(sought, forgotten);
                SortedMap<String, Long> counts =
                        new Compaction(admin, CONFIGURED).during(() -> rewrite(forgotten, rules));
                stages.accept("Deleting what was derived");
                derived.delete();
                return counts;
            });
        }
    }

    /** Finds the accounts, and does the work on them unless they own what is measured. */
    private ForgettingOutcome find(Collection<String> logins, Function<SoughtAccounts, SortedMap<String, Long>> work) {
        stages.accept("Looking for the accounts");
        AccountSearch search = new AccountSearch(records);
        SoughtAccounts sought = search.find(logins);
        List<String> owned = search.ownedBy(sought);
        return owned.isEmpty() ? new Forgot(sought, work.apply(sought)) : new ForgettingOutcome.OwnsRepositories(owned);
    }

    private SortedMap<String, Long> rewrite(Forgotten forgotten, Map<String, RewriteRule> rules) {
        SortedMap<String, Long> counts = new TreeMap<>();
        long now = clock.millis();
        try (TopicRewriting topics = new TopicRewriting(records, kafka)) {
            // First, so that whoever starts after a crash in between brings nobody back.
            topics.write(Topics.FORGOTTEN, Forgotten.KEY, written(forgotten), now);
            rules.forEach((topic, rule) -> {
                stages.accept("Rewriting " + topic);
                long rewritten = topics.rewrite(topic, rule, now);
                if (!NAMELESS.contains(topic)) {
                    count(counts, topic, rewritten);
                }
            });
            stages.accept("Waiting until Kafka has removed what was rewritten");
            awaitRemoval(topics, rules, counts.keySet());
        }
        return counts;
    }

    private byte[] written(Forgotten forgotten) {
        try (Serializer<ForgottenAccounts> writer =
                Topics.FORGOTTEN.valueSerde(registry).serializer()) {
            return writer.serialize(Topics.FORGOTTEN.name(), forgotten.accounts());
        }
    }

    private void awaitRemoval(TopicRewriting topics, Map<String, RewriteRule> rules, Set<String> rewritten) {
        long deadline = System.nanoTime() + patience.toNanos();
        Map<String, RewriteRule> left = new TreeMap<>(rules);
        left.keySet().retainAll(rewritten);
        while (!left.isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("Kafka has not yet removed all that was rewritten in "
                        + String.join(", ", left.keySet()) + " within " + patience.toSeconds() + " seconds.");
            }
            LockSupport.parkNanos(LOOK.toNanos());
            if (Thread.interrupted()) {
                throw new InterruptException("Interrupted while Kafka removes what was rewritten.");
            }
            left.entrySet().removeIf(topic -> !topics.isNamed(topic.getKey(), topic.getValue()));
        }
    }

    private Map<String, RewriteRule> rules(SoughtAccounts sought, Forgotten forgotten) {
        return new RewriteRules(sought, forgotten, registry).byTopic();
    }

    private static void count(SortedMap<String, Long> counts, String topic, long records) {
        if (records > 0) {
            counts.put(topic, records);
        }
    }
}
