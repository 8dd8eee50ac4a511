// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topics;
import dev.hallway.github.AuthorAssociation;
import dev.hallway.health.FeedbackLatencyWeek;
import dev.hallway.health.ResponsivenessCohort;
import dev.hallway.streams.fact.Actor;
import dev.hallway.streams.fact.KnownAccount;
import dev.hallway.streams.people.People;
import dev.hallway.streams.store.AccountRow;
import dev.hallway.streams.store.PersonAccounts;
import dev.hallway.streams.store.WeekEvent;
import dev.hallway.streams.store.WeekRow;
import dev.hallway.streams.week.IsoWeek;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Percentiles are exact, however many durations there are. */
class PercentilesTest {

    static {
        // Avro trusts the generated classes from the first serde on, which here nobody else makes.
        Topics.FLOW.valueSerde(SchemaRegistry.at("mock://percentiles")).close();
    }

    private static final String APP = "acme/app";
    private static final KnownAccount ALICE = new KnownAccount(new Actor(1, "alice", false, 0), null);

    @Property(tries = 200)
    void shouldBeThoseOfANaiveComputation(
            @ForAll @Size(min = 1, max = 2_000) List<@LongRange(min = 0, max = 8_000_000_000L) Long> durations) {
        // Given
        Percentiles percentiles = new Percentiles();

        // When
        durations.forEach(percentiles::add);

        // Then
        for (int percent : new int[] {0, 25, 50, 75, 90, 99, 100}) {
            assertThat(percentiles.percentile(percent)).isEqualTo(naive(durations, percent));
        }
        assertThat(percentiles.mean()).isEqualTo(mean(durations));
        assertThat(percentiles.count()).isEqualTo(durations.size());
    }

    @Property(tries = 50)
    void shouldBeThoseOfAllItemsOfAWeek(
            @ForAll @Size(min = 501, max = 2_000) List<@LongRange(min = -1, max = 1_000_000) Long> waits) {
        // Given
        WeekDerivation derivation = new WeekDerivation(
                APP,
                IsoWeek.parse("1970-W01"),
                People.unregistered(),
                account -> ALICE,
                person -> PersonAccounts.of(AccountRow.unseen(person)));

        // When
        waits.forEach(wait -> {
            derivation.add(WeekEvent.Kind.ISSUE_OPENED, 1, opening(wait));
            derivation.add(WeekEvent.Kind.FEEDBACK_ANSWERED, 1, WeekEvent.at(Instant.EPOCH, wait + 1, false));
        });

        // Then
        WeekRow row = derivation.row(APP, null);
        ResponsivenessCohort issues =
                Objects.requireNonNull(row.responsiveness()).getIssues();
        FeedbackLatencyWeek latency = Objects.requireNonNull(row.feedbackLatency());
        List<Long> answered = waits.stream().filter(wait -> wait >= 0).toList();
        List<Long> latencies = waits.stream().map(wait -> wait + 1).toList();
        assertThat(issues.getOpened()).isEqualTo(waits.size());
        assertThat(issues.getUnanswered()).isEqualTo(waits.size() - answered.size());
        assertThat(issues.getP50Seconds()).isEqualTo(naive(answered, 50));
        assertThat(issues.getP90Seconds()).isEqualTo(naive(answered, 90));
        assertThat(issues.getAnsweredWithin48Hours())
                .isEqualTo(answered.stream().filter(wait -> wait <= 172_800).count());
        assertThat(latency.getP50Seconds()).isEqualTo(naive(latencies, 50));
        assertThat(latency.getP90Seconds()).isEqualTo(naive(latencies, 90));
        assertThat(latency.getMeanSeconds()).isEqualTo(mean(latencies));
    }

    private static WeekEvent opening(long waited) {
        return WeekEvent.opening(ALICE.actor().id(), AuthorAssociation.NONE, Instant.EPOCH, waited);
    }

    private static @Nullable Long naive(List<Long> values, int percent) {
        if (values.isEmpty()) {
            return null;
        }
        List<Long> sorted = values.stream().sorted().toList();
        BigDecimal rank = BigDecimal.valueOf((sorted.size() - 1L) * percent, 2);
        int below = rank.intValue();
        int above = Math.min(below + 1, sorted.size() - 1);
        return BigDecimal.valueOf(sorted.get(above) - sorted.get(below))
                .multiply(rank.subtract(BigDecimal.valueOf(below)))
                .add(BigDecimal.valueOf(sorted.get(below)))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static Long mean(List<Long> values) {
        return values.stream()
                .map(BigDecimal::valueOf)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.size()), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
