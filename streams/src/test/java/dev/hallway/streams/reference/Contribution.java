// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import dev.hallway.streams.week.IsoWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One contribution to a repository, of weight 1. */
record Contribution(String repository, Person author, boolean byMaintainer, Instant at) {

    /** Every contribution: items opened, merges, comments, and reviews that say something. */
    static List<Contribution> all(List<Item> items, List<Utterance> utterances) {
        List<Contribution> all = new ArrayList<>();
        for (Item item : items) {
            all.add(new Contribution(item.key().repository(), item.author(), item.byMaintainer(), item.opened()));
            if (item.merged() != null) {
                all.add(new Contribution(
                        item.key().repository(), item.author(), item.isMaintainers(item.merged()), item.merged()));
            }
        }
        for (Utterance utterance : utterances) {
            if (!utterance.wrapper()) {
                all.add(new Contribution(
                        utterance.item().repository(), utterance.author(), utterance.byMaintainer(), utterance.at()));
            }
        }
        return all;
    }

    IsoWeek week() {
        return IsoWeek.of(at);
    }

    long person() {
        return author.id().orElseThrow();
    }
}
