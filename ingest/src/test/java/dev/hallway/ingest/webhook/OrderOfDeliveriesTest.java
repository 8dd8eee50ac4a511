// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hallway.github.Comment;
import dev.hallway.github.Issue;
import dev.hallway.github.Review;
import dev.hallway.ingest.translate.Snapshots;
import dev.hallway.ingest.translate.Translation;
import dev.hallway.service.forgotten.Withholding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.avro.specific.SpecificRecord;

/** Whatever the order, however often: the same snapshot is the latest one by the rule that readers follow. */
class OrderOfDeliveriesTest {

    private static final Instant START = Instant.parse("2024-09-01T12:00:00Z");

    /**
     * An issue is opened, labelled perhaps in the same second, changed, and perhaps deleted; polls see it in between.
     *
     * @param pauses seconds between its changes, at least one after the second
     * @param polls after which changes a poll looks, in the same second
     */
    @Property
    void shouldEndWithTheLastStateOfAnIssue(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 5) Integer> pauses,
            @ForAll boolean labelledAtOnce,
            @ForAll boolean deleted,
            @ForAll @Size(max = 4) List<@IntRange(max = 6) Integer> polls,
            @ForAll Random order) {
        // Given
        List<SpecificRecord> seen = new ArrayList<>();
        Instant at = START;
        seen.add(delivered(WebhookEvent.ISSUES, Payload.issue("opened", 12, at)));
        SpecificRecord last = seen.get(0);
        for (int change = 0; change < pauses.size(); change++) {
            at = at.plusSeconds(change == 0 && labelledAtOnce ? 0 : pauses.get(change));
            var payload = Payload.issue("labeled", 12, at);
            ((ObjectNode) payload.path("issue")).put("title", "Change " + change);
            last = delivered(WebhookEvent.ISSUES, payload);
            seen.add(last);
            if (polls.contains(change)) {
                // Nothing more happens in this second: the poll sees what this delivery tells.
                seen.add(polled(payload.path("issue"), at));
            }
        }
        if (deleted) {
            var payload = Payload.issue("deleted", 12, at);
            last = delivered(WebhookEvent.ISSUES, payload);
            seen.add(last);
            seen.add(polled(payload.path("issue"), at.plusSeconds(30)));
        }

        // When
        SpecificRecord latest = latest(shuffledWithDuplicates(seen, order));

        // Then
        assertThat(title(latest)).isEqualTo(title(last));
        assertThat(((Issue) latest).getDeleted()).isEqualTo(deleted);
    }

    @Property
    void shouldLetAPollDecideBetweenChangesOfOneSecond(
            @ForAll @IntRange(min = 2, max = 6) int changes, @ForAll Random order) {
        // Given
        List<SpecificRecord> seen = new ArrayList<>();
        for (int change = 0; change < changes; change++) {
            var payload = Payload.issue("edited", 12, START);
            ((ObjectNode) payload.path("issue")).put("title", "Change " + change);
            seen.add(delivered(WebhookEvent.ISSUES, payload));
            if (change == changes - 1) {
                seen.add(polled(payload.path("issue"), START.plusSeconds(5)));
            }
        }

        // When
        SpecificRecord latest = latest(shuffledWithDuplicates(seen, order));

        // Then
        assertThat(title(latest)).isEqualTo("Change " + (changes - 1));
    }

    @Property
    void shouldEndWithADeletedComment(@ForAll @IntRange(max = 3) int edits, @ForAll Random order) {
        // Given
        List<SpecificRecord> seen = new ArrayList<>();
        seen.add(delivered(WebhookEvent.ISSUE_COMMENT, Payload.issueComment("created", 12, 5, START)));
        for (int edit = 1; edit <= edits; edit++) {
            seen.add(delivered(
                    WebhookEvent.ISSUE_COMMENT, Payload.issueComment("edited", 12, 5, START.plusSeconds(edit))));
        }
        seen.add(delivered(
                WebhookEvent.ISSUE_COMMENT, Payload.issueComment("deleted", 12, 5, START.plusSeconds(edits))));

        // When
        SpecificRecord latest = latest(shuffledWithDuplicates(seen, order));

        // Then
        assertThat(((Comment) latest).getDeleted()).isTrue();
    }

    @Property
    void shouldEndWithTheLastStateOfAReview(
            @ForAll @IntRange(max = 3) int pause, @ForAll boolean polledAfterwards, @ForAll Random order) {
        // Given
        List<SpecificRecord> seen = new ArrayList<>();
        seen.add(delivered(WebhookEvent.PULL_REQUEST_REVIEW, Payload.review("submitted", 34, 500, "approved", START)));
        seen.add(delivered(
                WebhookEvent.PULL_REQUEST_REVIEW,
                Payload.review("edited", 34, 500, "approved", START.plusSeconds(pause))));
        var dismissed = Payload.review("dismissed", 34, 500, "dismissed", START.plusSeconds(2L * pause));
        seen.add(delivered(WebhookEvent.PULL_REQUEST_REVIEW, dismissed));
        if (polledAfterwards) {
            seen.add(value(
                    new Snapshots(Payload.REPOSITORY, START.plusSeconds(60)).review(dismissed.path("review"), 34)));
        }

        // When
        SpecificRecord latest = latest(shuffledWithDuplicates(seen, order));

        // Then
        assertThat(((Review) latest).getState()).hasToString("DISMISSED");
    }

    private static List<SpecificRecord> shuffledWithDuplicates(List<SpecificRecord> seen, Random order) {
        List<SpecificRecord> shuffled = new ArrayList<>(seen);
        seen.stream().filter(any -> order.nextBoolean()).forEach(shuffled::add);
        Collections.shuffle(shuffled, order);
        return shuffled;
    }

    /** The rule of the contract: the later updatedAt, then the later observedAt; of equals the first. */
    private static SpecificRecord latest(List<SpecificRecord> arrived) {
        Comparator<SpecificRecord> rule = Comparator.comparing(
                        (Function<SpecificRecord, Instant>) OrderOfDeliveriesTest::updatedAt)
                .thenComparing(record -> time(record, "observedAt"));
        Map<String, SpecificRecord> known = new HashMap<>();
        arrived.forEach(record ->
                known.merge("the entity", record, (old, young) -> rule.compare(young, old) > 0 ? young : old));
        return Optional.ofNullable(known.get("the entity")).orElseThrow();
    }

    private static Instant updatedAt(SpecificRecord record) {
        // Reviews have none.
        return record instanceof Review ? Instant.EPOCH : time(record, "updatedAt");
    }

    private static Instant time(SpecificRecord record, String field) {
        return (Instant) record.get(record.getSchema().getField(field).pos());
    }

    private static SpecificRecord delivered(WebhookEvent event, JsonNode payload) {
        Content content = Payloads.read(event, payload, Payload.REPOSITORY, Withholding.NOBODY);
        return ((Content.Fact) content).record().value();
    }

    private static SpecificRecord polled(JsonNode issue, Instant date) {
        return value(new Snapshots(Payload.REPOSITORY, date).issue(issue));
    }

    private static <T> T value(Translation<T> translation) {
        return ((Translation.Read<T>) translation).value();
    }

    private static String title(SpecificRecord record) {
        return ((Issue) record).getTitle();
    }
}
