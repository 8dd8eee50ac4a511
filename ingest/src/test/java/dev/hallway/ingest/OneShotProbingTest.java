// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topics;
import dev.hallway.github.Inventory;
import dev.hallway.github.Issue;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.cursor.Start;
import dev.hallway.ingest.github.QuotaReserve;
import dev.hallway.ingest.github.Token;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.simulator.Account;
import dev.hallway.simulator.Entity;
import dev.hallway.simulator.Fault;
import dev.hallway.simulator.RepositoryProfile;
import dev.hallway.simulator.SimulatedCommunity;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.simulator.SimulatedRepository;
import dev.hallway.simulator.SimulationSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command that runs once explains every number, as far as the quota reaches. */
@SuppressWarnings("NullAway.Init") // Each test starts its own GitHub.
class OneShotProbingTest {

    private static final String NAME = "Hall/Way";
    private static final int ITEMS = 186;
    private static final int HOLES = 93;

    private final RecordedWaits waits = new RecordedWaits();
    private final SimulatedCommunity community = new SimulatedCommunity();
    private final InMemorySink sink = new InMemorySink();
    private final List<String> waitedFor = new ArrayList<>();
    private SimulatedGitHub github;
    private SimulatedRepository repository;

    @AfterEach
    void stopGitHub() {
        github.close();
    }

    @Test
    void shouldExplainEveryNumberInOneRunWithoutAToken() throws InterruptedException {
        // Given
        serve(OptionalInt.empty());

        // When
        run(Access.anonymous());

        // Then
        assertThat(inventory().getUnexplainedNumbers()).isZero();
        assertThat(inventory().getAbsentNumbers()).isEqualTo(HOLES - 1);
        assertThat(inventory().getDeletedNumbers()).isEqualTo(1);
        assertThat(asked("/issues/\\d+")).isEqualTo(HOLES);
    }

    @Test
    void shouldAskAboutDiscussionsInBatchesWhereThereIsAToken() throws InterruptedException {
        // Given
        serve(OptionalInt.empty());
        discussHolesExcept(5L, 7L);

        // When
        run(Access.with(new Token("ghp_test")));

        // Then
        assertThat(inventory().getUnexplainedNumbers()).isZero();
        assertThat(inventory().getDiscussionNumbers()).isEqualTo(HOLES - 2);
        assertThat(inventory().getDeletedNumbers()).isEqualTo(1);
        assertThat(inventory().getInvisibleNumbers()).isEqualTo(1);
        // REST is asked about the two that are no discussions.
        assertThat(asked("/issues/\\d+")).isEqualTo(2);
        assertThat(asked("/graphql")).isLessThanOrEqualTo(6);
    }

    @Test
    void shouldAskInBatchesAlsoWhereEverythingIsVerified() throws InterruptedException {
        // Given
        serve(OptionalInt.empty());
        discussHolesExcept(5L);

        // When
        try (Ingester ingester = ingester(Access.with(new Token("ghp_test")), Start.VERIFYING)) {
            ingester.runCycle();
        }

        // Then
        assertThat(inventory().getDiscussionNumbers()).isEqualTo(HOLES - 1);
        assertThat(asked("/issues/\\d+")).isEqualTo(1);
        assertThat(asked("/graphql")).isLessThanOrEqualTo(6);
    }

    @Test
    void shouldExplainEveryNumberInTheFirstOfManyCyclesWhereEverythingIsVerified() throws InterruptedException {
        // Given
        serve(OptionalInt.empty());
        discussHolesExcept(5L);
        AtomicBoolean polled = new AtomicBoolean();

        // When
        try (Ingester ingester = ingester(Access.with(new Token("ghp_test")), Start.VERIFYING)) {
            ingester.run(polled::get, repository -> true, () -> polled.set(true));
        }

        // Then
        assertThat(inventory().getUnexplainedNumbers()).isZero();
        assertThat(asked("/issues/\\d+")).isEqualTo(1);
    }

    @Test
    void shouldRepairWhatGraphQlFindsUnderANumber() throws InterruptedException {
        // Given
        serve(OptionalInt.empty());
        github.faults().decide(request -> request.contains("/graphql") ? missed() : Optional.empty());

        // When
        run(Access.with(new Token("ghp_test")));

        // Then
        assertThat(inventory().getUnexplainedNumbers()).isZero();
        assertThat(sink.values(Topics.ISSUES, Issue.class)).anyMatch(issue -> issue.getNumber() == 11);
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 400, 200})
    void shouldAskRestWhereGraphQlCannotBeUsed(int status) throws InterruptedException {
        // Given
        serve(OptionalInt.empty());
        github.faults()
                .decide(request -> request.contains("/graphql")
                        ? Optional.of(new Fault.Reply(
                                status,
                                Map.of(),
                                "{\"errors\":[{\"message\":\"Field 'issueOrPullRequest' is unknown\"}]}"))
                        : Optional.empty());

        // When
        run(Access.with(new Token("ghp_test")));

        // Then
        assertThat(inventory().getUnexplainedNumbers()).isZero();
        assertThat(asked("/issues/\\d+")).isEqualTo(HOLES);
    }

    @Test
    void shouldAskNoFurtherThanTheQuotaReaches() throws InterruptedException {
        // Given
        serve(OptionalInt.of(60));

        // When
        run(Access.anonymous().reserving(QuotaReserve.NONE));

        // Then
        assertThat(inventory().getUnexplainedNumbers()).isPositive().isLessThan(HOLES);
        assertThat(waitedFor).isEmpty();
    }

    @Test
    void shouldNotAskAboutEveryNumberWhereGitHubGivesNoAnswer() throws InterruptedException {
        // Given
        serve(OptionalInt.empty());
        github.faults()
                .decide(request ->
                        request.matches(".*/issues/\\d+") ? Optional.of(Fault.badGateway()) : Optional.empty());

        // When
        run(Access.anonymous());

        // Then
        assertThat(asked("/issues/\\d+")).isLessThanOrEqualTo(2 * 6);
        assertThat(sink.repository("hall/way").getGaps()).isNotEmpty();
    }

    private void discussHolesExcept(Long... numbers) {
        for (long number = 1; number <= ITEMS; number += 2) {
            if (!List.of(numbers).contains(number)) {
                repository.discuss(number);
            }
        }
    }

    /** Every other issue is gone: one is deleted, the others are hidden. */
    private void serve(OptionalInt quota) {
        repository = community.create(new RepositoryProfile(7, NAME, "main", Community.FOUNDED));
        for (int number = 1; number <= ITEMS; number++) {
            repository.put(Entity.Issue.opened(
                    number, Account.person(7, "ada"), "Wish " + number, null, Community.FOUNDED.plusSeconds(number)));
        }
        for (int number = 1; number <= ITEMS; number += 2) {
            if (number == 5) {
                repository.delete(number);
            } else {
                repository.hide(number);
            }
        }
        github = SimulatedGitHub.start(
                community, waits, SimulationSettings.likeGitHub().limitedTo(quota));
    }

    /** It appears after the lists were read. */
    private Optional<Fault> missed() {
        repository.put(
                Entity.Issue.opened(11, Account.person(7, "ada"), "Missed", null, Community.FOUNDED.plusSeconds(11)));
        return Optional.empty();
    }

    private Inventory inventory() {
        return sink.repository("hall/way").getInventory();
    }

    private long asked(String regex) {
        return github.requests().stream()
                .filter(request -> request.pathAndQuery().matches(".*" + regex))
                .count();
    }

    private void run(Access access) throws InterruptedException {
        try (Ingester ingester = ingester(access, Start.AT_THE_BEGINNING)) {
            ingester.runCycle();
        }
    }

    private Ingester ingester(Access access, Start start) {
        IngestSettings settings = new IngestSettings(
                        github.url(),
                        access,
                        List.of(NAME),
                        Map.of(),
                        SchemaRegistry.at("mock://one-shot-probing-test"),
                        IngestSettings.ONLY_INGEST,
                        Duration.ofMinutes(1))
                .startingAt(start);
        IngestListener listener = new IngestListener() {
            @Override
            public void waiting(Duration duration, String reason) {
                if (reason.contains("quota")) {
                    waitedFor.add(reason);
                }
            }
        };
        return new Ingester(settings, sink, waits.environment(), listener);
    }
}
