// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.publication;

import dev.hallway.contract.ItemKey;
import dev.hallway.health.Story;
import dev.hallway.streams.community.Community;
import dev.hallway.streams.community.WeekEvents;
import dev.hallway.streams.fact.Actor;
import dev.hallway.streams.fact.CommentSnapshot;
import dev.hallway.streams.fact.ItemSnapshot;
import dev.hallway.streams.fact.KnownAccount;
import dev.hallway.streams.figure.ItemDerivation;
import dev.hallway.streams.figure.LinkSummary;
import dev.hallway.streams.figure.StoryDerivation;
import dev.hallway.streams.people.PeopleInForce;
import dev.hallway.streams.read.CountedContribution;
import dev.hallway.streams.state.Scan;
import dev.hallway.streams.state.TableReader.Row;
import dev.hallway.streams.store.CommentEvents;
import dev.hallway.streams.store.CommentEvents.Seen;
import dev.hallway.streams.store.CommunityKey.OfComment;
import dev.hallway.streams.store.CommunityKey.OfItem;
import dev.hallway.streams.store.CommunityKey.OfLink;
import dev.hallway.streams.store.CommunityTables;
import dev.hallway.streams.store.ItemRow;
import dev.hallway.streams.store.ItemRow.Merge;
import dev.hallway.streams.store.Link;
import dev.hallway.streams.store.Outcome;
import dev.hallway.streams.store.Outcome.ItemEvent;
import dev.hallway.streams.store.RepositoryRow;
import dev.hallway.streams.store.WeekEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Derives an item anew: its responses, its events in the weeks, its links, and its story if it is feedback. */
final class ItemPublisher {

    private final Community community;
    private final PeopleInForce people;
    private final WeekEvents events;
    private final LinkWriter links;
    private final StoryDerivation stories;
    private final Outlet outlet;

    ItemPublisher(Community community, PeopleInForce people, Outlet outlet) {
        this.community = community;
        this.people = people;
        this.outlet = outlet;
        events = new WeekEvents(community);
        links = new LinkWriter(community, people, outlet);
        stories = new StoryDerivation(people);
    }

    /** Derives the item anew after it, or what refers to it, changed. */
    void publish(OfItem key) {
        publish(key, false);
    }

    /** Derives the item anew after something was written in it, which in most cases changes nothing of it. */
    void publishConversation(OfItem key) {
        publish(key, true);
    }

    private void publish(OfItem key, boolean onlyWritten) {
        ItemRow row = community.tables().get(CommunityTables.ITEMS, key);
        if (row == null) {
            return;
        }
        ItemSnapshot item = row.snapshot();
        KnownAccount author = community.accounts().known(key.repository(), item.author());
        long leftOut = row.linksChanged()
                ? links.write(new ItemKey(key.repository(), key.number()), item, author)
                : row.outcome().referencesLeftOut();
        ItemDerivation derivation = new ItemDerivation(
                item, row.merge().map(Merge::account).orElse(Actor.DELETED_ID), people, account -> community
                        .accounts()
                        .known(key.repository(), account));
        boolean countsAnother = row.outcome().counts() == item.deleted();
        List<Row<OfComment, CommentSnapshot>> comments = new ArrayList<>();
        try (Scan<OfComment, CommentSnapshot> scan = community.tables().scan(CommunityTables.COMMENTS, key)) {
            while (scan.hasNext()) {
                Row<OfComment, CommentSnapshot> comment = scan.next();
                derivation.add(comment.key(), comment.value());
                if (item.deleted() || countsAnother) {
                    comments.add(comment);
                }
            }
        }
        if (onlyWritten && !item.deleted() && derivation.leaves(row.outcome())) {
            return;
        }
        LinkSummary linked = derivation.isFeedback() ? linked(key, item) : null;
        Outcome outcome = derivation.outcome(linked);
        recount(key, comments, outcome.counts());
        replaceEvents(key, row.outcome(), outcome);
        long fingerprint = publishStory(key, row, author.actor(), outcome, linked);
        Outcome published = outcome.published(fingerprint, leftOut);
        nameWhatIsLeftOut(key.repository(), row.outcome(), published);
        if (row.linksChanged() || !published.equals(row.outcome())) {
            community.tables().put(CommunityTables.ITEMS, key, row.derivedAs(published));
        }
    }

    /** A pull request of which not all references are kept is a gap of its repository. */
    private void nameWhatIsLeftOut(String repository, Outcome before, Outcome after) {
        int was = before.referencesLeftOut() > 0 ? 1 : 0;
        int is = after.referencesLeftOut() > 0 ? 1 : 0;
        if (was != is) {
            RepositoryRow known = community.repository(repository);
            community.save(repository, known.withCutPullRequests(known.cutPullRequests() + is - was));
        }
    }

    private LinkSummary linked(OfItem key, ItemSnapshot item) {
        LinkSummary summary = new LinkSummary(item.openedAt());
        try (Scan<OfLink, Link> scan = community.tables().scan(CommunityTables.LINKS, key)) {
            scan.forEach(link -> summary.add(link.value()));
        }
        return summary;
    }

    /** In an item that GitHub no longer has, nothing counts; in one that came back, everything does again. */
    private void recount(OfItem key, List<Row<OfComment, CommentSnapshot>> comments, boolean counts) {
        Map<Long, CommentSnapshot> reviews = new HashMap<>();
        for (Row<OfComment, CommentSnapshot> comment : comments) {
            if (comment.key().kind() == CountedContribution.Kind.REVIEW) {
                reviews.put(comment.key().id(), comment.value());
            }
            CommentSnapshot review = reviews.get(comment.key().review());
            Seen seen = CommentEvents.of(comment.key(), comment.value(), review);
            if (seen != null) {
                events.replace(
                        key.repository(),
                        key.number(),
                        seen.kind(),
                        comment.key().id(),
                        counts ? null : seen.event(),
                        counts ? seen.event() : null);
            }
        }
    }

    private void replaceEvents(OfItem key, Outcome before, Outcome after) {
        for (ItemEvent event : before.events()) {
            if (after.event(event.kind()) == null) {
                replaceEvent(key, event.kind(), event.event(), null);
            }
        }
        for (ItemEvent event : after.events()) {
            replaceEvent(key, event.kind(), before.event(event.kind()), event.event());
        }
    }

    private void replaceEvent(OfItem key, WeekEvent.Kind kind, @Nullable WeekEvent before, @Nullable WeekEvent after) {
        events.replace(key.repository(), key.number(), kind, key.number(), before, after);
    }

    private long publishStory(OfItem key, ItemRow row, Actor author, Outcome outcome, @Nullable LinkSummary linked) {
        String record = new ItemKey(key.repository(), key.number()).toString();
        if (linked == null) {
            if (row.outcome().story() != 0) {
                outlet.send(Output.STORIES, record, null);
            }
            return 0;
        }
        Story story = stories.story(row.snapshot(), author, outcome, linked);
        long fingerprint = StoryDerivation.fingerprint(story);
        if (fingerprint != row.outcome().story()) {
            outlet.send(Output.STORIES, record, story);
        }
        return fingerprint;
    }
}
