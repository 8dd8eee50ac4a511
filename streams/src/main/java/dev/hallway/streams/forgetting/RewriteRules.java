// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.forgetting;

import dev.hallway.contract.RepositoryPartitioner;
import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import dev.hallway.github.IngestCursor;
import dev.hallway.service.forgotten.Forgotten;
import dev.hallway.service.forgotten.Withholding;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Bytes;

/** What becomes of the records of every topic when accounts are forgotten. */
final class RewriteRules {

    // Of two snapshots of the same moment, the rewritten one has to win, and nothing that GitHub shows later may lose.
    private static final Duration LATER = Duration.ofMillis(1);

    private final SoughtAccounts.LoginsInBytes logins;
    private final SoughtAccounts sought;
    private final Withholding withholding;
    private final SchemaRegistry registry;

    RewriteRules(SoughtAccounts sought, Forgotten forgotten, SchemaRegistry registry) {
        this.sought = sought;
        this.registry = registry;
        logins = sought.inBytes();
        withholding = new Withholding(forgotten);
    }

    /** The rules by the names of the topics; what is not among them names nobody. */
    Map<String, RewriteRule> byTopic() {
        Map<String, RewriteRule> rules = new LinkedHashMap<>();
        rewrite(rules, Topics.ISSUES, withholding::without);
        rewrite(rules, Topics.PULL_REQUESTS, withholding::without);
        rewrite(rules, Topics.COMMENTS, withholding::without);
        rewrite(rules, Topics.REVIEWS, withholding::without);
        rewrite(rules, Topics.REPOSITORIES, withholding::without);
        rewrite(rules, Topics.PEOPLE, withholding::without);
        rewrite(rules, Topics.INGEST_CURSORS, this::withoutThem);
        // What they are derived from is rewritten, and what may no longer be derived is to be gone.
        Topics.OUTPUTS.stream()
                .filter(topic -> !topic.equals(Topics.DIGESTS))
                .forEach(topic -> rules.put(topic.name(), record -> new Rewrite.Withdrawn()));
        rules.put(Topics.DIGESTS.name(), this::digest);
        rules.put(Topics.DEAD_LETTERS.name(), this::deadLetter);
        return rules;
    }

    private <V extends SpecificRecord> void rewrite(
            Map<String, RewriteRule> rules, Topic<String, V> topic, UnaryOperator<V> rewriting) {
        Deserializer<V> reader = topic.valueSerde(registry).deserializer();
        Serializer<V> writer = topic.valueSerde(registry).serializer();
        rules.put(topic.name(), record -> {
            // What was once read under another name; a cursor of it begins anew if that name is asked for again.
            if (sought.logins().contains(owner(text(record.key())))) {
                return new Rewrite.Withdrawn();
            }
            if (!logins.areIn(record.value())) {
                return new Rewrite.Kept();
            }
            V value = reader.deserialize(topic.name(), record.value());
            V rewritten = rewriting.apply(value);
            return rewritten.equals(value)
                    ? new Rewrite.Kept()
                    : new Rewrite.Replaced(Bytes.wrap(writer.serialize(topic.name(), later(rewritten))));
        });
    }

    private IngestCursor withoutThem(IngestCursor cursor) {
        return IngestCursor.newBuilder(cursor)
                .setGaps(cursor.getGaps().stream().map(withholding::text).toList())
                .build();
    }

    /** The same record, observed a little later if it says when it was observed. */
    private static <V extends SpecificRecord> V later(V rewritten) {
        Schema.Field observedAt = rewritten.getSchema().getField("observedAt");
        if (observedAt != null) {
            Instant before = (Instant) rewritten.get(observedAt.pos());
            rewritten.put(observedAt.pos(), before.plus(LATER));
        }
        return rewritten;
    }

    /** A digest is text in two forms, in which a name may be written in several ways. */
    private Rewrite digest(ConsumerRecord<byte[], byte[]> record) {
        return logins.areIn(record.value()) ? new Rewrite.Withdrawn() : new Rewrite.Kept();
    }

    /** Nobody could read it, so nobody can rewrite it. */
    private Rewrite deadLetter(ConsumerRecord<byte[], byte[]> record) {
        boolean named = logins.areIn(record.key()) || logins.areIn(record.value());
        for (Header header : record.headers()) {
            named |= header.value() != null && logins.areIn(header.value());
        }
        return named ? new Rewrite.Withdrawn() : new Rewrite.Kept();
    }

    /** Whose repository a key names; keys of cursors name the host before it. */
    private static String owner(String key) {
        String first = RepositoryPartitioner.repository(key);
        boolean isHost = first.indexOf('/') < 0;
        return AccountSearch.owner(isHost ? key.substring(key.indexOf('|') + 1) : first);
    }

    private static String text(byte[] key) {
        return new String(key, StandardCharsets.UTF_8);
    }
}
