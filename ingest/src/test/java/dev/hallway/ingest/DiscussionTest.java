// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.github.Token;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.ingest.report.RepositoryOutcome;
import dev.hallway.simulator.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A number without an item is a discussion, or something that the token may not see. */
class DiscussionTest {

    private static final Access WITH_TOKEN = Access.with(new Token("ghp_secret"));

    private CheckedRepository repository = new CheckedRepository(WITH_TOKEN, 30);

    @AfterEach
    void stopGitHub() {
        repository.close();
    }

    @Test
    void shouldTellDiscussionsFromWhatIsNotVisibleWithOneQuestion() throws InterruptedException {
        // Given
        lack(4, 7, 10);
        repository.content().discuss(4);
        repository.content().discuss(10);

        // When
        repository.cycle();

        // Then
        assertThat(repository.inventory().getAbsentNumbers()).isEqualTo(3);
        assertThat(repository.inventory().getDiscussionNumbers()).isEqualTo(2);
        assertThat(repository.inventory().getInvisibleNumbers()).isEqualTo(1);
        assertThat(repository.asked("/graphql")).isEqualTo(1 + 1);
    }

    @Test
    void shouldAskForEachNumberOnce() throws InterruptedException {
        // Given
        lack(4, 7);
        repository.content().discuss(4);
        repository.cycle();
        repository.github().forgetRequests();
        repository.forward(Duration.ofMinutes(1));

        // When
        repository.cycle();

        // Then
        assertThat(repository.statuses()).containsExactly(304);
    }

    @Test
    void shouldSayThatAnIssueBecameADiscussion() throws InterruptedException {
        // Given
        repository.cycle();
        lack(4);
        repository.content().discuss(4);
        repository.forward(Duration.ofDays(8));

        // When
        repository.cycle();

        // Then
        assertThat(repository.inventory().getItems()).isEqualTo(29);
        assertThat(repository.inventory().getDiscussionNumbers()).isEqualTo(1);
    }

    @Test
    void shouldLeaveBothOneClassWithoutAToken() throws InterruptedException {
        // Given
        repository.close();
        repository = new CheckedRepository(Access.anonymous(), 30);
        lack(4, 7);
        repository.content().discuss(4);

        // When
        repository.cycle();

        // Then
        assertThat(repository.inventory().getAbsentNumbers()).isEqualTo(2);
        assertThat(repository.inventory().getDiscussionNumbers()).isZero();
        assertThat(repository.inventory().getInvisibleNumbers()).isZero();
        assertThat(repository.asked("/graphql")).isZero();
    }

    @Test
    void shouldTakeNoOtherErrorForAnAnswerAndAskAgainAfterTheNextReconcile() throws InterruptedException {
        // Given
        repository.cycle();
        lack(4, 7);
        repository.content().discuss(4);
        repository.github().faults().next("/graphql", new Fault.Reply(200, Map.of(), """
                {"data": {"repository": {"i4": null, "d4": null, "i7": null, "d7": null}},
                 "errors": [{"type": "NOT_FOUND", "path": ["repository", "i4"], "message": "None."},
                            {"type": "FORBIDDEN", "path": ["repository", "d4"], "message": "Not for this token."},
                            {"type": "NOT_FOUND", "path": ["repository", "i7"], "message": "None."},
                            {"type": "NOT_FOUND", "path": ["repository", "d7"], "message": "None."}]}"""));
        repository.forward(Duration.ofDays(8));

        // When
        CycleReport report = repository.cycle();
        List<Long> first = classes();
        repository.cycle();
        List<Long> second = classes();
        repository.forward(Duration.ofDays(8));
        repository.cycle();

        // Then
        assertThat(report.complete()).isTrue();
        assertThat(first).containsExactly(0L, 1L);
        assertThat(second).isEqualTo(first);
        assertThat(classes()).containsExactly(1L, 1L);
    }

    @Test
    void shouldCostNothingWhereGraphQlCannotBeUsed() throws InterruptedException {
        // Given
        repository.cycle();
        lack(4);
        repository.github().faults().next("/graphql", new Fault.Reply(403, Map.of(), "{\"message\": \"No.\"}"));
        repository.forward(Duration.ofDays(8));
        CycleReport report = repository.cycle();
        repository.github().forgetRequests();
        repository.forward(Duration.ofMinutes(1));

        // When
        repository.cycle();

        // Then
        assertThat(report.complete()).isTrue();
        assertThat(repository.gaps()).isEmpty();
        assertThat(repository.inventory().getAbsentNumbers()).isEqualTo(1);
        assertThat(classes()).containsExactly(0L, 0L);
        assertThat(repository.statuses()).containsExactly(304);
    }

    @Test
    void shouldSayWhoWasRefused() throws InterruptedException {
        // Given
        repository.cycle();
        lack(4);
        repository.github().faults().next("/graphql", new Fault.Reply(401, Map.of(), "{\"message\": \"Revoked\"}"));
        repository.forward(Duration.ofDays(8));

        // When
        CycleReport report = repository.cycle();

        // Then
        assertThat(report.outcomes())
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.type(RepositoryOutcome.Failed.class))
                .extracting(RepositoryOutcome.Failed::reason)
                .isEqualTo("GitHub no longer accepts the token in GITHUB_TOKEN (401 Revoked)");
    }

    @Test
    void shouldAskForLessAtOnceWhereGitHubGivesUp() throws InterruptedException {
        // Given
        repository.cycle();
        lack(4, 5, 7, 8, 10, 11);
        repository.content().discuss(5);
        repository.github().faults().next("/graphql", Fault.badGateway());
        repository.forward(Duration.ofDays(8));

        // When
        repository.cycle();

        // Then
        assertThat(classes()).containsExactly(1L, 5L);
        assertThat(repository.asked("/graphql")).isEqualTo(1 + 3);
    }

    private List<Long> classes() {
        return List.of(
                repository.inventory().getDiscussionNumbers(),
                repository.inventory().getInvisibleNumbers());
    }

    private void lack(long... numbers) {
        for (long number : numbers) {
            repository.content().hide(number);
        }
    }
}
