// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import dev.hallway.streams.read.CommunityReader;
import java.net.URI;

/** Where figures can be read. */
public sealed interface Located {

    /** On this instance. */
    record Here(CommunityReader reader) implements Located {}

    /**
     * On another instance.
     *
     * @param instance its address, as {@code http://host:port}
     */
    record Elsewhere(URI instance) implements Located {}

    /**
     * Nowhere for the moment; asking again later helps.
     *
     * @param reason why, one sentence for the user
     */
    record NotReady(String reason) implements Located {}
}
