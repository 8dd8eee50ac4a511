// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.ingest.access.Access;
import dev.hallway.simulator.Account;
import dev.hallway.simulator.Entity;
import dev.hallway.simulator.LoggedRequest;
import dev.hallway.simulator.SimulatedRepository;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How often GraphQL is asked about what it could not tell before. */
class CatchUpPaceTest {

    private static final Access TOKEN = OccasionalGraphQl.TOKEN;
    private static final Account ADA = Account.person(7, "ada");

    private final OccasionalGraphQl repository = new OccasionalGraphQl();

    @AfterEach
    void stopGitHub() {
        repository.close();
    }

    @Test
    void shouldNotAskAtEveryPollWhileGraphQlCannotBeUsed() throws InterruptedException {
        // Given
        repository.create(31);
        repository.cycle(Access.anonymous());
        repository.refuseGraphQl();

        // When: polls of half an hour, a minute between them, by one process
        List<String> gaps;
        try (Ingester ingester = repository.ingester(TOKEN)) {
            for (int poll = 0; poll < 30; poll++) {
                ingester.runCycle();
                repository.waits().forward(Duration.ofMinutes(1));
            }
            gaps = repository.gaps();
            repository.answerEverything();
            repository.waits().forward(Duration.ofMinutes(10));
            ingester.runCycle();
        }

        // Then: once about what changed, and after one and eleven minutes about the rest
        assertThat(repository.asked("/graphql"))
                .extracting(LoggedRequest::status)
                .containsExactly(403, 403, 403, 200);
        assertThat(gaps).hasSize(1);
        assertThat(repository.gaps()).isEmpty();
    }

    @Test
    void shouldAskEverMoreRarelyWhereThatIsInVain() throws InterruptedException {
        // Given
        repository.create(31);
        repository.cycle(Access.anonymous());
        repository.refuseGraphQl();

        // When: polls of four days, ten minutes between them, by one process
        int firstTwoDays;
        try (Ingester ingester = repository.ingester(TOKEN)) {
            poll(ingester, 2 * 144);
            firstTwoDays = repository.asked("/graphql").size();
            poll(ingester, 2 * 144);
        }

        // Then
        assertThat(firstTwoDays).isLessThanOrEqualTo(11);
        assertThat(repository.asked("/graphql")).hasSize(firstTwoDays + 2);
        assertThat(repository.caughtUp()).containsExactly(10L);
    }

    @Test
    void shouldBeginAnewWithShortPausesOnceGraphQlHasToldEverything() throws InterruptedException {
        // Given: a day in vain, then everything
        SimulatedRepository content = repository.create(31);
        repository.cycle(Access.anonymous());
        repository.refuseGraphQl();
        try (Ingester ingester = repository.ingester(TOKEN)) {
            poll(ingester, 144);
            repository.answerEverything();
            poll(ingester, 144);
            content.put(Entity.PullRequest.opened(6, ADA, "Change", "Fixes #2", Community.FOUNDED)
                    .touched(repository.waits().instant()));
            repository.refuseGraphQl();
            poll(ingester, 2);
            repository.answerEverything();

            // When
            poll(ingester, 1);
        }

        // Then
        assertThat(repository.gaps()).isEmpty();
        assertThat(repository.caughtUp()).containsExactly(10L, 1L);
    }

    private void poll(Ingester ingester, int times) throws InterruptedException {
        for (int poll = 0; poll < times; poll++) {
            ingester.runCycle();
            repository.waits().forward(Duration.ofMinutes(10));
        }
    }
}
