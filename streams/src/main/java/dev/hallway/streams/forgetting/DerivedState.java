// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.forgetting;

import dev.hallway.streams.runtime.RuntimePolicy;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** What Kafka keeps for the topology: where it has read to, and the topics that only it uses. */
final class DerivedState {

    // Those of earlier versions too, which nobody deletes.
    private static final Pattern INTERNAL = Pattern.compile("hallway-[0-9]+-.+-(changelog|repartition)");

    private final Admin admin;

    DerivedState(Admin admin) {
        this.admin = admin;
    }

    /** How many instances of streams run on this Kafka. */
    int instances() {
        try {
            return KafkaAnswer.of(admin.describeConsumerGroups(List.of(RuntimePolicy.APPLICATION_ID))
                            .all())
                    .values()
                    .stream()
                    .mapToInt(group -> group.members().size())
                    .sum();
        } catch (GroupIdNotFoundException neverRan) {
            return 0;
        }
    }

    /** Deletes all of it: the next start of streams begins with the first record of every topic. */
    void delete() {
        try {
            KafkaAnswer.of(admin.deleteConsumerGroups(List.of(RuntimePolicy.APPLICATION_ID))
                    .all());
        } catch (GroupIdNotFoundException neverRan) {
            // Then there is nothing to begin anew, and there may still be topics of an earlier version.
        }
        Set<String> internal = new TreeSet<>(KafkaAnswer.of(admin.listTopics().names()));
        internal.removeIf(topic -> !INTERNAL.matcher(topic).matches());
        if (!internal.isEmpty()) {
            KafkaAnswer.of(admin.deleteTopics(internal).all());
        }
    }
}
