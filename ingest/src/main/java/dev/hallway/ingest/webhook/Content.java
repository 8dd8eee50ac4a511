// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.webhook;

import dev.hallway.ingest.publish.OutgoingRecord;
import java.time.Instant;

/** What a payload says. */
public sealed interface Content {

    /**
     * A snapshot of one entity.
     *
     * @param subject which entity, for people
     * @param record what to write
     * @param itemUpdatedAt when its issue or pull request last changed, as far as the payload says
     */
    record Fact(String subject, OutgoingRecord<?> record, Instant itemUpdatedAt) implements Content {}

    /** It lacks a field that a snapshot needs. */
    record Unreadable(String reason) implements Content {}
}
