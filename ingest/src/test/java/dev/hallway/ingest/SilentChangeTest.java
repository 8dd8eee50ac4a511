// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.Topics;
import dev.hallway.github.AuthorAssociation;
import dev.hallway.github.Issue;
import dev.hallway.github.ItemState;
import dev.hallway.github.PullRequest;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.github.Token;
import dev.hallway.simulator.Account;
import dev.hallway.simulator.Entity;
import dev.hallway.simulator.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The reconcile compares whole items: what changed without a new time of change is published all the same. */
class SilentChangeTest {

    private static final Account ADA = Account.person(7, "ada");
    private static final Instant LONG_AGO = Instant.parse("2023-03-01T12:00:00Z");

    private CheckedRepository repository = new CheckedRepository(Access.anonymous(), 30);

    @AfterEach
    void stopGitHub() {
        repository.close();
    }

    @Test
    void shouldPublishAnotherAssociationOfWhatWasClosedLongAgo() throws InterruptedException {
        // Given
        Entity.Issue issue =
                Entity.Issue.opened(31, ADA, "Wish", null, LONG_AGO).closed(LONG_AGO, "completed");
        Entity.PullRequest pull =
                Entity.PullRequest.opened(32, ADA, "Change", null, LONG_AGO).merged(LONG_AGO);
        repository.content().put(issue);
        repository.content().put(pull);
        // The latest of a list is asked for by every poll.
        repository.content().put(Entity.Issue.opened(33, ADA, "Later", null, LONG_AGO.plusSeconds(60)));
        repository.cycle();
        repository.content().put(issue.associated("MEMBER"));
        repository.content().put(pull.associated("CONTRIBUTOR"));
        nextWeek();

        // When
        repository.cycle();

        // Then
        assertThat(lastIssue(31).getAuthorAssociation()).isEqualTo(AuthorAssociation.MEMBER);
        assertThat(lastIssue(31).getUpdatedAt()).isEqualTo(LONG_AGO);
        assertThat(lastPull(32).getAuthorAssociation()).isEqualTo(AuthorAssociation.CONTRIBUTOR);
        assertThat(repository.inventory().getSilentEdits()).isEqualTo(2);
    }

    @Test
    void shouldCloseAgainWhatGitHubShowedAsOpenByMistake() throws InterruptedException {
        // Given
        Entity.PullRequest opened = Entity.PullRequest.opened(31, ADA, "Change", null, LONG_AGO);
        Entity.PullRequest merged = opened.merged(LONG_AGO.plus(Duration.ofDays(1)));
        repository.content().put(merged);
        repository.cycle();
        Instant mistaken = repository.now();
        repository.content().put(opened.touched(mistaken));
        repository.forward(Duration.ofHours(1));
        repository.cycle();
        ItemState meanwhile = lastPull(31).getState();
        repository.content().put(merged);
        nextWeek();

        // When
        repository.cycle();

        // Then: under the later time, which readers go by
        assertThat(meanwhile).isEqualTo(ItemState.OPEN);
        assertThat(lastPull(31).getState()).isEqualTo(ItemState.CLOSED);
        assertThat(lastPull(31).getMergedAt()).isEqualTo(merged.mergedAt());
        assertThat(lastPull(31).getUpdatedAt()).isEqualTo(mistaken);
    }

    @Test
    void shouldPublishNothingThatIsHeldAsItIsListed() throws InterruptedException {
        // Given: the first sweep publishes once what it reads
        restartAs(Access.with(new Token("ghp_secret")));
        repository
                .content()
                .put(Entity.PullRequest.opened(31, Account.bot(9, "renovate[bot]"), "Bump", "", LONG_AGO)
                        .merged(LONG_AGO));
        repository
                .content()
                .put(Entity.PullRequest.opened(32, null, "Gone", null, LONG_AGO).closed(LONG_AGO));
        repository.cycle();
        nextWeek();
        repository.cycle();
        int issues = issues().size();
        int pulls = pulls().size();
        repository.github().forgetRequests();
        nextWeek();

        // When
        repository.cycle();

        // Then
        assertThat(issues()).hasSize(issues);
        assertThat(pulls()).hasSize(pulls);
        assertThat(repository.asked("/issues\\?state=all&sort=created.*")).isEqualTo(1);
        assertThat(repository.asked("/pulls\\?state=all&sort=created.*")).isEqualTo(1);
        assertThat(repository.inventory().getSilentEdits()).isZero();
    }

    @Test
    void shouldPublishOnceWhatDiffers() throws InterruptedException {
        // Given
        Entity.PullRequest pull =
                Entity.PullRequest.opened(31, ADA, "Change", null, LONG_AGO).merged(LONG_AGO);
        repository.content().put(pull);
        repository.cycle();
        repository.content().put(pull.associated("MEMBER"));
        nextWeek();
        repository.cycle();
        int pulls = pulls().size();
        nextWeek();

        // When
        repository.cycle();

        // Then
        assertThat(pulls()).hasSize(pulls);
    }

    @Test
    void shouldNotTakeACorrectionForOlderThanWhatItCorrectsBecauseTheServersClockLags() throws InterruptedException {
        // Given
        Entity.Issue issue =
                Entity.Issue.opened(31, ADA, "Wish", null, LONG_AGO).closed(LONG_AGO, "completed");
        repository.content().put(issue);
        repository.content().put(Entity.Issue.opened(32, ADA, "Later", null, LONG_AGO.plusSeconds(60)));
        repository.cycle();
        repository.content().put(issue.associated("MEMBER"));
        nextWeek();

        // When
        repository.github().faults().decide(request -> Optional.of(request)
                .filter(path -> path.contains("/issues"))
                .map(list -> new Fault.DateOff(Duration.ofDays(-30))));
        repository.cycle();

        // Then
        assertThat(issues().stream()
                        .filter(snapshot -> snapshot.getNumber() == 31)
                        .max(Comparator.comparing(Issue::getUpdatedAt).thenComparing(Issue::getObservedAt)))
                .hasValueSatisfying(
                        latest -> assertThat(latest.getAuthorAssociation()).isEqualTo(AuthorAssociation.MEMBER));
    }

    private void restartAs(Access access) {
        repository.close();
        repository = new CheckedRepository(access, 30);
    }

    private void nextWeek() {
        repository.forward(Duration.ofDays(8));
    }

    private Issue lastIssue(long number) {
        List<Issue> all =
                issues().stream().filter(issue -> issue.getNumber() == number).toList();
        return all.get(all.size() - 1);
    }

    private PullRequest lastPull(long number) {
        List<PullRequest> all =
                pulls().stream().filter(pull -> pull.getNumber() == number).toList();
        return all.get(all.size() - 1);
    }

    private List<Issue> issues() {
        return repository.sink().values(Topics.ISSUES, Issue.class);
    }

    private List<PullRequest> pulls() {
        return repository.sink().values(Topics.PULL_REQUESTS, PullRequest.class);
    }
}
