// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.store;

import dev.hallway.health.StoryState;
import dev.hallway.streams.people.Participant;
import dev.hallway.streams.read.ItemView.Answer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was derived from an item and from what was written in it.
 *
 * @param counts true if its comments stand in the weeks: they do not if GitHub no longer has the item
 * @param author what its author is
 * @param first the first response by another human; null while waiting
 * @param firstByMaintainer the first response by a maintainer; null while waiting
 * @param firstReviewAt when the first review or review comment by another human became visible; null if there is none
 * @param participants distinct people other than maintainers who wrote in the issue; 0 for a pull request
 * @param answer the merge that answered it; null if there is none
 * @param state how far its story has come; null if it has none
 * @param events what it added to the weeks, which a later derivation takes back
 * @param story fingerprint of the story as it was published; 0 if none is
 * @param referencesLeftOut how many of its references are not kept
 */
public record Outcome(
        boolean counts,
        Participant.Kind author,
        boolean authorIsMaintainer,
        @Nullable Response first,
        @Nullable Response firstByMaintainer,
        @Nullable Instant firstReviewAt,
        long participants,
        @Nullable Answer answer,
        @Nullable StoryState state,
        List<ItemEvent> events,
        long story,
        long referencesLeftOut) {

    /** Of an item that was never derived. */
    public static final Outcome NONE =
            new Outcome(true, Participant.Kind.UNKNOWN, false, null, null, null, 0, null, null, List.of(), 0, 0);

    /** Copies the list. */
    public Outcome {
        events = List.copyOf(events);
    }

    /** What it added to the weeks of one kind; null if nothing. */
    public @Nullable WeekEvent event(WeekEvent.Kind kind) {
        for (ItemEvent event : events) {
            if (event.kind() == kind) {
                return event.event();
            }
        }
        return null;
    }

    /** The same, with the fingerprint of the story as it is published now, and with so many references not kept. */
    public Outcome published(long fingerprint, long leftOut) {
        return new Outcome(
                counts,
                author,
                authorIsMaintainer,
                first,
                firstByMaintainer,
                firstReviewAt,
                participants,
                answer,
                state,
                events,
                fingerprint,
                leftOut);
    }

    /**
     * A response to an item.
     *
     * @param at when it became visible, UTC
     * @param byMaintainer true if a maintainer responded
     */
    public record Response(Instant at, boolean byMaintainer) {}

    /**
     * An event of the item itself, in the week of its time.
     *
     * @param kind what happened
     * @param event when, by whom and how
     */
    public record ItemEvent(WeekEvent.Kind kind, WeekEvent event) {}
}
