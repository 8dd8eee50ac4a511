// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.store;

import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.health.FeedbackLatencyWeek;
import dev.hallway.health.FlowWeek;
import dev.hallway.health.ResponsivenessWeek;
import dev.hallway.streams.state.AvroRows;
import dev.hallway.streams.state.Codec;
import dev.hallway.streams.state.Fields;
import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a week as they were last derived, and as they stand on the metric topics.
 *
 * @param counts what was opened, closed and merged
 * @param eventful true if anything happened in the repository itself; a merge elsewhere may answer its feedback as well
 * @param feedbackLatency null if there is no such row
 * @param contributorDiversity null if there is no such row
 * @param responsiveness null if there is no such row
 * @param flow null if the week does not lie between the first and the last event
 */
public record WeekRow(
        FlowCounts counts,
        boolean eventful,
        @Nullable FeedbackLatencyWeek feedbackLatency,
        @Nullable ContributorDiversityWeek contributorDiversity,
        @Nullable ResponsivenessWeek responsiveness,
        @Nullable FlowWeek flow) {

    /** Of a week in which nothing is known to have happened. */
    public static final WeekRow EMPTY = new WeekRow(FlowCounts.NONE, false, null, null, null, null);

    /** How weeks are written. */
    public static final Codec<WeekRow> CODEC = new Codec<>() {
        private final Codec<FeedbackLatencyWeek> feedbackLatency = new AvroRows<>(FeedbackLatencyWeek.class);
        private final Codec<ContributorDiversityWeek> diversity = new AvroRows<>(ContributorDiversityWeek.class);
        private final Codec<ResponsivenessWeek> responsiveness = new AvroRows<>(ResponsivenessWeek.class);
        private final Codec<FlowWeek> flow = new AvroRows<>(FlowWeek.class);

        @Override
        public void write(WeekRow week, Encoder out) throws IOException {
            FlowCounts.CODEC.write(week.counts, out);
            out.writeBoolean(week.eventful);
            Fields.writeOptional(week.feedbackLatency, feedbackLatency, out);
            Fields.writeOptional(week.contributorDiversity, diversity, out);
            Fields.writeOptional(week.responsiveness, responsiveness, out);
            Fields.writeOptional(week.flow, flow, out);
        }

        @Override
        public WeekRow read(Decoder in) throws IOException {
            return new WeekRow(
                    FlowCounts.CODEC.read(in),
                    in.readBoolean(),
                    Fields.readOptional(feedbackLatency, in),
                    Fields.readOptional(diversity, in),
                    Fields.readOptional(responsiveness, in),
                    Fields.readOptional(flow, in));
        }
    };

    /** The same week with another row of flow. */
    public WeekRow withFlow(@Nullable FlowWeek row) {
        return new WeekRow(counts, eventful, feedbackLatency, contributorDiversity, responsiveness, row);
    }

    /** True if nothing happened in the week, and no row of it stands anywhere. */
    public boolean isEmpty() {
        return equals(EMPTY);
    }

    /** True if any figure of the week counts anything. */
    public boolean isCounted() {
        return eventful || feedbackLatency != null || contributorDiversity != null || responsiveness != null;
    }
}
