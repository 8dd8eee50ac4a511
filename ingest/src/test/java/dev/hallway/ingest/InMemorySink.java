// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.FactKey;
import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import dev.hallway.github.Comment;
import dev.hallway.github.IngestCursor;
import dev.hallway.github.Repository;
import dev.hallway.github.Review;
import dev.hallway.ingest.publish.OutgoingRecord;
import dev.hallway.ingest.publish.PageSink;
import dev.hallway.ingest.publish.SavedState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;

/** A log that lives as long as a test; may refuse one commit as a broker that goes away. */
final class InMemorySink implements PageSink {

    private final List<OutgoingRecord<?>> log = new ArrayList<>();
    private int commits;
    private int refused = -1;
    private int lostAnswer = -1;
    private final List<Topic<?, ?>> topics = Topics.ALL;

    void refuseCommit(int number) {
        this.refused = number;
    }

    /** The topic of cursors is lost, and created anew. */
    void forgetCursors() {
        log.removeIf(record -> record.topic().equals(Topics.INGEST_CURSORS));
    }

    /** Another log with the same records. */
    InMemorySink copy() {
        return without(key -> false);
    }

    /** Another log without the cursors of some keys. */
    InMemorySink without(Predicate<String> keys) {
        InMemorySink other = new InMemorySink();
        log.stream()
                .filter(record -> !record.topic().equals(Topics.INGEST_CURSORS) || !keys.test(record.key()))
                .forEach(other.log::add);
        return other;
    }

    /** The commit happens, but whoever asked for it is not told. */
    void loseAnswerToCommit(int number) {
        this.lostAnswer = number;
    }

    /** What was committed, in order. */
    List<OutgoingRecord<?>> records() {
        return List.copyOf(log);
    }

    int commits() {
        return commits;
    }

    @Override
    public SavedState restore() {
        Map<String, IngestCursor> cursors = new HashMap<>();
        Map<String, Repository> repositories = new HashMap<>();
        for (OutgoingRecord<?> record : log) {
            if (record.topic().equals(Topics.INGEST_CURSORS)) {
                cursors.put(record.key(), (IngestCursor) record.value());
            } else if (record.topic().equals(Topics.REPOSITORIES)) {
                repositories.put(record.key(), (Repository) record.value());
            }
        }
        return new SavedState(cursors, repositories);
    }

    @Override
    public void commit(List<OutgoingRecord<?>> page, Runnable committed) {
        if (commits++ == refused) {
            throw new KafkaException("The broker went away.");
        }
        assertThat(topics).containsAll(page.stream().map(OutgoingRecord::topic).toList());
        log.addAll(page);
        if (commits - 1 == lostAnswer) {
            throw new KafkaException("The broker went away.");
        }
        committed.run();
    }

    @Override
    @SuppressWarnings("unchecked") // A topic has one type of value.
    public <V extends SpecificRecord> void forEachCommitted(
            Topic<String, V> topic, Predicate<String> wanted, Consumer<V> consumer) {
        log.stream()
                .filter(record -> record.topic().equals(topic) && wanted.test(record.key()))
                .forEach(record -> consumer.accept((V) record.value()));
    }

    @Override
    public void close() {}

    <V> List<V> values(Topic<String, ?> topic, Class<V> type) {
        return log.stream()
                .filter(record -> record.topic().equals(topic))
                .map(record -> type.cast(record.value()))
                .toList();
    }

    Repository repository(String fullName) {
        Repository latest = restore().repositories().get(fullName);
        if (latest == null) {
            throw new AssertionError("No snapshot of " + fullName + " was published.");
        }
        return latest;
    }

    /** What readers of the log end with, one line for each entity, without when it was seen and checked. */
    Set<String> entities() {
        Map<String, SpecificRecord> latest = new HashMap<>();
        for (OutgoingRecord<?> record : log) {
            if (!record.topic().equals(Topics.INGEST_CURSORS)) {
                String entity = record.topic().name() + " " + FactKey.itemOf(record.key()) + " " + id(record);
                latest.merge(entity, record.value(), InMemorySink::later);
            }
        }
        Set<String> lines = new TreeSet<>();
        latest.forEach((entity, value) -> lines.add(entity + " "
                + value.toString()
                        .replaceAll("\"(observedAt|syncedAt|lastSweepAt|lastReconcileAt|oldestReadAt)\": [^,}]*", "")));
        return lines;
    }

    /** Of two snapshots the one that counts: by GitHub's time of change, then by when it was seen. */
    private static SpecificRecord later(SpecificRecord one, SpecificRecord next) {
        int order = time(one, "updatedAt").compareTo(time(next, "updatedAt"));
        int observed = time(one, "observedAt").compareTo(time(next, "observedAt"));
        return order > 0 || (order == 0 && observed > 0) ? one : next;
    }

    private static Instant time(SpecificRecord snapshot, String name) {
        Schema.Field field = snapshot.getSchema().getField(name);
        return field == null ? Instant.EPOCH : (Instant) snapshot.get(field.pos());
    }

    /** The latest states of issues, pull requests, comments and reviews that are not deleted. */
    Set<String> shown() {
        return entities().stream()
                .filter(line -> !line.startsWith(Topics.REPOSITORIES.name()))
                .filter(line -> !line.contains("\"deleted\": true"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String id(OutgoingRecord<?> record) {
        if (record.value() instanceof Comment comment) {
            return comment.getKind() + " " + comment.getId();
        }
        return record.value() instanceof Review review ? Long.toString(review.getId()) : "";
    }
}
