// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.figure;

import dev.hallway.github.AuthorAssociation;
import dev.hallway.health.StoryState;
import dev.hallway.streams.fact.Actor;
import dev.hallway.streams.fact.CommentSnapshot;
import dev.hallway.streams.fact.ItemSnapshot;
import dev.hallway.streams.fact.KnownAccount;
import dev.hallway.streams.people.Classification;
import dev.hallway.streams.people.Participant;
import dev.hallway.streams.read.CountedContribution;
import dev.hallway.streams.read.ItemView.Answer;
import dev.hallway.streams.store.CommunityKey.OfComment;
import dev.hallway.streams.store.Link;
import dev.hallway.streams.store.Outcome;
import dev.hallway.streams.store.Outcome.ItemEvent;
import dev.hallway.streams.store.Outcome.Response;
import dev.hallway.streams.store.WeekEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Derives what an item adds to the figures from its snapshot and from all that was written in it: pure. */
public final class ItemDerivation {

    private final ItemSnapshot item;
    private final long merger;
    private final Classification classification;
    private final LongFunction<KnownAccount> accounts;
    private final Participant author;
    private final FirstResponses responses;
    private final Map<Long, CommentSnapshot> reviews = new HashMap<>();

    /**
     * Begins with an item.
     *
     * @param merger id of the account that merged it; {@link Actor#DELETED_ID} if that is not known
     * @param accounts what is known of the account of an id
     */
    public ItemDerivation(
            ItemSnapshot item, long merger, Classification classification, LongFunction<KnownAccount> accounts) {
        this.item = item;
        this.merger = merger;
        this.classification = classification;
        this.accounts = accounts;
        author = participant(item.author(), item.association(), item.openedAt());
        responses = new FirstResponses(author, item.openedAt());
    }

    /** Takes in a comment or review; reviews before their comments. */
    public void add(OfComment key, CommentSnapshot comment) {
        if (key.kind() == CountedContribution.Kind.REVIEW) {
            reviews.put(key.id(), comment);
        }
        Instant at = comment.visibleAt(reviews.get(key.review()));
        if (at != null) {
            responses.add(key.kind(), key.id(), at, participant(comment.author(), comment.association(), at));
        }
    }

    /** What the item's author is. */
    public Participant author() {
        return author;
    }

    /** True if it is feedback: an issue that a human opened, or somebody unknown. */
    public boolean isFeedback() {
        return !item.deleted() && item.isIssue() && !author.isBot();
    }

    /** True if all that was written in the item leaves what was derived of it as it is. */
    public boolean leaves(Outcome known) {
        boolean awaited = known.state() == StoryState.WAITING || known.state() == StoryState.ANSWERED;
        StoryState state = awaited ? response() : known.state();
        return known.event(opened()) != null
                && Objects.equals(known.first(), responses.first())
                && Objects.equals(known.firstByMaintainer(), responses.firstByMaintainer())
                && Objects.equals(known.firstReviewAt(), responses.firstReviewAt())
                && known.participants() == participants()
                && known.state() == state;
    }

    /**
     * What follows.
     *
     * @param links the pull requests that refer to it, if it is feedback
     */
    public Outcome outcome(@Nullable LinkSummary links) {
        if (item.deleted()) {
            return new Outcome(
                    false, author.kind(), author.maintainer(), null, null, null, 0, null, null, List.of(), 0, 0);
        }
        Answer answer =
                links == null ? null : links.firstMerge().map(this::answer).orElse(null);
        return new Outcome(
                true,
                author.kind(),
                author.maintainer(),
                responses.first(),
                responses.firstByMaintainer(),
                responses.firstReviewAt(),
                participants(),
                answer,
                links == null ? null : state(links),
                events(answer),
                0,
                0);
    }

    private Answer answer(Link merge) {
        Instant mergedAt = merge.mergedAt();
        if (mergedAt == null) {
            throw new IllegalStateException(
                    "The answer " + merge.repository() + "#" + merge.number() + " is not merged");
        }
        Participant mergeAuthor =
                classification.participant(merge.author(), merge.repository(), merge.association(), merge.openedAt());
        return new Answer(
                merge.repository(),
                merge.number(),
                mergedAt,
                seconds(item.openedAt(), mergedAt),
                !mergeAuthor.isBot() && !mergeAuthor.maintainer(),
                mergeAuthor.isSamePersonAs(author),
                merge.evidence());
    }

    private StoryState state(LinkSummary links) {
        if (links.firstMerge().isPresent()) {
            return StoryState.MERGED;
        }
        if (item.closedAt() != null) {
            return StoryState.CLOSED_WITHOUT_MERGE;
        }
        if (links.anyClosingIsOpen()) {
            return StoryState.IN_PROGRESS;
        }
        return response();
    }

    private StoryState response() {
        return responses.first() == null ? StoryState.WAITING : StoryState.ANSWERED;
    }

    private long participants() {
        return item.isIssue() ? responses.participants() : 0;
    }

    private WeekEvent.Kind opened() {
        return item.isIssue() ? WeekEvent.Kind.ISSUE_OPENED : WeekEvent.Kind.PULL_REQUEST_OPENED;
    }

    private List<ItemEvent> events(@Nullable Answer answer) {
        List<ItemEvent> events = new ArrayList<>();
        Response first = responses.first();
        long waited = first == null ? WeekEvent.NONE : seconds(item.openedAt(), first.at());
        events.add(
                new ItemEvent(opened(), WeekEvent.opening(item.author(), item.association(), item.openedAt(), waited)));
        if (item.mergedAt() != null) {
            events.add(new ItemEvent(
                    WeekEvent.Kind.PULL_REQUEST_MERGED,
                    WeekEvent.merge(
                            item.author(),
                            item.association(),
                            item.mergedAt(),
                            isReviewedBefore(item.mergedAt()),
                            merger)));
        } else if (item.closedAt() != null) {
            events.add(new ItemEvent(
                    item.isIssue() ? WeekEvent.Kind.ISSUE_CLOSED : WeekEvent.Kind.PULL_REQUEST_CLOSED,
                    WeekEvent.at(item.closedAt(), WeekEvent.NONE, answer != null)));
        }
        if (answer != null) {
            events.add(new ItemEvent(
                    WeekEvent.Kind.FEEDBACK_ANSWERED,
                    WeekEvent.at(answer.mergedAt(), answer.seconds(), answer.communityAuthored())));
        }
        return events;
    }

    private boolean isReviewedBefore(Instant merge) {
        Instant reviewed = responses.firstReviewAt();
        return reviewed != null && reviewed.isBefore(merge);
    }

    private Participant participant(long account, AuthorAssociation association, Instant at) {
        return classification.participant(accounts.apply(account), item.repository(), association, at);
    }

    private static long seconds(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds();
    }
}
