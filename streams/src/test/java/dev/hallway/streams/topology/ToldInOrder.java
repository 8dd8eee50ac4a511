// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.topology;

import dev.hallway.github.Account;
import dev.hallway.github.AuthorAssociation;
import dev.hallway.github.Comment;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Repository;
import dev.hallway.github.Review;
import dev.hallway.streams.fact.SnapshotVersion;
import dev.hallway.streams.reference.Community.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Snapshots as ingest writes them to a topic: under one key nothing older follows something newer. How an account looks
 * does not change in them; that is known of it by any of its snapshots.
 */
final class ToldInOrder {

    private final Map<Long, Account> accounts = new HashMap<>();
    private final Map<String, SnapshotVersion> versions = new HashMap<>();
    private final List<Snapshot> told = new ArrayList<>();

    private ToldInOrder() {}

    static List<Snapshot> of(List<Snapshot> snapshots) {
        ToldInOrder order = new ToldInOrder();
        snapshots.forEach(order::tell);
        return order.told;
    }

    /** The same snapshot if GitHub had never shown an account. */
    static SpecificRecord byNobody(SpecificRecord value, long account) {
        SpecificRecord copy = SpecificData.get().deepCopy(value.getSchema(), value);
        for (Schema.Field field : copy.getSchema().getFields()) {
            if (copy.get(field.pos()) instanceof Account shown && shown.getId() == account) {
                copy.put(field.pos(), null);
                if (field.name().equals("author")) {
                    copy.put(copy.getSchema().getField("authorAssociation").pos(), AuthorAssociation.NONE);
                }
            }
        }
        return copy;
    }

    private void tell(Snapshot snapshot) {
        SnapshotVersion version = version(snapshot.value());
        SnapshotVersion before = versions.get(snapshot.key());
        if (before == null || !version.isNotLaterThan(before)) {
            versions.put(snapshot.key(), version);
            told.add(new Snapshot(snapshot.key(), withSettledAccounts(snapshot.value())));
        }
    }

    private SpecificRecord withSettledAccounts(SpecificRecord value) {
        SpecificRecord copy = SpecificData.get().deepCopy(value.getSchema(), value);
        for (Schema.Field field : copy.getSchema().getFields()) {
            if (copy.get(field.pos()) instanceof Account account) {
                copy.put(field.pos(), accounts.computeIfAbsent(account.getId(), id -> account));
            }
        }
        return copy;
    }

    private static SnapshotVersion version(SpecificRecord value) {
        if (value instanceof Issue issue) {
            return new SnapshotVersion(issue.getUpdatedAt(), issue.getObservedAt());
        }
        if (value instanceof PullRequest pull) {
            return new SnapshotVersion(pull.getUpdatedAt(), pull.getObservedAt());
        }
        if (value instanceof Comment comment) {
            return new SnapshotVersion(comment.getUpdatedAt(), comment.getObservedAt());
        }
        if (value instanceof Review review) {
            return new SnapshotVersion(Instant.EPOCH, review.getObservedAt());
        }
        return new SnapshotVersion(Instant.EPOCH, ((Repository) value).getObservedAt());
    }
}
