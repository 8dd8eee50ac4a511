// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitRulesTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_000);

    @Test
    void shouldWaitAsLongAsGitHubSays() {
        // Given
        Reply reply = new Reply(403, Map.of("retry-after", "42"), "");

        // When
        var wait = LimitRules.waitBeforeRetry(reply, NOW, 0);

        // Then
        assertThat(wait).contains(Duration.ofSeconds(42));
    }

    @Test
    void shouldWaitUntilTheQuotaComesBack() {
        // Given
        Reply reply = new Reply(
                403, Map.of("x-ratelimit-limit", "60", "x-ratelimit-remaining", "0", "x-ratelimit-reset", "1100"), "");

        // When
        var wait = LimitRules.waitBeforeRetry(reply, NOW, 0);

        // Then
        assertThat(wait).contains(Duration.ofSeconds(101));
    }

    @Test
    void shouldDoubleItsGuessWhenOnlyTheTextTells() {
        // Given
        Reply reply = new Reply(403, Map.of(), "{\"message\": \"You have exceeded a secondary RATE LIMIT.\"}");

        // When
        var wait = LimitRules.waitBeforeRetry(reply, NOW, 2);

        // Then
        assertThat(wait).contains(Duration.ofMinutes(4));
    }

    @Test
    void shouldRecogniseALimitByItsHeaderAlone() {
        // Given
        Reply reply = new Reply(403, Map.of("gh-limited-by", "search-elapsed-time-shared-grouped"), "{}");

        // When
        var wait = LimitRules.waitBeforeRetry(reply, NOW, 0);

        // Then
        assertThat(wait).contains(Duration.ofMinutes(1));
    }

    @Test
    void shouldNotTakeARefusalForALimit() {
        // Given
        Reply reply = new Reply(403, Map.of(), "{\"message\": \"Resource not accessible by integration\"}");

        // When
        var wait = LimitRules.waitBeforeRetry(reply, NOW, 0);

        // Then
        assertThat(wait).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5000, 501, 0", "5000, 500, 101", "60, 6, 101", "15, 2, 101", "15, 3, 0"})
    void shouldLeaveTheReserve(String limit, String remaining, long seconds) {
        // Given
        Reply reply = new Reply(
                200,
                Map.of("x-ratelimit-limit", limit, "x-ratelimit-remaining", remaining, "x-ratelimit-reset", "1100"),
                "");

        // When
        var wait = LimitRules.waitForQuota(reply, NOW, QuotaReserve.USUAL);

        // Then
        assertThat(wait.orElse(Duration.ZERO)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void shouldNeverWaitMuchLongerThanAnHourForTheQuota() {
        // Given
        Reply reply = new Reply(
                200,
                Map.of("x-ratelimit-limit", "60", "x-ratelimit-remaining", "0", "x-ratelimit-reset", "999999"),
                "");

        // When
        var wait = LimitRules.waitForQuota(reply, NOW, QuotaReserve.NONE);

        // Then
        assertThat(wait).contains(Duration.ofMinutes(61));
    }

    @Test
    void shouldGuessWhenTheQuotaDidNotComeBackWhenItShould() {
        // Given
        Reply reply = new Reply(
                403, Map.of("x-ratelimit-limit", "60", "x-ratelimit-remaining", "0", "x-ratelimit-reset", "900"), "");

        // When
        var wait = LimitRules.waitBeforeRetry(reply, NOW, 1);

        // Then
        assertThat(wait).contains(Duration.ofMinutes(2));
    }

    @Test
    void shouldKnowServersWithoutLimits() {
        // Given
        Reply reply = new Reply(
                200, Map.of("x-ratelimit-limit", "0", "x-ratelimit-remaining", "0", "x-ratelimit-reset", "2000"), "");

        // When
        var wait = LimitRules.waitForQuota(reply, NOW, QuotaReserve.USUAL);

        // Then
        assertThat(wait).isEmpty();
    }
}
