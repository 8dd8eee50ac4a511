// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.conversation;

import dev.hallway.contract.ItemKey;
import dev.hallway.streams.conversation.Utterance.Visible;
import dev.hallway.streams.fact.Contribution;
import dev.hallway.streams.fact.ItemFacts;
import dev.hallway.streams.fact.Link;
import dev.hallway.streams.fact.RepositoryInput;
import dev.hallway.streams.fact.StageInput;
import dev.hallway.streams.fact.StoryInput;
import dev.hallway.streams.read.CountedContribution;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Tells the later stages what changed, and nothing if nothing did. */
final class Telling {

    private final ProcessorContext<String, StageInput> context;

    Telling(ProcessorContext<String, StageInput> context) {
        this.context = context;
    }

    void utterance(String item, String repository, @Nullable Visible before, @Nullable Visible after, long time) {
        Contribution was = before == null ? null : contribution(before);
        Contribution is = after == null ? null : contribution(after);
        Visible known = after == null ? before : after;
        if (known != null) {
            ItemKey key = ItemKey.parse(item);
            contribution(key, repository, new Contribution.Ref(kind(known), key.number(), known.id()), was, is, time);
        }
    }

    void contribution(
            ItemKey item,
            String repository,
            Contribution.Ref ref,
            @Nullable Contribution before,
            @Nullable Contribution after,
            long time) {
        if (!Objects.equals(before, after)) {
            forward(
                    item.repository(),
                    new RepositoryInput.ContributionChanged(repository, ref, before, after, time),
                    time);
        }
    }

    void item(String item, @Nullable ItemFacts facts, boolean isIssue, long time) {
        ItemKey key = ItemKey.parse(item);
        forward(key.repository(), new RepositoryInput.ItemChanged(key.number(), facts), time);
        if (isIssue) {
            forward(item, new StoryInput.ItemChanged(facts), time);
        }
    }

    void conversation(String item, Conversation before, Conversation after, boolean inIssue, long time) {
        if (!before.replies().equals(after.replies())) {
            ItemKey key = ItemKey.parse(item);
            forward(key.repository(), new RepositoryInput.RepliesChanged(key.number(), after.replies()), time);
        }
        boolean changed = !before.replies().equals(after.replies()) || before.people() != after.people();
        if (inIssue && changed) {
            forward(item, new StoryInput.ConversationChanged(after.replies(), after.people()), time);
        }
    }

    void link(ItemKey target, @Nullable Link before, @Nullable Link after, long time) {
        if (!Objects.equals(before, after)) {
            forward(target.toString(), new StoryInput.LinkChanged(before, after), time);
        }
    }

    private void forward(String key, StageInput value, long time) {
        context.forward(new Record<>(key, value, time));
    }

    private static @Nullable Contribution contribution(Visible visible) {
        return visible.contributes() ? new Contribution(visible.author(), visible.maintainer(), visible.time()) : null;
    }

    private static CountedContribution.Kind kind(Visible visible) {
        return switch (visible.kind()) {
            case ISSUE_COMMENT -> CountedContribution.Kind.ISSUE_COMMENT;
            case REVIEW -> CountedContribution.Kind.REVIEW;
            case REVIEW_COMMENT -> CountedContribution.Kind.REVIEW_COMMENT;
        };
    }
}
