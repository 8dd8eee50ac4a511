// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import dev.hallway.streams.read.CommunityReader;
import java.net.URI;
import java.util.Set;

/** Where figures can be read. */
public sealed interface Located {

    /**
     * On this instance.
     *
     * @param partition the partition that is read
     */
    record Here(int partition, CommunityReader reader) implements Located {}

    /**
     * On another instance.
     *
     * @param instance its address, as {@code http://host:port}
     * @param partitions the partitions that it is said to hold
     */
    record Elsewhere(URI instance, Set<Integer> partitions) implements Located {

        /** Copies the partitions. */
        public Elsewhere {
            partitions = Set.copyOf(partitions);
        }
    }

    /**
     * Nowhere for the moment; asking again later helps.
     *
     * @param reason why, one sentence for the user
     */
    record NotReady(String reason) implements Located {}
}
