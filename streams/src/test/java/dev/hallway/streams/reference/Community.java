// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * Everything that was ever seen of a few repositories.
 *
 * @param snapshots every snapshot once, each with the key of its record
 */
public record Community(List<Snapshot> snapshots) {

    /**
     * A record for an input topic.
     *
     * @param key {@code owner/repo#number} in lower case; {@code owner/repo} of a Repository
     * @param value an Issue, PullRequest, Comment, Review or Repository
     */
    public record Snapshot(String key, SpecificRecord value) {

        @Override
        public String toString() {
            return key + " " + value.getClass().getSimpleName() + " " + value;
        }
    }

    /** The snapshots without their keys, as {@link BatchReference#tables} takes them. */
    public List<SpecificRecord> values() {
        return snapshots.stream().map(Snapshot::value).toList();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Community of " + snapshots.size() + " snapshots");
        snapshots.forEach(snapshot -> text.append("\n  ").append(snapshot));
        return text.toString();
    }
}
