// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.topology;

import dev.hallway.contract.Topic;
import dev.hallway.service.tracing.Tracing;
import dev.hallway.streams.community.CommunityStores;
import dev.hallway.streams.community.Notice;
import dev.hallway.streams.community.TaskMemory;
import dev.hallway.streams.digest.DigestModel;
import dev.hallway.streams.digest.DigestRecord;
import dev.hallway.streams.failure.UnreadableStores;
import dev.hallway.streams.operations.TaskMeters;
import dev.hallway.streams.people.People;
import dev.hallway.streams.people.PeopleInForce;
import dev.hallway.streams.processor.CommunityProcessor;
import dev.hallway.streams.processor.NoticeProcessor;
import dev.hallway.streams.processor.TaskSettings;
import dev.hallway.streams.publication.Activity;
import dev.hallway.streams.publication.CommitPolicy;
import dev.hallway.streams.publication.DigestPrinter;
import dev.hallway.streams.publication.Output;
import dev.hallway.streams.query.StoreReader;
import dev.hallway.streams.reference.Community.Snapshot;
import dev.hallway.streams.state.InMemoryStores;
import dev.hallway.streams.state.TableReader;
import dev.hallway.streams.tracing.Traces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.MockProcessorContext.CapturedForward;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The processors of one task in transactions of any length, which a crash takes back: {@code TopologyTestDriver} commits
 * after every record.
 */
final class CrashingTask {

    private final List<Snapshot> facts;
    private final PeopleInForce people = new PeopleInForce();
    private final int remembered;
    private final List<Notice> notices = new ArrayList<>();
    private final Map<String, Map<String, SpecificRecord>> topics = new TreeMap<>();
    private Position position = new Position(0, 0);
    private Position committed = position;
    private List<KeyValue<Bytes, byte[]>> committedCommunity = List.of();
    private List<KeyValue<Bytes, byte[]>> committedChanges = List.of();
    private long now;

    private KeyValueStore<Bytes, byte[]> community;
    private KeyValueStore<Bytes, byte[]> changes;
    private Activity activity;
    private MockProcessorContext<String, Object> context;
    private CommunityProcessor keeper;
    private NoticeProcessor taker;

    CrashingTask(List<Snapshot> facts, int remembered) {
        this.facts = facts;
        this.remembered = remembered;
        start();
    }

    /** Takes the next fact or notice; false if there is none. */
    boolean take() {
        if (position.notice() < notices.size()) {
            taker.process(new Record<>("", notices.get(position.notice()), 0));
            position = new Position(position.fact(), position.notice() + 1);
            return true;
        }
        if (position.fact() < facts.size()) {
            Snapshot fact = facts.get(position.fact());
            keeper.process(new Record<>(fact.key(), fact.value(), 0));
            position = new Position(position.fact() + 1, position.notice());
            return true;
        }
        return false;
    }

    /** Derives and publishes what has changed. */
    void look() {
        now += CommitPolicy.LOOK.toMillis();
        context.scheduledPunctuators().get(0).getPunctuator().punctuate(now);
    }

    void commit() {
        committed = position;
        committedCommunity = entries(community);
        committedChanges = entries(changes);
        for (CapturedForward<? extends String, ?> sent : context.forwarded()) {
            Record<? extends String, ?> record = sent.record();
            String operator = sent.childName().orElseThrow();
            if (operator.equals(Output.NOTICES)) {
                notices.add((Notice) record.value());
            } else {
                topics.computeIfAbsent(operator, name -> new TreeMap<>())
                        .put(record.key(), (SpecificRecord) record.value());
            }
        }
        context.resetForwards();
    }

    /** From now on, these are the people. */
    void replaceBy(People registered) {
        people.replaceBy(registered);
    }

    /** Goes on from the last commit. */
    void crash() {
        position = committed;
        start();
    }

    /** Takes, publishes and commits all that is left. */
    void finish() {
        do {
            while (take()) {
                commit();
            }
            look();
            commit();
        } while (activity.unsettled() > 0 || position.notice() < notices.size());
    }

    StoreReader reader() {
        return new StoreReader(new TableReader(community), people);
    }

    /** The rows that stand on a metric topic. */
    Map<String, SpecificRecord> standing(Topic<?, ?> topic) {
        Map<String, SpecificRecord> rows = new TreeMap<>();
        Output.ALL.stream().filter(output -> output.topic().equals(topic)).forEach(output -> topics.getOrDefault(
                        output.operator(), Map.of())
                .forEach((key, row) -> {
                    if (row != null) {
                        rows.put(key, row);
                    }
                }));
        return rows;
    }

    private void start() {
        community = InMemoryStores.named(CommunityStores.COMMUNITY);
        changes = InMemoryStores.named(CommunityStores.CHANGES);
        activity = new Activity();
        DigestPrinter printer = new DigestPrinter(
                Runnable::run, (reader, repository, week) -> DigestRecord.of(DigestModel.of(reader, repository, week)));
        TaskSettings settings = new TaskSettings(
                1, people, printer, activity, new UnreadableStores(), TaskMeters.unread(), new Traces(Tracing.off()));
        TaskMemory memory = TaskMemory.builder(actor -> people.current().membership(actor), remembered)
                .build();
        context = new MockProcessorContext<>();
        context.setCurrentSystemTimeMs(0);
        MockProcessorContext<Void, Void> other = new MockProcessorContext<>();
        for (StateStore store : List.of(community, changes, memory)) {
            store.init(context.getStateStoreContext(), store);
            other.addStateStore(store);
        }
        committedCommunity.forEach(entry -> community.put(entry.key, entry.value));
        committedChanges.forEach(entry -> changes.put(entry.key, entry.value));
        keeper = new CommunityProcessor(settings);
        keeper.init(context);
        taker = new NoticeProcessor(settings);
        taker.init(other);
    }

    private static List<KeyValue<Bytes, byte[]>> entries(KeyValueStore<Bytes, byte[]> store) {
        List<KeyValue<Bytes, byte[]>> entries = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            all.forEachRemaining(entries::add);
        }
        return entries;
    }

    private record Position(int fact, int notice) {}
}
