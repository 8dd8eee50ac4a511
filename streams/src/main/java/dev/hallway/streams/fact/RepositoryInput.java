// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.fact;

import dev.hallway.github.Repository;
import dev.hallway.health.Story;
import dev.hallway.streams.read.ItemView.Answer;
import dev.hallway.streams.state.Codec;
import dev.hallway.streams.state.Fields;
import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/** What the earlier stages and ingest tell the weeks of a repository; keyed by repository in lower case. */
public sealed interface RepositoryInput extends StageInput {

    /**
     * A contribution appeared, changed or vanished.
     *
     * @param repository {@code owner/repo} as GitHub writes it
     * @param ref which contribution
     * @param before as it counted so far; null if it did not
     * @param after as it counts now; null if it does not any more
     * @param seenAt when the facts behind it were seen, in milliseconds since the epoch: the latest login is the label
     */
    record ContributionChanged(
            String repository,
            Contribution.Ref ref,
            @Nullable Contribution before,
            @Nullable Contribution after,
            long seenAt)
            implements RepositoryInput {}

    /**
     * An item changed.
     *
     * @param number its number
     * @param item as it is now; null if GitHub no longer has it
     */
    record ItemChanged(long number, @Nullable ItemFacts item) implements RepositoryInput {}

    /**
     * Somebody else answered an item first.
     *
     * @param number number of the item
     * @param replies who answered first
     */
    record RepliesChanged(long number, Replies replies) implements RepositoryInput {}

    /**
     * A story changed.
     *
     * @param number number of the feedback issue
     * @param story as it is told now; null if there is none any more
     * @param answer the merge that answered it; null if there is none
     */
    record StoryChanged(
            long number, @Nullable Story story, @Nullable Answer answer) implements RepositoryInput {}

    /**
     * Ingest described the repository. Never written to the internal topic: it comes from its own input topic.
     *
     * @param repository the description
     */
    record RepositoryDescribed(Repository repository) implements RepositoryInput {}

    /** How these are written. */
    Codec<RepositoryInput> CODEC = new Codec<>() {
        @Override
        public void write(RepositoryInput input, Encoder out) throws IOException {
            if (input instanceof ContributionChanged changed) {
                out.writeInt(0);
                out.writeString(changed.repository);
                Contribution.Ref.CODEC.write(changed.ref, out);
                Fields.writeOptional(changed.before, Contribution.CODEC, out);
                Fields.writeOptional(changed.after, Contribution.CODEC, out);
                out.writeLong(changed.seenAt);
            } else if (input instanceof ItemChanged changed) {
                out.writeInt(1);
                out.writeLong(changed.number);
                Fields.writeOptional(changed.item, ItemFacts.CODEC, out);
            } else if (input instanceof RepliesChanged changed) {
                out.writeInt(2);
                out.writeLong(changed.number);
                Replies.CODEC.write(changed.replies, out);
            } else if (input instanceof StoryChanged changed) {
                out.writeInt(3);
                out.writeLong(changed.number);
                Fields.writeOptional(changed.story, Stories.CODEC, out);
                Fields.writeOptional(changed.answer, Answers.CODEC, out);
            } else {
                throw new IOException("a description of a repository has its own topic");
            }
        }

        @Override
        public RepositoryInput read(Decoder in) throws IOException {
            int tag = in.readInt();
            return switch (tag) {
                case 0 ->
                    new ContributionChanged(
                            in.readString(),
                            Contribution.Ref.CODEC.read(in),
                            Fields.readOptional(Contribution.CODEC, in),
                            Fields.readOptional(Contribution.CODEC, in),
                            in.readLong());
                case 1 -> new ItemChanged(in.readLong(), Fields.readOptional(ItemFacts.CODEC, in));
                case 2 -> new RepliesChanged(in.readLong(), Replies.CODEC.read(in));
                case 3 ->
                    new StoryChanged(
                            in.readLong(),
                            Fields.readOptional(Stories.CODEC, in),
                            Fields.readOptional(Answers.CODEC, in));
                default -> throw new IOException("no repository input has the tag " + tag);
            };
        }
    };
}
