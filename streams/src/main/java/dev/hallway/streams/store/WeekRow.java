// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.store;

import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.health.FeedbackLatencyWeek;
import dev.hallway.health.ResponsivenessWeek;
import dev.hallway.streams.state.AvroRows;
import dev.hallway.streams.state.Codec;
import dev.hallway.streams.state.Fields;
import java.io.IOException;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a week as they were last derived, and as they stand on the metric topics; its flow stands apart.
 *
 * @param feedbackLatency null if there is no such row
 * @param contributorDiversity null if there is no such row
 * @param responsiveness null if there is no such row
 */
public record WeekRow(
        @Nullable FeedbackLatencyWeek feedbackLatency,
        @Nullable ContributorDiversityWeek contributorDiversity,
        @Nullable ResponsivenessWeek responsiveness) {

    /** Of a week in which nothing is known to have happened. */
    public static final WeekRow EMPTY = new WeekRow(null, null, null);

    /** How weeks are written. */
    public static final Codec<WeekRow> CODEC = new Codec<>() {
        private final Codec<FeedbackLatencyWeek> feedbackLatency = new AvroRows<>(FeedbackLatencyWeek.class);
        private final Codec<ContributorDiversityWeek> diversity = new AvroRows<>(ContributorDiversityWeek.class);
        private final Codec<ResponsivenessWeek> responsiveness = new AvroRows<>(ResponsivenessWeek.class);

        @Override
        public void write(WeekRow week, Encoder out) throws IOException {
            Fields.writeOptional(week.feedbackLatency, feedbackLatency, out);
            Fields.writeOptional(week.contributorDiversity, diversity, out);
            Fields.writeOptional(week.responsiveness, responsiveness, out);
        }

        @Override
        public WeekRow read(Decoder in) throws IOException {
            return new WeekRow(
                    Fields.readOptional(feedbackLatency, in),
                    Fields.readOptional(diversity, in),
                    Fields.readOptional(responsiveness, in));
        }
    };

    /** True if no row of the week stands anywhere. */
    public boolean isEmpty() {
        return equals(EMPTY);
    }
}
