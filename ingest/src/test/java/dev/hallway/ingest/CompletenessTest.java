// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topics;
import dev.hallway.github.Inventory;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.numbers.CheckSettings;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.simulator.Account;
import dev.hallway.simulator.Entity;
import dev.hallway.simulator.Fault;
import dev.hallway.simulator.LoggedRequest;
import dev.hallway.simulator.SimulatedCommunity;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.simulator.SimulatedRepository;
import dev.hallway.simulator.SimulationSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nothing is missing without ingest knowing it. */
class CompletenessTest {

    private static final String NAME = "Hall/Way";
    private static final Account AUTHOR = Account.person(7, "ada");
    private static final CheckSettings CHECKS = new CheckSettings(10, Duration.ofDays(1), Duration.ofDays(7));

    private final SimulatedCommunity community = new SimulatedCommunity();
    private final RecordedWaits waits = new RecordedWaits();
    private final InMemorySink sink = new InMemorySink();
    private final SimulatedGitHub github = SimulatedGitHub.start(community, waits, SimulationSettings.likeGitHub());

    @AfterEach
    void stopGitHub() {
        github.close();
    }

    @Test
    void shouldAccountForEveryNumberWithoutARequestWhereNothingIsMissing() throws InterruptedException {
        // Given
        Community.create(community, NAME, 30);

        // When
        cycle();

        // Then
        assertThat(inventory().getHighestNumber()).isEqualTo(30);
        assertThat(inventory().getItems()).isEqualTo(30);
        assertThat(inventory().getUnexplainedNumbers()).isZero();
        assertThat(asked("/issues/\\d+$")).isZero();
    }

    @Test
    void shouldExplainEveryHole() throws InterruptedException {
        // Given
        SimulatedRepository repository = Community.create(community, NAME, 30);
        SimulatedRepository elsewhere = Community.create(community, "Else/Where", 5);
        repository.delete(4);
        repository.transfer(7, elsewhere, 5);
        repository.hide(10);

        // When
        cycle();

        // Then
        Inventory inventory = inventory();
        assertThat(inventory.getItems()).isEqualTo(27);
        assertThat(inventory.getDeletedNumbers()).isEqualTo(1);
        assertThat(inventory.getTransferredNumbers()).isEqualTo(1);
        assertThat(inventory.getAbsentNumbers()).isEqualTo(1);
        assertThat(inventory.getUnexplainedNumbers()).isZero();
        assertThat(sink.values(Topics.ISSUES, Issue.class))
                .extracting(Issue::getRepository)
                .containsOnly(NAME);
    }

    @Test
    void shouldAskForEachHoleOnceAndForFewInOneOfManyCycles() throws InterruptedException {
        // Given
        SimulatedRepository repository = Community.create(community, NAME, 60);
        for (long number = 1; number < 60; number++) {
            if (!Community.isPull(number)) {
                repository.hide(number);
            }
        }

        // When
        List<Long> unexplained = List.of(unexplainedAfterPoll(), unexplainedAfterPoll(), unexplainedAfterPoll());
        cycle();
        github.forgetRequests();
        waits.forward(Duration.ofMinutes(1));
        cycle();

        // Then
        assertThat(unexplained).containsExactly(30L, 20L, 10L);
        assertThat(inventory().getAbsentNumbers()).isEqualTo(40);
        assertThat(github.requests()).extracting(LoggedRequest::status).containsOnly(304);
    }

    @Test
    void shouldRepairWhatNoListHadShown() throws InterruptedException {
        // Given
        SimulatedRepository repository = Community.create(community, NAME, 30);
        repository.hide(9);
        repository.hide(10);
        cycleWith(new CheckSettings(0, Duration.ofDays(100), Duration.ofDays(100)));
        Instant longAgo = Community.FOUNDED.plus(Duration.ofHours(10));
        repository.put(Entity.PullRequest.opened(9, AUTHOR, "Missed change", "Fixes #1", longAgo));
        repository.put(Entity.Review.submitted(9_000, 9, AUTHOR, "APPROVED", longAgo));
        repository.put(Entity.Issue.opened(10, AUTHOR, "Missed wish", null, longAgo));

        // When
        cycle();

        // Then
        assertThat(inventory().getItems()).isEqualTo(30);
        assertThat(inventory().getRepairedItems()).isEqualTo(2);
        assertThat(latestPull(9).getTitle()).isEqualTo("Missed change");
        assertThat(latestIssue(10).getTitle()).isEqualTo("Missed wish");
        assertThat(asked("/pulls/9/reviews")).isEqualTo(1);
    }

    @Test
    void shouldNameAsAGapANumberThatGitHubCannotShow() throws InterruptedException {
        // Given
        SimulatedRepository repository = Community.create(community, NAME, 30);
        repository.hide(10);
        github.faults().next("/issues/10$", new Fault.Reply(200, Map.of(), "{\"id\": 10000, \"number\": 10}"));

        // When
        cycle();
        github.forgetRequests();
        waits.forward(Duration.ofMinutes(1));
        cycle();

        // Then
        assertThat(sink.repository("hall/way").getGaps()).containsExactly("issue #10: 'html_url' is not a string");
        assertThat(inventory().getFirstUnexplained()).containsExactly(10L);
        assertThat(github.requests()).extracting(LoggedRequest::status).containsOnly(304);
    }

    @Test
    void shouldFindAnEditThatLeftNoTrace() throws InterruptedException {
        // Given
        SimulatedRepository repository = Community.create(community, NAME, 30);
        cycle();
        waits.forward(Duration.ofDays(1));
        cycle();
        int publishedBefore = sink.values(Topics.ISSUES, Issue.class).size();
        Issue known = latestIssue(4);
        repository.put(Entity.Issue.opened(4, AUTHOR, "Edited in silence", null, known.getUpdatedAt()));
        waits.forward(Duration.ofHours(25));

        // When
        cycle();

        // Then
        assertThat(sink.values(Topics.ISSUES, Issue.class)).hasSize(publishedBefore + 1);
        assertThat(latestIssue(4).getTitle()).isEqualTo("Edited in silence");
        assertThat(latestIssue(4).getUpdatedAt()).isEqualTo(known.getUpdatedAt());
        assertThat(latestIssue(4).getObservedAt()).isAfter(known.getObservedAt());
        assertThat(inventory().getSilentEdits()).isEqualTo(1);
        assertThat(inventory().getLastSweepAt()).isEqualTo(waits.instant());
    }

    @Test
    void shouldSweepRecentlyClosedPullRequestsWithTheirReviews() throws InterruptedException {
        // Given
        SimulatedRepository repository = Community.create(community, NAME, 30);
        Instant closed = waits.instant().minus(Duration.ofHours(1));
        repository.put(Entity.PullRequest.opened(31, AUTHOR, "Change", "Fixes #1", closed.minusSeconds(60))
                .merged(closed));
        repository.put(Entity.Issue.opened(32, AUTHOR, "Wish", null, waits.instant()));
        cycle();
        waits.forward(Duration.ofDays(1));
        cycle();
        repository.put(Entity.PullRequest.opened(31, AUTHOR, "Change", "Fixes #2", closed.minusSeconds(60))
                .merged(closed));
        repository.put(Entity.Review.submitted(31_000, 31, AUTHOR, "APPROVED", closed));
        github.forgetRequests();
        waits.forward(Duration.ofDays(1));

        // When
        cycle();

        // Then
        assertThat(latestPull(31).getBody()).isEqualTo("Fixes #2");
        assertThat(inventory().getSilentEdits()).isEqualTo(1);
        assertThat(asked("/pulls/\\d+/reviews")).isEqualTo(1);
        assertThat(github.requests()).hasSize(5 + 4 + 1);
    }

    @Test
    void shouldLeaveWhatChangedVisiblyToTheOtherWalks() throws InterruptedException {
        // Given
        SimulatedRepository repository = Community.create(community, NAME, 30);
        cycle();
        waits.forward(Duration.ofDays(1));
        cycle();
        int publishedBefore = sink.values(Topics.ISSUES, Issue.class).size();
        waits.forward(Duration.ofHours(25));
        repository.put(Entity.Issue.opened(4, AUTHOR, "Edited", null, Community.FOUNDED)
                .touched(waits.instant().minusSeconds(60)));

        // When
        cycle();

        // Then
        assertThat(sink.values(Topics.ISSUES, Issue.class)).hasSize(publishedBefore + 1);
        assertThat(inventory().getSilentEdits()).isZero();
    }

    @Test
    void shouldPublishThatItemsAreGone() throws InterruptedException {
        // Given
        SimulatedRepository repository = Community.create(community, NAME, 30);
        SimulatedRepository elsewhere = Community.create(community, "Else/Where", 5);
        cycle();
        Issue known = latestIssue(4);
        repository.delete(4);
        repository.transfer(7, elsewhere, 5);
        repository.hide(9);
        waits.forward(Duration.ofDays(8));

        // When
        cycle();

        // Then
        assertThat(latestIssue(4).getDeleted()).isTrue();
        assertThat(latestIssue(4).getTitle()).isEqualTo(known.getTitle());
        assertThat(latestIssue(4).getUpdatedAt()).isEqualTo(known.getUpdatedAt());
        assertThat(latestIssue(4).getObservedAt()).isEqualTo(waits.instant());
        assertThat(latestIssue(7).getDeleted()).isTrue();
        assertThat(latestPull(9).getDeleted()).isTrue();
        assertThat(inventory().getItems()).isEqualTo(27);
        assertThat(inventory().getDeletedNumbers()).isEqualTo(1);
        assertThat(inventory().getTransferredNumbers()).isEqualTo(1);
        assertThat(inventory().getAbsentNumbers()).isEqualTo(1);
        assertThat(inventory().getLastReconcileAt()).isEqualTo(waits.instant());
        assertThat(sink.repository("hall/way").getGaps()).isEmpty();
    }

    @Test
    void shouldTakeBackWhatReturns() throws InterruptedException {
        // Given
        SimulatedRepository repository = Community.create(community, NAME, 30);
        cycle();
        Issue known = latestIssue(4);
        repository.hide(4);
        waits.forward(Duration.ofDays(8));
        cycle();
        repository.put(Entity.Issue.opened(4, AUTHOR, known.getTitle(), null, known.getUpdatedAt()));
        waits.forward(Duration.ofDays(8));

        // When
        cycle();

        // Then
        assertThat(latestIssue(4).getDeleted()).isFalse();
        assertThat(latestIssue(4).getUpdatedAt()).isEqualTo(known.getUpdatedAt());
        assertThat(latestIssue(4).getObservedAt()).isEqualTo(waits.instant());
        assertThat(inventory().getItems()).isEqualTo(30);
        assertThat(inventory().getAbsentNumbers()).isZero();
    }

    @Test
    void shouldNotBelieveAListThatLacksItems() throws InterruptedException {
        // Given
        Community.create(community, NAME, 30);
        cycle();
        waits.forward(Duration.ofDays(8));
        github.faults().next("/issues\\?state=all&sort=created", new Fault.Reply(200, Map.of(), "[]"));

        // When
        cycle();
        cycle();
        cycle();

        // Then
        assertThat(sink.values(Topics.ISSUES, Issue.class)).noneMatch(Issue::getDeleted);
        assertThat(inventory().getItems()).isEqualTo(30);
        assertThat(asked("/issues/\\d+$")).isEqualTo(30);
    }

    @Test
    void shouldEndWithTheSameRecordsWhereverAReconcileWasKilled() throws InterruptedException {
        // Given
        SimulatedRepository repository = Community.create(community, NAME, 250);
        cycle();
        repository.delete(4);
        repository.hide(9);
        waits.forward(Duration.ofDays(8));
        int before = sink.commits();
        InMemorySink whole = sink.copy();
        cycleInto(whole, CHECKS);
        int commits = whole.commits();

        // When, Then
        assertThat(commits).isGreaterThan(4);
        for (int killedAt = 0; killedAt < commits; killedAt++) {
            InMemorySink target = sink.copy();
            target.refuseCommit(killedAt);
            assertThatThrownBy(() -> cycleInto(target, CHECKS)).isInstanceOf(KafkaException.class);
            cycleInto(target, CHECKS);
            assertThat(target.entities())
                    .as("killed at commit %s after %s", killedAt, before)
                    .isEqualTo(whole.entities());
        }
    }

    @Test
    void shouldOpenTheBookOfARepositoryThatWasReadBeforeBooksWereKept() throws InterruptedException {
        // Given
        Community.create(community, NAME, 30);
        cycle();
        InMemorySink old = sink.without(key -> key.endsWith("|numbers"));
        github.forgetRequests();

        // When
        cycleInto(old, CHECKS);

        // Then
        assertThat(github.requests()).extracting(LoggedRequest::status).containsOnly(304);
        assertThat(old.repository("hall/way").getInventory().getItems()).isEqualTo(30);
    }

    private Inventory inventory() {
        return sink.repository("hall/way").getInventory();
    }

    private long unexplainedAfterPoll() throws InterruptedException {
        AtomicBoolean polled = new AtomicBoolean();
        try (Ingester ingester = ingester(sink, CHECKS)) {
            ingester.run(polled::get, repository -> true, () -> polled.set(true));
        }
        return inventory().getUnexplainedNumbers();
    }

    private Issue latestIssue(long number) {
        return sink.values(Topics.ISSUES, Issue.class).stream()
                .filter(issue -> issue.getNumber() == number)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private PullRequest latestPull(long number) {
        return sink.values(Topics.PULL_REQUESTS, PullRequest.class).stream()
                .filter(pull -> pull.getNumber() == number)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private long asked(String regex) {
        return github.requests().stream()
                .filter(request ->
                        request.pathAndQuery().replaceAll("\\?per_page.*", "").matches(".*" + regex))
                .count();
    }

    private CycleReport cycle() throws InterruptedException {
        return cycleWith(CHECKS);
    }

    private CycleReport cycleWith(CheckSettings checks) throws InterruptedException {
        return cycleInto(sink, checks);
    }

    private CycleReport cycleInto(InMemorySink target, CheckSettings checks) throws InterruptedException {
        try (Ingester ingester = ingester(target, checks)) {
            return ingester.runCycle();
        }
    }

    private Ingester ingester(InMemorySink target, CheckSettings checks) {
        IngestSettings settings = new IngestSettings(
                        github.url(),
                        Access.anonymous(),
                        List.of(NAME),
                        Map.of(),
                        SchemaRegistry.at("mock://completeness-test"),
                        IngestSettings.ONLY_INGEST,
                        Duration.ofMinutes(1))
                .checkedBy(checks);
        return new Ingester(settings, target, waits.environment(), new IngestListener() {});
    }
}
