// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.conversation;

import dev.hallway.streams.fact.Author;
import dev.hallway.streams.fact.Reply;
import dev.hallway.streams.fact.Version;
import dev.hallway.streams.state.Codec;
import dev.hallway.streams.state.Fields;
import java.io.IOException;
import java.time.Instant;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * The latest known snapshot of a comment, review or review comment.
 *
 * @param version orders it among the snapshots of the same entity
 * @param status whether anybody can see it
 * @param author who wrote it
 * @param maintainer true if as a maintainer
 * @param writtenAt when it was written or submitted, UTC; the epoch unless published
 * @param contributes false for a review that only wraps its comments
 * @param inIssue true if it is known to stand in an issue
 */
record Utterance(
        Version version,
        Status status,
        Author author,
        boolean maintainer,
        Instant writtenAt,
        boolean contributes,
        boolean inIssue) {

    /** Whether anybody can see it. */
    enum Status {
        PUBLISHED,
        /** A review that is still being written: it and its comments do not exist yet. */
        PENDING,
        DELETED
    }

    static final Codec<Utterance> CODEC = new Codec<>() {
        private final Status[] statuses = Status.values();

        @Override
        public void write(Utterance utterance, Encoder out) throws IOException {
            Version.CODEC.write(utterance.version, out);
            out.writeInt(utterance.status.ordinal());
            Author.CODEC.write(utterance.author, out);
            out.writeBoolean(utterance.maintainer);
            Fields.writeInstant(utterance.writtenAt, out);
            out.writeBoolean(utterance.contributes);
            out.writeBoolean(utterance.inIssue);
        }

        @Override
        public Utterance read(Decoder in) throws IOException {
            return new Utterance(
                    Version.CODEC.read(in),
                    statuses[in.readInt()],
                    Author.CODEC.read(in),
                    in.readBoolean(),
                    Fields.readInstant(in),
                    in.readBoolean(),
                    in.readBoolean());
        }
    };

    /**
     * What of it everybody can see.
     *
     * @param review the review that a review comment came with; null if there is none or it is not known
     * @return null if nobody can see it
     */
    @Nullable
    Visible visible(Reply.Kind kind, long id, @Nullable Utterance review) {
        if (status != Status.PUBLISHED || (review != null && review.status == Status.PENDING)) {
            return null;
        }
        Instant time = review != null && review.status == Status.PUBLISHED && review.writtenAt.isAfter(writtenAt)
                ? review.writtenAt
                : writtenAt;
        return new Visible(kind, id, author, maintainer, time, contributes);
    }

    /**
     * Something everybody can read in an item.
     *
     * @param kind what it is
     * @param id GitHub's id
     * @param author who wrote it
     * @param maintainer true if as a maintainer
     * @param time since when it is visible, UTC
     * @param contributes true if it counts as a contribution
     */
    record Visible(Reply.Kind kind, long id, Author author, boolean maintainer, Instant time, boolean contributes) {

        Reply toReply() {
            return new Reply(time, kind, id, maintainer);
        }
    }
}
