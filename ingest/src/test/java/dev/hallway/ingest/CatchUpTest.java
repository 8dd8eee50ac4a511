// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hallway.contract.Topics;
import dev.hallway.github.IngestCursor;
import dev.hallway.github.Review;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.publish.OutgoingRecord;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.simulator.Account;
import dev.hallway.simulator.Entity;
import dev.hallway.simulator.Fault;
import dev.hallway.simulator.LoggedRequest;
import dev.hallway.simulator.SimulatedRepository;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was read by REST alone is asked again by GraphQL, once that is possible. */
class CatchUpTest {

    private static final Access TOKEN = OccasionalGraphQl.TOKEN;
    private static final Account ADA = Account.person(7, "ada");

    private final OccasionalGraphQl repository = new OccasionalGraphQl();

    @AfterEach
    void stopGitHub() {
        repository.close();
    }

    @Test
    void shouldReadEverythingByRestWhereThereIsNoGraphQlAndCatchUpWhenThereIs() throws InterruptedException {
        // Given
        repository.create(301);
        repository.refuseGraphQlOnce();

        // When
        CycleReport without = repository.cycle(TOKEN);
        List<String> gaps = repository.gaps();
        List<LoggedRequest> askedInVain = repository.asked("/graphql");
        List<LoggedRequest> reviews = repository.asked("/reviews");
        CycleReport with = repository.cycle(TOKEN);

        // Then
        assertThat(without.complete()).isTrue();
        assertThat(askedInVain).hasSize(1);
        assertThat(gaps)
                .containsExactly("closing references: some are known by keyword only, because GitHub's GraphQL API"
                        + " could not be used (GitHub answered 403)");
        assertThat(with.complete()).isTrue();
        assertThat(repository.gaps()).isEmpty();
        assertThat(repository.asked("/graphql")).hasSize(1 + 2);
        assertThat(repository.asked("/reviews")).isEqualTo(reviews);
        assertThat(repository.sink().entities()).isEqualTo(repository.undisturbed());
    }

    @Test
    void shouldAskOnceAboutHistoryThatWasReadWithoutAToken() throws InterruptedException {
        // Given
        repository.create(3_001);
        repository.cycle(Access.anonymous());
        List<String> gaps = repository.gaps();
        repository.github().forgetRequests();

        // When
        CycleReport withToken = repository.cycle(TOKEN);
        CycleReport later = repository.cycle(TOKEN);

        // Then: 20 questions of 50 each, and one before about the last, which the lists bring again for another token
        assertThat(gaps).isEmpty();
        assertThat(repository.caughtUp()).containsExactly(999L);
        assertThat(repository.asked("/graphql")).hasSize(1 + 20);
        assertThat(withToken.requests()).isLessThanOrEqualTo(108);
        assertThat(later.requests()).isEqualTo(5);
        assertThat(comparable(repository.sink().entities())).isEqualTo(comparable(repository.undisturbed()));
    }

    @Test
    void shouldAskAboutWhatChangedWhileGraphQlCouldNotBeUsed() throws InterruptedException {
        // Given
        SimulatedRepository content = repository.create(31);
        repository.cycle(TOKEN);
        repository.waits().forward(Duration.ofHours(1));
        content.put(Entity.PullRequest.opened(6, ADA, "Change", "Fixes #2", Community.FOUNDED)
                .touched(repository.waits().instant()));
        repository.refuseGraphQl();
        repository.cycle(TOKEN);
        repository.github().forgetRequests();

        // When
        repository.answerEverything();
        repository.cycle(TOKEN);

        // Then: only about that one
        assertThat(repository.caughtUp()).containsExactly(1L);
        assertThat(repository.asked("/graphql")).hasSize(1);
        assertThat(repository.gaps()).isEmpty();
        assertThat(repository.sink().entities()).isEqualTo(repository.undisturbed());
    }

    @Test
    void shouldCatchUpWithTheOthersWhereOneMissingReviewGetsNoAnswer() throws InterruptedException {
        // Given: #6 is asked about only to catch up
        SimulatedRepository content = repository.create(301);
        repository.cycle(Access.anonymous());
        content.removeReview(60);
        repository
                .github()
                .faults()
                .decide(request ->
                        request.matches(".*/pulls/6/reviews/60") ? Optional.of(Fault.badGateway()) : Optional.empty());

        // When
        CycleReport report = repository.cycle(TOKEN);

        // Then
        assertThat(report.complete()).isTrue();
        assertThat(repository.gaps()).singleElement().asString().startsWith("reviews of #6: ");

        // When
        repository.answerEverything();
        repository.waits().forward(Duration.ofDays(1));
        repository.cycle(TOKEN);

        // Then
        assertThat(repository.gaps()).isEmpty();
        assertThat(repository.sink().values(Topics.REVIEWS, Review.class).stream()
                        .filter(Review::getDeleted)
                        .map(Review::getId))
                .containsExactly(60L);
    }

    @Test
    void shouldAskAboutAllOfWhichNobodyWroteDownWhoWasAsked() throws InterruptedException {
        // Given: as it was written before this was kept
        repository.create(31);
        repository.cycle(Access.anonymous());
        repository.sink().restore().cursors().forEach((key, cursor) -> {
            IngestCursor older =
                    IngestCursor.newBuilder(cursor).setAskedByRestOnly(null).build();
            repository
                    .sink()
                    .commit(
                            List.of(new OutgoingRecord<>(Topics.INGEST_CURSORS, key, older, older.getUpdatedAt())),
                            () -> {});
        });

        // When
        repository.cycle(TOKEN);
        repository.cycle(TOKEN);

        // Then
        assertThat(repository.caughtUp()).containsExactly(9L);
    }

    @Test
    void shouldEndWithTheSameRecordsWhereverItWasKilled() throws InterruptedException {
        // Given
        repository.create(181);
        repository.cycle(Access.anonymous());
        InMemorySink whole = repository.sink().copy();
        repository.cycle(whole, TOKEN);

        // When
        List<Set<String>> results = new ArrayList<>();
        for (int killedAt = 0; killedAt < whole.commits(); killedAt++) {
            InMemorySink target = repository.sink().copy();
            target.refuseCommit(killedAt);
            assertThatThrownBy(() -> repository.cycle(target, TOKEN)).isInstanceOf(KafkaException.class);
            repository.cycle(target, TOKEN);
            results.add(target.entities());
        }

        // Then
        assertThat(results).hasSizeGreaterThan(3).allSatisfy(result -> assertThat(result)
                .isEqualTo(whole.entities()));
    }

    private static Set<String> comparable(Set<String> entities) {
        return entities.stream()
                .map(line -> line.replaceAll("\"source\": \"[A-Z]*\"", ""))
                .collect(Collectors.toSet());
    }
}
