// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.simulator.Account;
import dev.hallway.simulator.Entity;
import dev.hallway.simulator.Fault;
import dev.hallway.simulator.SimulatedRepository;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What GraphQL does not tell is read by REST, and named. */
class GraphQlFailureTest {

    private static final Access TOKEN = OccasionalGraphQl.TOKEN;
    private static final Account ADA = Account.person(7, "ada");

    private final OccasionalGraphQl repository = new OccasionalGraphQl();

    @AfterEach
    void stopGitHub() {
        repository.close();
    }

    @Test
    void shouldNameThatThereIsNoGraphQlForATokenThatCameLater() throws InterruptedException {
        // Given
        repository.create(31);
        repository.cycle(Access.anonymous());
        repository.refuseGraphQlOnce();

        // When
        repository.cycle(TOKEN);

        // Then
        assertThat(repository.gaps()).singleElement().asString().contains("GitHub's GraphQL API could not be used");
    }

    @Test
    void shouldReadByRestAndNameWhatGraphQlDoesNotTell() throws InterruptedException {
        // Given
        SimulatedRepository content = repository.create(10);
        repository.github().faults().next("/graphql", reply("""
                {"data": {"repository": {"p3": null, "p6": {"author": null, "number": 6}, "p9": {"number": 9}}},
                 "errors": [{"type": "NOT_FOUND", "path": ["repository", "p3"], "message": "Could not resolve."},
                            {"path": ["repository", "p6", "author"], "message": "Timeout"}]}"""));
        repository.cycle(TOKEN);
        List<String> gaps = repository.gaps();
        List<Long> reviews = repository.reviews();

        // When: it tells of one more
        repository.github().faults().next("/graphql", reply("""
                {"data": {"repository": {"p6": null}},
                 "errors": [{"path": ["repository", "p6"], "message": "Timeout"}]}"""));
        content.put(Entity.Review.submitted(
                999, 6, ADA, "APPROVED", repository.waits().instant()));
        content.put(Entity.ReviewComment.written(
                998, 6, 999, ADA, "nice", repository.waits().instant()));
        repository.cycle(TOKEN);

        // Then
        assertThat(gaps)
                .containsExactly(
                        "closing references of #3: NOT_FOUND Could not resolve.",
                        "closing references of #6: Timeout",
                        "closing references of #9: 'reviews' is not a list");
        assertThat(reviews).contains(30L, 31L, 60L, 61L, 90L, 91L);
        assertThat(repository.gaps())
                .containsExactlyInAnyOrder(
                        "closing references of #6: Timeout", "closing references of #9: GitHub did not answer for it");
        assertThat(repository.reviews()).contains(999L);
    }

    @Test
    void shouldReadByRestWhereGitHubKeepsGivingUpAndCatchUpLater() throws InterruptedException {
        // Given
        repository.create(301);
        repository.github().faults().giveUpAbove(0);

        // When
        CycleReport report = repository.cycle(TOKEN);
        List<String> gaps = repository.gaps();
        int askedInVain = repository.asked("/graphql").size();
        repository.github().faults().giveUpAbove(1_000_000);
        repository.cycle(TOKEN);

        // Then: it is not asked about a hundred, five at a time
        assertThat(report.complete()).isTrue();
        assertThat(repository.reviews()).hasSize(2 * 200);
        assertThat(askedInVain).isLessThanOrEqualTo(12);
        assertThat(gaps)
                .hasSize(6)
                .contains("closing references of #3: GitHub answered 502")
                .anyMatch(gap -> gap.startsWith("closing references: "));
        assertThat(repository.gaps()).isEmpty();
    }

    @Test
    void shouldReadByRestWhatGraphQlFailsToTellAfterAllAttempts() throws InterruptedException {
        // Given
        repository.create(10);
        for (int attempt = 0; attempt < 6; attempt++) {
            repository.github().faults().next("/graphql", Fault.garbage());
        }

        // When
        CycleReport report = repository.cycle(TOKEN);

        // Then
        assertThat(report.complete()).isTrue();
        assertThat(repository.reviews()).hasSize(6);
        assertThat(repository.gaps())
                .singleElement()
                .asString()
                .endsWith("GitHub's answer was not complete JSON (6 attempts))");
    }

    private static Fault reply(String json) {
        return new Fault.Reply(200, Map.of("Content-Type", "application/json"), json);
    }
}
