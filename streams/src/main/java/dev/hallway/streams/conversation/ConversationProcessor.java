// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.conversation;

import dev.hallway.github.Comment;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Review;
import dev.hallway.streams.fact.ConversationInput;
import dev.hallway.streams.fact.InvalidFactException;
import dev.hallway.streams.fact.StageInput;
import dev.hallway.streams.pace.Pace;
import dev.hallway.streams.pace.Traffic;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Takes in one snapshot or name at a time: keyed by item in, keyed by item or repository out. */
public final class ConversationProcessor implements Processor<String, ConversationInput, String, StageInput> {

    private final Traffic traffic;
    private @Nullable ItemStage items;
    private @Nullable UtteranceStage utterances;
    private @Nullable Pace pace;

    /** A processor that shares the count of records with the others of its instance. */
    public ConversationProcessor(Traffic traffic) {
        this.traffic = traffic;
    }

    @Override
    public void init(ProcessorContext<String, StageInput> context) {
        pace = Pace.of(context, traffic);
        Telling telling = new Telling(context);
        Said said = new Said(context);
        utterances = new UtteranceStage(context, said, telling);
        items = new ItemStage(context, said, telling);
    }

    @Override
    public void close() {
        if (pace != null) {
            pace.close();
        }
    }

    @Override
    @SuppressWarnings("NullAway") // Kafka Streams calls init first.
    public void process(Record<String, ConversationInput> record) {
        pace.take();
        if (record.value() instanceof ConversationInput.NameClaimed claim) {
            items.take(claim, record.timestamp());
        } else if (record.value() instanceof ConversationInput.FactSeen seen) {
            take(record.key(), seen.fact(), record.timestamp());
        }
    }

    @SuppressWarnings("NullAway") // As above.
    private void take(String key, @Nullable SpecificRecord fact, long time) {
        if (fact instanceof Issue issue) {
            Interpretation.requireKey(key, issue.getRepository(), issue.getNumber());
            items.take(key, Interpretation.item(issue), time);
        } else if (fact instanceof PullRequest pull) {
            Interpretation.requireKey(key, pull.getRepository(), pull.getNumber());
            items.take(key, Interpretation.item(pull), time);
        } else if (fact instanceof Comment comment) {
            Interpretation.requireKey(key, comment.getRepository(), comment.getNumber());
            utterances.take(
                    Interpretation.key(comment, key), Interpretation.utterance(comment), comment.getRepository(), time);
        } else if (fact instanceof Review review) {
            Interpretation.requireKey(key, review.getRepository(), review.getNumber());
            utterances.take(
                    UtteranceKey.review(key, review.getId()),
                    Interpretation.utterance(review),
                    review.getRepository(),
                    time);
        } else {
            throw new InvalidFactException("The record of '" + key + "' is "
                    + (fact == null ? "empty" : "a " + fact.getSchema().getFullName())
                    + "; an issue, pull request, comment or review is expected.");
        }
    }
}
