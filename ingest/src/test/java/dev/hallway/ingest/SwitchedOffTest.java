// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.Topics;
import dev.hallway.github.Comment;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.github.Token;
import dev.hallway.simulator.Account;
import dev.hallway.simulator.Entity;
import dev.hallway.simulator.Fault;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a repository has switched off is hidden, not deleted. */
class SwitchedOffTest {

    private static final int ITEMS = 30;
    private static final Duration PAST_THE_RECONCILE = Duration.ofDays(8);

    private final CheckedRepository repository = new CheckedRepository(Access.with(new Token("ghp_test")), ITEMS);

    @AfterEach
    void stopGitHub() {
        repository.close();
    }

    @Test
    void shouldKeepTheIssuesThatAreKnownAndNameTheGapUntilTheyAreSwitchedOnAgain() throws InterruptedException {
        // Given
        repository.cycle();
        repository.content().switchIssues(false);

        // When
        cyclesPastTheReconcile();

        // Then
        assertThat(deletedIssues()).isZero();
        assertThat(deletedComments()).isZero();
        assertThat(repository.inventory().getItems()).isEqualTo(ITEMS);
        assertThat(repository.inventory().getDeletedNumbers()).isZero();
        assertThat(repository.gaps())
                .singleElement()
                .asString()
                .isEqualTo(
                        "issues: they are switched off on GitHub; the 20 that were read before are kept as they were");

        // When
        repository.content().switchIssues(true);
        cyclesPastTheReconcile();

        // Then
        assertThat(repository.gaps()).isEmpty();
        assertThat(deletedIssues()).isZero();
    }

    @Test
    void shouldCallNoNumberDeletedWhereIssuesWereOffFromTheStartAndReadThemOnceTheyAreOn() throws InterruptedException {
        // Given
        repository.content().switchIssues(false);

        // When
        repository.cycle();

        // Then
        assertThat(repository.inventory().getDeletedNumbers()).isZero();
        assertThat(repository.inventory().getUnexplainedNumbers()).isEqualTo(20);
        assertThat(repository.gaps()).singleElement().asString().startsWith("issues: they are switched off on GitHub");
        // One answer says it of all.
        assertThat(repository.asked("/issues/\\d+")).isLessThanOrEqualTo(10);

        // When
        repository.content().switchIssues(true);
        repository.forward(Duration.ofMinutes(1));
        repository.cycle();

        // Then
        assertThat(repository.gaps()).isEmpty();
        assertThat(repository.inventory().getUnexplainedNumbers()).isZero();
        assertThat(repository.sink().values(Topics.ISSUES, Issue.class)).hasSize(20);
        assertThat(repository.sink().values(Topics.COMMENTS, Comment.class).stream()
                        .map(Comment::getId)
                        .distinct())
                .hasSize(ITEMS * 3 + ITEMS / 3);
    }

    @Test
    void shouldNotCallARepositoryIncompleteThatNeverHadIssues() throws InterruptedException {
        // Given
        for (long number = 1; number <= ITEMS; number++) {
            if (!Community.isPull(number)) {
                repository.content().hide(number);
            }
        }
        repository
                .content()
                .put(Entity.PullRequest.opened(1, Account.person(1, "eva"), "One", null, Community.FOUNDED));
        repository
                .content()
                .put(Entity.PullRequest.opened(2, Account.person(1, "eva"), "Two", null, Community.FOUNDED));
        for (long number = 4; number <= ITEMS; number++) {
            repository.content().hide(number);
        }
        repository.content().switchIssues(false);

        // When
        repository.cycle();

        // Then
        assertThat(repository.gaps()).isEmpty();
        assertThat(repository.inventory().getUnexplainedNumbers()).isZero();
    }

    @Test
    void shouldKeepThePullRequestsThatAreKnownAndNameTheGapUntilTheyAreSwitchedOnAgain() throws InterruptedException {
        // Given
        repository.cycle();
        repository.content().switchPullRequests(false);

        // When
        cyclesPastTheReconcile();

        // Then
        assertThat(deletedPullRequests()).isZero();
        assertThat(deletedComments()).isZero();
        assertThat(repository.inventory().getItems()).isEqualTo(ITEMS);
        assertThat(repository.gaps())
                .singleElement()
                .asString()
                .isEqualTo(
                        "pull requests: they are switched off on GitHub; the 10 that were read before are kept as they"
                                + " were");

        // When
        repository.content().switchPullRequests(true);
        cyclesPastTheReconcile();

        // Then
        assertThat(repository.gaps()).isEmpty();
        assertThat(deletedPullRequests()).isZero();
    }

    @Test
    void shouldReadIssuesWhereThereWereNeverPullRequests() throws InterruptedException {
        // Given
        repository.content().switchPullRequests(false);

        // When
        boolean complete = repository.cycle().complete();

        // Then
        assertThat(complete).isTrue();
        assertThat(repository.sink().values(Topics.ISSUES, Issue.class)).hasSize(20);
        assertThat(repository.gaps()).isEmpty();
        assertThat(repository.sink().repository("hall/way").getHistoryComplete())
                .isTrue();
        assertThat(repository.asked("/pulls.*")).isZero();

        // When
        repository.content().switchPullRequests(true);
        repository.forward(Duration.ofMinutes(1));
        repository.cycle();

        // Then
        assertThat(repository.sink().values(Topics.PULL_REQUESTS, PullRequest.class).stream()
                        .map(PullRequest::getNumber)
                        .distinct())
                .hasSize(10);
        assertThat(repository.inventory().getUnexplainedNumbers()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Issues are disabled for this repo", "Gone fishing"})
    void shouldTakeNothingForDeletedThatGitHubDoesNotCallDeleted(String reason) throws InterruptedException {
        // Given
        repository.cycle();
        repository.content().hide(4);
        repository
                .github()
                .faults()
                .decide(request -> request.endsWith("/issues/4")
                        ? Optional.of(new Fault.Reply(410, Map.of(), "{\"message\":\"" + reason + "\"}"))
                        : Optional.empty());

        // When
        cyclesPastTheReconcile();

        // Then
        assertThat(deletedIssues()).isZero();
        assertThat(repository.gaps()).contains("issue #4: GitHub answered 410 " + reason + "; it is kept");
    }

    private void cyclesPastTheReconcile() throws InterruptedException {
        for (int cycle = 0; cycle < 3; cycle++) {
            repository.forward(cycle == 0 ? Duration.ofMinutes(1) : PAST_THE_RECONCILE);
            repository.cycle();
        }
    }

    private long deletedIssues() {
        return repository.sink().values(Topics.ISSUES, Issue.class).stream()
                .filter(Issue::getDeleted)
                .count();
    }

    private long deletedPullRequests() {
        return repository.sink().values(Topics.PULL_REQUESTS, PullRequest.class).stream()
                .filter(PullRequest::getDeleted)
                .count();
    }

    private long deletedComments() {
        return repository.sink().values(Topics.COMMENTS, Comment.class).stream()
                .filter(Comment::getDeleted)
                .count();
    }
}
