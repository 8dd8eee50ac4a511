// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.store;

import dev.hallway.health.Evidence;
import dev.hallway.health.StoryState;
import dev.hallway.streams.people.Participant;
import dev.hallway.streams.read.ItemView.Answer;
import dev.hallway.streams.state.Codec;
import dev.hallway.streams.state.Fields;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * What was derived from an item and from what was written in it.
 *
 * @param counts true if its comments stand in the weeks: they do not if GitHub no longer has the item
 * @param author what its author is
 * @param first the first response by another human; null while waiting
 * @param firstByMaintainer the first response by a maintainer; null while waiting
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
        long participants,
        @Nullable Answer answer,
        @Nullable StoryState state,
        List<ItemEvent> events,
        long story,
        long referencesLeftOut) {

    /** Of an item that was never derived. */
    public static final Outcome NONE =
            new Outcome(true, Participant.Kind.UNKNOWN, false, null, null, 0, null, null, List.of(), 0, 0);

    /** How outcomes are written. */
    public static final Codec<Outcome> CODEC = new Codec<>() {
        private final Codec<Participant.Kind> kind = Fields.symbol(Participant.Kind.values());
        private final Codec<StoryState> state = Fields.symbol(StoryState.values());
        private final Codec<Answer> answer = new AnswerCodec();

        @Override
        public void write(Outcome outcome, Encoder out) throws IOException {
            out.writeBoolean(outcome.counts);
            kind.write(outcome.author, out);
            out.writeBoolean(outcome.authorIsMaintainer);
            Fields.writeOptional(outcome.first, Response.CODEC, out);
            Fields.writeOptional(outcome.firstByMaintainer, Response.CODEC, out);
            out.writeLong(outcome.participants);
            Fields.writeOptional(outcome.answer, answer, out);
            Fields.writeOptional(outcome.state, state, out);
            Fields.writeList(outcome.events, ItemEvent.CODEC, out);
            out.writeLong(outcome.story);
            out.writeLong(outcome.referencesLeftOut);
        }

        @Override
        public Outcome read(Decoder in) throws IOException {
            return new Outcome(
                    in.readBoolean(),
                    kind.read(in),
                    in.readBoolean(),
                    Fields.readOptional(Response.CODEC, in),
                    Fields.readOptional(Response.CODEC, in),
                    in.readLong(),
                    Fields.readOptional(answer, in),
                    Fields.readOptional(state, in),
                    Fields.readList(ItemEvent.CODEC, in),
                    in.readLong(),
                    in.readLong());
        }
    };

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
    public record Response(Instant at, boolean byMaintainer) {

        static final Codec<Response> CODEC = new Codec<>() {
            @Override
            public void write(Response response, Encoder out) throws IOException {
                Fields.writeInstant(response.at, out);
                out.writeBoolean(response.byMaintainer);
            }

            @Override
            public Response read(Decoder in) throws IOException {
                return new Response(Fields.readInstant(in), in.readBoolean());
            }
        };
    }

    /**
     * An event of the item itself, in the week of its time.
     *
     * @param kind what happened
     * @param event when, by whom and how
     */
    public record ItemEvent(WeekEvent.Kind kind, WeekEvent event) {

        static final Codec<ItemEvent> CODEC = new Codec<>() {
            private final Codec<WeekEvent.Kind> kind = Fields.symbol(WeekEvent.Kind.values());

            @Override
            public void write(ItemEvent event, Encoder out) throws IOException {
                kind.write(event.kind, out);
                WeekEvent.CODEC.write(event.event, out);
            }

            @Override
            public ItemEvent read(Decoder in) throws IOException {
                return new ItemEvent(kind.read(in), WeekEvent.CODEC.read(in));
            }
        };
    }

    private static final class AnswerCodec implements Codec<Answer> {

        private final Codec<Evidence> evidence = Fields.symbol(Evidence.values());

        @Override
        public void write(Answer answer, Encoder out) throws IOException {
            out.writeString(answer.repository());
            out.writeLong(answer.pullRequest());
            Fields.writeInstant(answer.mergedAt(), out);
            out.writeLong(answer.seconds());
            out.writeBoolean(answer.communityAuthored());
            out.writeBoolean(answer.selfAuthored());
            evidence.write(answer.evidence(), out);
        }

        @Override
        public Answer read(Decoder in) throws IOException {
            return new Answer(
                    in.readString(),
                    in.readLong(),
                    Fields.readInstant(in),
                    in.readLong(),
                    in.readBoolean(),
                    in.readBoolean(),
                    evidence.read(in));
        }
    }
}
