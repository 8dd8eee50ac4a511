// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.conversation;

import dev.hallway.streams.conversation.Utterance.Visible;
import dev.hallway.streams.fact.Reply;
import dev.hallway.streams.fact.StageInput;
import dev.hallway.streams.state.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Takes in comments and reviews. */
final class UtteranceStage {

    private final KeyValueStore<UtteranceKey, Utterance> utterances;
    private final KeyValueStore<String, Opening> openings;
    private final KeyValueStore<String, Conversation> conversations;
    private final Said said;
    private final Telling telling;

    UtteranceStage(ProcessorContext<String, StageInput> context, Said said, Telling telling) {
        utterances = ConversationStores.UTTERANCES.in(context);
        openings = ConversationStores.OPENINGS.in(context);
        conversations = ConversationStores.CONVERSATIONS.in(context);
        this.said = said;
        this.telling = telling;
    }

    void take(UtteranceKey key, Utterance utterance, String repository, long time) {
        Utterance known = utterances.get(key);
        if (known != null && utterance.version().isNotLaterThan(known.version())) {
            return;
        }
        List<Change> changes = changes(key, known, utterance);
        utterances.put(key, utterance);
        changes.removeIf(change -> Objects.equals(change.before, change.after));
        if (changes.isEmpty()) {
            return;
        }
        Opening opening = openings.get(key.item());
        Conversation summary = conversations.get(key.item());
        Conversation before = summary == null ? Conversation.EMPTY : summary;
        Conversation after = before.withAnything();
        for (Change change : changes) {
            if (opening == null || !opening.deleted()) {
                telling.utterance(key.item(), repository, change.before, change.after, time);
            }
            if (opening != null) {
                after = after.withReplies(
                        said.replies(key.item(), opening, after.replies(), change.before, change.after));
            }
            if (utterance.inIssue()) {
                after = after.withPeople(after.people() + voices(key.item(), change));
            }
        }
        if (!after.equals(before)) {
            conversations.put(key.item(), after);
            telling.conversation(key.item(), before, after, utterance.inIssue(), time);
        }
    }

    private List<Change> changes(UtteranceKey key, @Nullable Utterance known, Utterance utterance) {
        List<Change> changes = new ArrayList<>();
        Utterance review = key.review() == 0 ? null : utterances.get(UtteranceKey.review(key.item(), key.review()));
        changes.add(new Change(
                known == null ? null : known.visible(key.kind(), key.id(), review),
                utterance.visible(key.kind(), key.id(), review)));
        if (key.kind() == Reply.Kind.REVIEW && becomesVisibleOtherwise(known, utterance)) {
            addCommentsOf(key, known, utterance, changes);
        }
        return changes;
    }

    private static boolean becomesVisibleOtherwise(@Nullable Utterance known, Utterance review) {
        return known == null
                || known.status() != review.status()
                || !known.writtenAt().equals(review.writtenAt());
    }

    private void addCommentsOf(
            UtteranceKey review, @Nullable Utterance known, Utterance utterance, List<Change> changes) {
        UtteranceKey.OfReview comments =
                new UtteranceKey.OfReview(review.item(), Reply.Kind.REVIEW_COMMENT, review.id());
        try (KeyValueIterator<UtteranceKey, Utterance> all = utterances.prefixScan(comments, Keys.SERIALIZER)) {
            while (all.hasNext()) {
                KeyValue<UtteranceKey, Utterance> next = all.next();
                changes.add(new Change(
                        next.value.visible(next.key.kind(), next.key.id(), known),
                        next.value.visible(next.key.kind(), next.key.id(), utterance)));
            }
        }
    }

    private long voices(String item, Change change) {
        long people = 0;
        if (change.before != null) {
            people += said.speak(item, change.before.author(), change.before.maintainer(), -1);
        }
        if (change.after != null) {
            people += said.speak(item, change.after.author(), change.after.maintainer(), 1);
        }
        return people;
    }

    /** Something visible that became something else; null on either side if nobody could or can see it. */
    private record Change(
            @Nullable Visible before, @Nullable Visible after) {}
}
