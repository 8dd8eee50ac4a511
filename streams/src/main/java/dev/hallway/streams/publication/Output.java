// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.publication;

import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import dev.hallway.health.ContributorDiversityWeek;
import dev.hallway.health.Digest;
import dev.hallway.health.FeedbackLatencyWeek;
import dev.hallway.health.FlowWeek;
import dev.hallway.health.MergingWeek;
import dev.hallway.health.NewcomersWeek;
import dev.hallway.health.OrganisationsWeek;
import dev.hallway.health.ResponsivenessWeek;
import dev.hallway.health.Story;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/**
 * Where rows go.
 *
 * @param <V> type of the rows
 * @param topic the topic
 * @param type the class of its rows
 * @param operator name of the operator that writes to it
 */
public record Output<V extends SpecificRecord>(Topic<String, V> topic, Class<V> type, String operator) {

    static final Output<FeedbackLatencyWeek> FEEDBACK_LATENCY =
            new Output<>(Topics.FEEDBACK_LATENCY, FeedbackLatencyWeek.class, "write-feedback-latency");
    static final Output<ContributorDiversityWeek> CONTRIBUTOR_DIVERSITY =
            new Output<>(Topics.CONTRIBUTOR_DIVERSITY, ContributorDiversityWeek.class, "write-contributor-diversity");
    static final Output<ResponsivenessWeek> RESPONSIVENESS =
            new Output<>(Topics.RESPONSIVENESS, ResponsivenessWeek.class, "write-responsiveness");
    static final Output<FlowWeek> FLOW = new Output<>(Topics.FLOW, FlowWeek.class, "write-flow");
    static final Output<OrganisationsWeek> ORGANISATIONS =
            new Output<>(Topics.ORGANISATIONS, OrganisationsWeek.class, "write-organisations");
    static final Output<MergingWeek> MERGING = new Output<>(Topics.MERGING, MergingWeek.class, "write-merging");
    static final Output<NewcomersWeek> NEWCOMERS =
            new Output<>(Topics.NEWCOMERS, NewcomersWeek.class, "write-newcomers");
    static final Output<Story> STORIES = new Output<>(Topics.STORIES, Story.class, "write-stories");
    static final Output<Digest> DIGESTS = new Output<>(Topics.DIGESTS, Digest.class, "write-digests");

    /** All of them, for the topology. */
    public static final List<Output<?>> ALL = List.of(
            FEEDBACK_LATENCY,
            CONTRIBUTOR_DIVERSITY,
            RESPONSIVENESS,
            FLOW,
            ORGANISATIONS,
            MERGING,
            NEWCOMERS,
            STORIES,
            DIGESTS);

    /** Name of the operator that sends notices to other repositories. */
    public static final String NOTICES = "send-notices";
}
