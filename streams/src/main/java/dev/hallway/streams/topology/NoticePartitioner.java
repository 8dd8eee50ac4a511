// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.topology;

import dev.hallway.contract.RepositoryPartitioner;
import dev.hallway.streams.community.Notice;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.streams.processor.StreamPartitioner;

/** Sends a link to where the item lies that it leads to, and a name to everybody: a text in any partition may use it. */
final class NoticePartitioner implements StreamPartitioner<String, Notice> {

    @Override
    public Optional<Set<Integer>> partitions(String topic, String key, Notice notice, int partitions) {
        return Optional.of(
                notice instanceof Notice.LinkChanged
                        ? Set.of(RepositoryPartitioner.partition(key, partitions))
                        : IntStream.range(0, partitions).boxed().collect(Collectors.toUnmodifiableSet()));
    }
}
