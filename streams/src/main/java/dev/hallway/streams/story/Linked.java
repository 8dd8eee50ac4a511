// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.story;

import dev.hallway.streams.fact.Link;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a story tells of the pull requests that refer to its issue.
 *
 * @param first the first of them in the order of {@link LinkKey}, not necessarily all
 * @param firstMerge the closing one that was merged first after the issue was opened
 * @param lastMerge the last merge of any of them, UTC
 * @param anyClosingIsOpen true if one that would close the issue is open
 */
record Linked(List<Link> first, Optional<Link> firstMerge, Optional<Instant> lastMerge, boolean anyClosingIsOpen) {

    static final Linked NONE = new Linked(List.of(), Optional.empty(), Optional.empty(), false);
}
