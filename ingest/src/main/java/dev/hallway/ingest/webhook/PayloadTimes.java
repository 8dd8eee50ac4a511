// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Where a delivery stands among the snapshots of its entity, by GitHub's times alone.
 *
 * <p>A delivery may come late, twice, or after a newer one. If it were dated by its arrival, an old one could undo a
 * new one. So it is dated by its content: where both have the same second, the poll, which asks later, wins.
 *
 * @param deleted whether GitHub no longer has the entity in this repository
 * @param updatedAt the entity's last change; for a deletion a moment after it, since GitHub gives deletions no time,
 *     and nothing it showed before can be later
 * @param observedAt the second given in the payload, and within it the order in which actions follow each other
 */
record PayloadTimes(boolean deleted, Instant updatedAt, Instant observedAt) {

    private static final Set<String> FIRST = Set.of("opened", "created", "submitted");
    private static final Set<String> LAST = Set.of("deleted", "transferred");
    private static final Duration AFTER_EVERYTHING = Duration.ofMillis(1);
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    static PayloadTimes of(String action, Instant changedAt) {
        boolean deleted = LAST.contains(action);
        return new PayloadTimes(
                deleted, deleted ? changedAt.plus(AFTER_EVERYTHING) : changedAt, changedAt.plusMillis(rank(action)));
    }

    /** The later one of a moment and of a time in the payload, if that is one. */
    static Instant latest(JsonNode node, String field, Instant other) {
        JsonNode value = node.path(field);
        if (!value.isTextual()) {
            return other;
        }
        try {
            Instant time = Instant.parse(value.textValue());
            return isPlausible(time) && time.isAfter(other) ? time : other;
        } catch (DateTimeException notATime) {
            return other;
        }
    }

    /** The first field of a record that holds a time which cannot be GitHub's. */
    static Optional<String> implausible(SpecificRecord record) {
        return record.getSchema().getFields().stream()
                .filter(field -> record.get(field.pos()) instanceof Instant time && !isPlausible(time))
                .map(Schema.Field::name)
                .findFirst();
    }

    private static boolean isPlausible(Instant time) {
        return !time.isBefore(EARLIEST) && time.isBefore(LATEST);
    }

    /** GitHub's times are whole seconds; in the first second of an entity something more may have happened to it. */
    private static int rank(String action) {
        if (FIRST.contains(action)) {
            return 1;
        }
        return action.equals("dismissed") ? 3 : 2;
    }
}
