// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.conversation;

import dev.hallway.contract.ItemKey;
import dev.hallway.streams.fact.Contribution;
import dev.hallway.streams.fact.ConversationInput.NameClaimed;
import dev.hallway.streams.fact.Facets;
import dev.hallway.streams.fact.ItemFacts;
import dev.hallway.streams.fact.Link;
import dev.hallway.streams.fact.Replies;
import dev.hallway.streams.fact.StageInput;
import dev.hallway.streams.read.CountedContribution;
import dev.hallway.streams.read.ItemView.Kind;
import dev.hallway.streams.read.ItemView.Reference;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Takes in issues and pull requests. */
final class ItemStage {

    private static final List<CountedContribution.Kind> OF_ITEMS = List.of(
            CountedContribution.Kind.ISSUE_OPENED,
            CountedContribution.Kind.PULL_REQUEST_OPENED,
            CountedContribution.Kind.PULL_REQUEST_MERGED);

    private final KeyValueStore<String, Snapshot> items;
    private final KeyValueStore<String, Opening> openings;
    private final KeyValueStore<String, Conversation> conversations;
    private final RepositoryNames names;
    private final Said said;
    private final Telling telling;

    ItemStage(ProcessorContext<String, StageInput> context, Said said, Telling telling) {
        names = new RepositoryNames(context);
        items = ConversationStores.ITEMS.in(context);
        openings = ConversationStores.OPENINGS.in(context);
        conversations = ConversationStores.CONVERSATIONS.in(context);
        this.said = said;
        this.telling = telling;
    }

    void take(String key, Snapshot arrived, long time) {
        Snapshot known = items.get(key);
        Snapshot snapshot = known == null ? arrived : known.and(arrived);
        if (snapshot.equals(known)) {
            return;
        }
        items.put(key, snapshot);
        names.remember(key, known, snapshot);
        ItemFacts before = known == null ? null : facts(known, names::current);
        ItemFacts after = facts(snapshot, names::current);
        Opening was = known == null ? null : Opening.of(known);
        Opening is = Opening.of(snapshot);
        if (!is.equals(was)) {
            openings.put(key, is);
        }
        boolean isIssue = snapshot.written().kind() == Kind.ISSUE
                || (known != null && known.written().kind() == Kind.ISSUE);
        if (!Objects.equals(before, after)) {
            telling.item(key, after, isIssue, time);
            tellContributions(ItemKey.parse(key), snapshot.written().repository(), before, after, time);
            tellLinks(before, after, time);
        }
        if (snapshot.deleted() != (known != null && known.deleted())) {
            retellWhatWasSaid(key, snapshot, time);
        }
        Conversation conversation = conversation(key);
        Conversation changed =
                conversation.withPeople(conversation.people() + opener(key, before, -1) + opener(key, after, 1));
        if (!is.equals(was)) {
            boolean mayHaveReplies = conversation.any() && !snapshot.deleted();
            changed = changed.withReplies(mayHaveReplies ? said.findReplies(key, is) : Replies.NONE);
        }
        if (!changed.equals(conversation)) {
            conversations.put(key, changed);
            telling.conversation(key, conversation, changed, isIssue, time);
        }
    }

    /** Takes in that a repository claims a name or gives it up, and retells every reference that leads elsewhere now. */
    void take(NameClaimed claim, long time) {
        names.take(claim, use -> {
            Snapshot snapshot = Objects.requireNonNull(items.get(use.item()), "who uses a name is known");
            ItemFacts before = facts(snapshot, use.before());
            ItemFacts after = facts(snapshot, names::current);
            telling.item(use.item(), after, false, time);
            tellLinks(before, after, time);
        });
    }

    /** The item as it counts: without what is deleted, and with every reference under the present name. */
    private static @Nullable ItemFacts facts(Snapshot snapshot, UnaryOperator<String> current) {
        return snapshot.deleted() ? null : CurrentReferences.of(snapshot.facts(), current);
    }

    private Conversation conversation(String key) {
        Conversation known = conversations.get(key);
        return known == null ? Conversation.EMPTY : known;
    }

    /** In an item that GitHub no longer has, nothing counts; in one that came back, everything does again. */
    private void retellWhatWasSaid(String key, Snapshot snapshot, long time) {
        String repository = snapshot.written().repository();
        said.forEachVisible(key, visible -> {
            if (snapshot.deleted()) {
                telling.utterance(key, repository, visible, null, time);
            } else {
                telling.utterance(key, repository, null, visible, time);
            }
        });
    }

    private void tellContributions(
            ItemKey key, String repository, @Nullable ItemFacts before, @Nullable ItemFacts after, long time) {
        for (CountedContribution.Kind kind : OF_ITEMS) {
            Contribution.Ref ref = new Contribution.Ref(kind, key.number(), key.number());
            telling.contribution(key, repository, ref, contribution(kind, before), contribution(kind, after), time);
        }
    }

    private static @Nullable Contribution contribution(CountedContribution.Kind kind, @Nullable ItemFacts item) {
        if (item == null) {
            return null;
        }
        Instant at = item.kind() == Kind.ISSUE
                ? (kind == CountedContribution.Kind.ISSUE_OPENED ? item.openedAt() : null)
                : switch (kind) {
                    case PULL_REQUEST_OPENED -> item.openedAt();
                    case PULL_REQUEST_MERGED -> item.mergedAt();
                    case ISSUE_OPENED, ISSUE_COMMENT, REVIEW_COMMENT, REVIEW -> null;
                };
        return at == null ? null : new Contribution(item.author(), item.authorIsMaintainer(), at);
    }

    private void tellLinks(@Nullable ItemFacts before, @Nullable ItemFacts after, long time) {
        Map<ItemKey, Link> was = links(before);
        Map<ItemKey, Link> is = links(after);
        Set<ItemKey> targets = new LinkedHashSet<>(was.keySet());
        targets.addAll(is.keySet());
        for (ItemKey target : targets) {
            telling.link(target, was.get(target), is.get(target), time);
        }
    }

    private static Map<ItemKey, Link> links(@Nullable ItemFacts pull) {
        Map<ItemKey, Link> links = new LinkedHashMap<>();
        if (pull != null) {
            for (Reference reference : pull.references()) {
                links.put(
                        new ItemKey(reference.repository(), reference.number()),
                        new Link(
                                pull.repository(),
                                pull.number(),
                                pull.title(),
                                pull.author(),
                                pull.authorIsMaintainer(),
                                reference.evidence(),
                                Facets.of(pull),
                                pull.openedAt(),
                                pull.mergedAt(),
                                pull.closedAt()));
            }
        }
        return links;
    }

    private long opener(String key, @Nullable ItemFacts item, int times) {
        return item != null && item.kind() == Kind.ISSUE
                ? said.speak(key, item.author(), item.authorIsMaintainer(), times)
                : 0;
    }
}
