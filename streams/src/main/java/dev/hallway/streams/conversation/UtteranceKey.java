// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.conversation;

import dev.hallway.streams.fact.Reply;
import dev.hallway.streams.state.KeyReader;
import dev.hallway.streams.state.KeyWriter;
import dev.hallway.streams.state.StoreKey;

/**
 * Where an utterance is kept: reviews of an item first, so that a scan knows a review before its comments.
 *
 * @param item record key of the item
 * @param kind what it is
 * @param review id of the review a review comment came with; 0 for everything else
 * @param id GitHub's id
 */
record UtteranceKey(String item, Reply.Kind kind, long review, long id) implements StoreKey {

    private static final Reply.Kind[] ORDER = {Reply.Kind.REVIEW, Reply.Kind.REVIEW_COMMENT, Reply.Kind.ISSUE_COMMENT};

    static UtteranceKey review(String item, long id) {
        return new UtteranceKey(item, Reply.Kind.REVIEW, 0, id);
    }

    static UtteranceKey read(KeyReader reader) {
        return new UtteranceKey(reader.text(), ORDER[reader.octet()], reader.int64(), reader.int64());
    }

    @Override
    public void writeTo(KeyWriter writer) {
        new OfReview(item, kind, review).writeTo(writer);
        writer.int64(id);
    }

    /** The beginning of all keys of an item. */
    record OfItem(String item) implements StoreKey {
        @Override
        public void writeTo(KeyWriter writer) {
            writer.text(item);
        }
    }

    /** The beginning of the keys of the comments that came with one review. */
    record OfReview(String item, Reply.Kind kind, long review) implements StoreKey {
        @Override
        public void writeTo(KeyWriter writer) {
            writer.text(item)
                    .octet(
                            switch (kind) {
                                case REVIEW -> 0;
                                case REVIEW_COMMENT -> 1;
                                case ISSUE_COMMENT -> 2;
                            })
                    .int64(review);
        }
    }
}
