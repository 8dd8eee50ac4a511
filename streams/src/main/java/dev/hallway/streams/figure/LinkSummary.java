// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.figure;

import dev.hallway.streams.store.Link;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an issue's story tells of the pull requests that refer to it, however many there are: pure, in any order. */
public final class LinkSummary {

    /** How many pull requests a story names; it tells how many there are in all. */
    static final int MOST_PULL_REQUESTS = 50;

    // Closing before mentioning; merged, by time, before open before closed; then the lower number.
    private static final Comparator<Link> ORDER = Comparator.comparing((Link link) -> !link.closes())
            .thenComparing(LinkSummary::progress)
            .thenComparing(link -> time(link).getEpochSecond())
            .thenComparing(Link::number)
            .thenComparing(link -> link.repository().toLowerCase(Locale.ROOT));

    private final Instant openedAt;
    private final TreeSet<Link> first = new TreeSet<>(ORDER);
    private long count;
    private @Nullable Link firstMerge;
    private @Nullable Instant lastMerge;
    private boolean anyClosingIsOpen;

    /** Of an issue that was opened then. */
    public LinkSummary(Instant openedAt) {
        this.openedAt = openedAt;
    }

    /** Takes in a pull request. */
    public void add(Link link) {
        count++;
        first.add(link);
        if (first.size() > MOST_PULL_REQUESTS) {
            first.pollLast();
        }
        Instant mergedAt = link.mergedAt();
        if (mergedAt != null && (lastMerge == null || mergedAt.isAfter(lastMerge))) {
            lastMerge = mergedAt;
        }
        if (!link.closes()) {
            return;
        }
        anyClosingIsOpen |= mergedAt == null && link.closedAt() == null;
        boolean afterOpening = mergedAt != null && mergedAt.getEpochSecond() > openedAt.getEpochSecond();
        if (afterOpening && (firstMerge == null || ORDER.compare(link, firstMerge) < 0)) {
            firstMerge = link;
        }
    }

    long count() {
        return count;
    }

    /** The first of them, in the order in which a story names them. */
    List<Link> first() {
        return List.copyOf(first);
    }

    /** The closing one that was merged first strictly after the issue was opened; ties go to the lower number. */
    Optional<Link> firstMerge() {
        return Optional.ofNullable(firstMerge);
    }

    /** The last merge of any of them, UTC. */
    Optional<Instant> lastMerge() {
        return Optional.ofNullable(lastMerge);
    }

    /** True if one that would close the issue is open. */
    boolean anyClosingIsOpen() {
        return anyClosingIsOpen;
    }

    private static int progress(Link link) {
        if (link.mergedAt() != null) {
            return 0;
        }
        return link.closedAt() == null ? 1 : 2;
    }

    private static Instant time(Link link) {
        return link.mergedAt() == null ? link.openedAt() : link.mergedAt();
    }
}
