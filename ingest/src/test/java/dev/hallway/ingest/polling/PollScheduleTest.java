// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.polling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hallway.contract.Topics;
import dev.hallway.github.Issue;
import dev.hallway.ingest.RecordedWaits;
import dev.hallway.ingest.publish.OutgoingRecord;
import dev.hallway.ingest.report.RepositoryOutcome;
import dev.hallway.ingest.translate.Snapshots;
import dev.hallway.ingest.translate.Translation;
import dev.hallway.ingest.webhook.DeliveryReceiver;
import dev.hallway.ingest.webhook.InMemoryFacts;
import dev.hallway.ingest.webhook.Payload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PollScheduleTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String NAME = Payload.REPOSITORY;

    private final RecordedWaits clock = new RecordedWaits();
    private final PollSchedule schedule = new PollSchedule(clock, MINUTE);
    private final DeliveryReceiver receiver =
            new DeliveryReceiver((id, name) -> Optional.of(NAME), new InMemoryFacts(), schedule);

    @Test
    void shouldPollLessOftenWhenWebhooksBroughtWhatAPollFinds() {
        // Given
        poll();
        deliver("issues", Payload.issue("edited", 12, clock.instant()));
        Instant edited = clock.instant();
        clock.forward(MINUTE);

        // When
        poll(snapshot(12, edited));

        // Then
        assertThat(schedule.interval(NAME)).isEqualTo(MINUTE.multipliedBy(2));
    }

    @Test
    void shouldPollAsConfiguredAtOnceWhenWebhooksMissedSomething() {
        // Given
        poll();
        deliver("issues", Payload.issue("edited", 12, clock.instant()));
        poll();
        Instant missed = clock.instant();
        clock.forward(MINUTE);
        Duration slow = schedule.interval(NAME);

        // When
        poll(snapshot(13, missed));

        // Then
        assertThat(slow).isGreaterThan(MINUTE);
        assertThat(schedule.interval(NAME)).isEqualTo(MINUTE);
        assertThat(schedule.isDue(NAME)).isTrue();
    }

    @Test
    void shouldTakeAnIssueAsToldWhenAWebhookBroughtTheCommentThatChangedIt() {
        // Given
        poll();
        Instant said = clock.instant();
        deliver("issue_comment", Payload.issueComment("created", 12, 5, said));
        clock.forward(MINUTE);

        // When
        poll(snapshot(12, said));

        // Then
        assertThat(schedule.interval(NAME)).isGreaterThan(MINUTE);
    }

    @Test
    void shouldForgiveADeliveryThatIsStillOnItsWay() {
        // Given
        poll();
        deliver("issues", Payload.issue("edited", 12, clock.instant()));
        clock.forward(MINUTE);

        // When
        poll(snapshot(13, clock.instant().minusSeconds(2)));

        // Then
        assertThat(schedule.interval(NAME)).isGreaterThan(MINUTE);
    }

    @Test
    void shouldPollAsConfiguredWhenNoWebhooksArriveAnyMore() {
        // Given
        poll();
        deliver("issues", Payload.issue("edited", 12, clock.instant()));
        poll();
        clock.forward(Duration.ofHours(2));

        // When
        poll();

        // Then
        assertThat(schedule.interval(NAME)).isEqualTo(MINUTE);
    }

    @Test
    void shouldLeaveARepositoryOutUntilItIsDue() {
        // Given
        poll();
        deliver("issues", Payload.issue("edited", 12, clock.instant()));
        poll();
        clock.forward(MINUTE);

        // When
        boolean early = schedule.isDue(NAME);
        clock.forward(MINUTE);

        // Then
        assertThat(early).isFalse();
        assertThat(schedule.isDue(NAME)).isTrue();
        assertThat(schedule.isDue("Some/Body")).isTrue();
    }

    @Test
    void shouldPollARenamedRepositoryAtOnce() {
        // Given
        poll();
        deliver("issues", Payload.issue("edited", 12, clock.instant()));
        poll();

        // When
        deliver("repository", Payload.renamed("Hall/Corridor"));

        // Then
        assertThat(schedule.isDue(NAME)).isTrue();
    }

    @Test
    void shouldPollAsConfiguredAfterAPollThatFailed() {
        // Given
        poll();
        deliver("issues", Payload.issue("edited", 12, clock.instant()));
        poll();

        // When
        schedule.repositoryFinished(new RepositoryOutcome.Failed(NAME, "GitHub answered 502"));

        // Then
        assertThat(schedule.interval(NAME)).isEqualTo(MINUTE);
    }

    @Test
    void shouldKnowARepositoryUnderTheNameItWasGiven() {
        // Given
        schedule.repositoryFinished(new RepositoryOutcome.UpToDate("Old/Name", NAME, 0, clock.instant()));
        deliver("issues", Payload.issue("edited", 12, clock.instant()));

        // When
        schedule.repositoryFinished(new RepositoryOutcome.UpToDate("Old/Name", NAME, 0, clock.instant()));

        // Then
        assertThat(schedule.interval("Old/Name")).isGreaterThan(MINUTE);
    }

    private void poll(Issue... found) {
        schedule.committed(List.of(found).stream()
                .<OutgoingRecord<?>>map(issue -> new OutgoingRecord<>(
                        Topics.ISSUES, "hall/way#" + issue.getNumber(), issue, issue.getUpdatedAt()))
                .toList());
        schedule.repositoryFinished(new RepositoryOutcome.UpToDate(NAME, NAME, found.length, clock.instant()));
    }

    private void deliver(String event, ObjectNode payload) {
        receiver.receive(event, Payload.bytes(payload));
    }

    private Issue snapshot(long number, Instant updatedAt) {
        ObjectNode payload = Payload.issue("edited", number, updatedAt);
        Translation<Issue> read = new Snapshots(NAME, clock.instant()).issue(payload.path("issue"));
        return ((Translation.Read<Issue>) read).value();
    }
}
