// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.polling;

import dev.hallway.contract.FactKey;
import dev.hallway.github.Comment;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Review;
import dev.hallway.ingest.publish.OutgoingRecord;
import dev.hallway.ingest.webhook.Content;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** What webhooks brought recently, to decide whether a poll finds more. Not thread-safe. */
final class RecentDeliveries {

    // Forgetting one too early only means polling as configured for a while.
    private static final int MOST = 10_000;
    // A delivery may still be on its way when a poll already sees what it reports.
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(10);

    private final Map<String, Instant> latest = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    /** Remembers what a webhook brought. */
    void note(Content.Fact fact) {
        OutgoingRecord<?> record = fact.record();
        remember("item " + FactKey.itemOf(record.key()), fact.itemUpdatedAt());
        remember(name(record), record.timestamp());
    }

    /**
     * Whether a polled record is about something that happened since the previous poll and that no webhook brought.
     *
     * @param polledUntil until when everything was read before
     */
    boolean isNews(OutgoingRecord<?> record, Instant polledUntil) {
        if (!isFact(record) || record.timestamp().isBefore(polledUntil)) {
            return false;
        }
        if (record.timestamp().plus(ON_ITS_WAY).isAfter(observedAt(record))) {
            return false;
        }
        Instant delivered = latest.get(name(record));
        return delivered == null || delivered.isBefore(record.timestamp());
    }

    private void remember(String name, Instant time) {
        latest.merge(name, time, (one, other) -> one.isAfter(other) ? one : other);
    }

    private static boolean isFact(OutgoingRecord<?> record) {
        Object value = record.value();
        return value instanceof Issue
                || value instanceof PullRequest
                || value instanceof Comment
                || value instanceof Review;
    }

    private static Instant observedAt(OutgoingRecord<?> record) {
        SpecificRecord value = record.value();
        return (Instant) value.get(value.getSchema().getField("observedAt").pos());
    }

    /** An item changes with every comment on it, and the comment's webhook reports that change, too. */
    private static String name(OutgoingRecord<?> record) {
        if (record.value() instanceof Comment comment) {
            return comment.getKind() + " " + comment.getId();
        }
        if (record.value() instanceof Review review) {
            return "review " + review.getId() + " " + review.getState();
        }
        return "item " + FactKey.itemOf(record.key());
    }
}
