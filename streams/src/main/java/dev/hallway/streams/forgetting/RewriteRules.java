// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.forgetting;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import dev.hallway.github.Comment;
import dev.hallway.github.IngestCursor;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Review;
import dev.hallway.service.forgotten.Forgotten;
import dev.hallway.service.forgotten.Withholding;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
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

    private final Sought.Needles needles;
    private final Sought sought;
    private final Withholding withholding;
    private final SchemaRegistry registry;

    RewriteRules(Sought sought, Forgotten forgotten, SchemaRegistry registry) {
        this.sought = sought;
        this.registry = registry;
        needles = sought.needles();
        withholding = new Withholding(forgotten);
    }

    /** The rules by the names of the topics; what is not among them names nobody. */
    Map<String, RewriteRule> byTopic() {
        Map<String, RewriteRule> rules = new LinkedHashMap<>();
        rewrite(rules, Topics.ISSUES, this::rewritten);
        rewrite(rules, Topics.PULL_REQUESTS, this::rewritten);
        rewrite(rules, Topics.COMMENTS, this::rewritten);
        rewrite(rules, Topics.REVIEWS, this::rewritten);
        rewrite(rules, Topics.REPOSITORIES, withholding::without);
        rewrite(rules, Topics.PEOPLE, withholding::without);
        rewrite(rules, Topics.INGEST_CURSORS, this::rewritten);
        // What they are derived from is rewritten, and what may no longer be derived is to be gone.
        Topics.OUTPUTS.stream()
                .filter(topic -> !topic.equals(Topics.DIGESTS))
                .forEach(topic -> rules.put(topic.name(), record -> new Rewrite.Withdrawn()));
        rules.put(Topics.DIGESTS.name(), this::digest);
        rules.put(Topics.DEAD_LETTERS.name(), this::deadLetter);
        return rules;
    }

    private Issue rewritten(Issue issue) {
        Issue without = withholding.without(issue);
        return without.equals(issue)
                ? issue
                : Issue.newBuilder(without)
                        .setObservedAt(issue.getObservedAt().plus(LATER))
                        .build();
    }

    private PullRequest rewritten(PullRequest pull) {
        PullRequest without = withholding.without(pull);
        return without.equals(pull)
                ? pull
                : PullRequest.newBuilder(without)
                        .setObservedAt(pull.getObservedAt().plus(LATER))
                        .build();
    }

    private Comment rewritten(Comment comment) {
        Comment without = withholding.without(comment);
        return without.equals(comment)
                ? comment
                : Comment.newBuilder(without)
                        .setObservedAt(comment.getObservedAt().plus(LATER))
                        .build();
    }

    private Review rewritten(Review review) {
        Review without = withholding.without(review);
        return without.equals(review)
                ? review
                : Review.newBuilder(without)
                        .setObservedAt(review.getObservedAt().plus(LATER))
                        .build();
    }

    private <V extends SpecificRecord> void rewrite(
            Map<String, RewriteRule> rules, Topic<String, V> topic, UnaryOperator<V> rewriting) {
        Deserializer<V> reader = topic.valueSerde(registry).deserializer();
        Serializer<V> writer = topic.valueSerde(registry).serializer();
        rules.put(topic.name(), record -> {
            // What was once read under another name; of a cursor, it is read from the beginning if it is asked for
            // again.
            if (sought.logins().contains(owner(text(record.key())))) {
                return new Rewrite.Withdrawn();
            }
            if (!needles.areIn(record.value())) {
                return new Rewrite.Kept();
            }
            V value = reader.deserialize(topic.name(), record.value());
            V rewritten = rewriting.apply(value);
            return rewritten.equals(value)
                    ? new Rewrite.Kept()
                    : new Rewrite.Replaced(Bytes.wrap(writer.serialize(topic.name(), rewritten)));
        });
    }

    private IngestCursor rewritten(IngestCursor cursor) {
        return IngestCursor.newBuilder(cursor)
                .setGaps(cursor.getGaps().stream().map(withholding::text).toList())
                .build();
    }

    /** A digest is text in two forms, in which a name may be written in several ways. */
    private Rewrite digest(ConsumerRecord<byte[], byte[]> record) {
        return needles.areIn(record.value()) ? new Rewrite.Withdrawn() : new Rewrite.Kept();
    }

    /** Nobody could read it, so nobody can rewrite it. */
    private Rewrite deadLetter(ConsumerRecord<byte[], byte[]> record) {
        boolean named = needles.areIn(record.key()) || needles.areIn(record.value());
        for (Header header : record.headers()) {
            named |= header.value() != null && needles.areIn(header.value());
        }
        return named ? new Rewrite.Withdrawn() : new Rewrite.Kept();
    }

    /** Whose repository a key names; keys of cursors name the host before it. */
    private static String owner(String key) {
        return AccountSearch.owner(key.substring(key.indexOf('|') + 1));
    }

    private static String text(byte[] key) {
        return new String(key, StandardCharsets.UTF_8);
    }
}
