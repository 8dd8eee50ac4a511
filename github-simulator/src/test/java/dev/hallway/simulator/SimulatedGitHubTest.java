// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients of GitHub trip over. */
class SimulatedGitHubTest {

    private static final Instant NOW = Instant.parse("2024-06-03T08:00:00Z");
    private static final Account AUTHOR = Account.person(7, "ada");

    private final SimulatedCommunity community = new SimulatedCommunity();
    private final SimulatedRepository repository =
            community.create(new RepositoryProfile(11, "some/where", "main", NOW));
    private SimulatedGitHub github = start(SimulationSettings.likeGitHub());
    private Reader reader = new Reader(github.url());

    @AfterEach
    void stop() {
        github.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/repositories/eleven, 404",
        "/repositories/99999999999999999999999, 404",
        "/repos/some/where/pulls/one/reviews, 404",
        "/repos/some/where/pulls/99/reviews, 404",
        "/repos/some/where/issues/99, 404",
        "/repos/some/where/issues/one, 404",
        "/repos/some/where/pulls/99, 404",
        "/repos/some/where/branches, 404",
        "/repos/some/where/issues?since=yesterday, 422",
        "/repos/some/where/issues/comments?since=2024, 422",
        "/repos/some/where/issues?state=merged, 422",
        "/repos/some/where/pulls?direction=up, 422",
        "/repos/some/where/issues?sort=age, 422",
        "/repos/some/where/issues?after=x, 422",
        "/repos/some/where/issues?page=100&per_page=100, 422",
        "/repos/some/where/issues?creator=ada, 501",
        "/repos/some/where/pulls?base=main, 501",
        "/repos/some/where/pulls?since=yesterday, 200",
        "/repos/some/where/issues?since=, 200",
        "/repos/some/where/issues?per_page=many&page=0, 200",
    })
    void shouldRefuseWhatGitHubRefuses(String pathAndQuery, int status) {
        // When
        HttpResponse<String> answer = reader.get(pathAndQuery);

        // Then
        assertThat(answer.statusCode()).isEqualTo(status);
    }

    @Test
    void shouldTellWhereItemsWent() {
        // Given
        SimulatedRepository elsewhere = community.create(new RepositoryProfile(12, "else/where", "main", NOW));
        for (int number = 1; number <= 4; number++) {
            repository.put(Entity.Issue.opened(number, AUTHOR, "Wish " + number, null, NOW));
        }
        repository.put(Entity.PullRequest.opened(5, AUTHOR, "Change", null, NOW));
        repository.delete(2);
        repository.transfer(3, elsewhere, 7);
        repository.hide(4);

        // When
        HttpResponse<String> moved = reader.get("/repos/some/where/issues/3");

        // Then
        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(moved.headers().firstValue("Location")).hasValue(github.url() + "/repositories/12/issues/7");
        assertThat(reader.get("/repos/some/where/issues/1").statusCode()).isEqualTo(200);
        assertThat(reader.get("/repos/some/where/issues/2").statusCode()).isEqualTo(410);
        assertThat(reader.get("/repos/some/where/issues/4").statusCode()).isEqualTo(404);
        assertThat(reader.json("/repos/some/where/issues/5").has("pull_request"))
                .isTrue();
        assertThat(reader.json("/repos/some/where/pulls/5").has("base")).isTrue();
        assertThat(reader.get("/repos/some/where/pulls/1").statusCode()).isEqualTo(404);
        assertThat(reader.whole("/repos/some/where/issues?state=all")).hasSize(2);
    }

    @Test
    void shouldCountCommentsOfItemsAndShowEachByItself() {
        // Given
        repository.put(Entity.Issue.opened(1, AUTHOR, "Wish", null, NOW));
        repository.put(Entity.IssueComment.written(11, 1, AUTHOR, "one", NOW));
        repository.put(Entity.IssueComment.written(12, 1, AUTHOR, "two", NOW));
        repository.put(Entity.IssueComment.written(13, 1, AUTHOR, "three", NOW));

        // When
        repository.removeIssueComment(12);

        // Then
        assertThat(reader.json("/repos/some/where/issues?state=all")
                        .get(0)
                        .path("comments")
                        .asInt())
                .isEqualTo(2);
        assertThat(reader.json("/repos/some/where/issues/1").path("comments").asInt())
                .isEqualTo(2);
        assertThat(reader.whole("/repos/some/where/issues/1/comments?per_page=1"))
                .extracting(comment -> comment.path("body").asText())
                .containsExactly("one", "three");
        assertThat(reader.json("/repos/some/where/issues/comments/13")
                        .path("issue_url")
                        .asText())
                .endsWith("/issues/1");
        assertThat(reader.get("/repos/some/where/issues/comments/12").statusCode())
                .isEqualTo(404);
        assertThat(reader.get("/repos/some/where/issues/2/comments").statusCode())
                .isEqualTo(404);
    }

    @Test
    void shouldListReviewCommentsByIdAndSayHowManyPagesThereAre() {
        // Given
        repository.put(Entity.ReviewComment.written(3, 2, 9, AUTHOR, "later", NOW));
        repository.put(Entity.ReviewComment.written(7, 2, 9, AUTHOR, "earlier", NOW.minusSeconds(9)));
        repository.put(Entity.ReviewComment.written(5, 2, 9, AUTHOR, "gone", NOW));
        repository.removeReviewComment(5);

        // When
        HttpResponse<String> first = reader.get("/repos/some/where/pulls/comments?per_page=1");

        // Then
        assertThat(first.headers().firstValue("Link").orElse(""))
                .endsWith("/pulls/comments?page=2&per_page=1>; rel=\"last\"");
        assertThat(reader.whole("/repos/some/where/pulls/comments?per_page=1"))
                .extracting(comment -> comment.path("id").asLong())
                .containsExactly(3L, 7L);
        assertThat(reader.get("/repos/some/where/pulls/comments/5").statusCode())
                .isEqualTo(404);
        assertThat(reader.json("/repos/some/where/pulls/comments/7")
                        .path("body")
                        .asText())
                .isEqualTo("earlier");
    }

    @Test
    void shouldPageByCursorThroughItemsOfTheSameSecond() {
        // Given
        for (int number = 1; number <= 25; number++) {
            Instant at = NOW.plusMillis(100L * number);
            repository.put(Entity.Issue.opened(number, AUTHOR, "Wish " + number, null, at));
        }

        // When
        List<JsonNode> issues =
                reader.whole("/repos/some/where/issues?state=all&sort=updated&direction=asc&per_page=4");

        // Then
        assertThat(issues)
                .extracting(issue -> issue.path("number").asLong())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 25).boxed().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?sort=updated", "?direction=desc", "?sort=created&direction=desc"})
    void shouldListReviewsInTheOrderOfTheirSubmission(String query) {
        // Given
        repository.put(Entity.PullRequest.opened(1, AUTHOR, "Change", null, NOW));
        repository.put(Entity.Review.submitted(20, 1, AUTHOR, "COMMENTED", NOW.plusSeconds(20)));
        repository.put(Entity.Review.submitted(10, 1, AUTHOR, "APPROVED", NOW.plusSeconds(30)));

        // When
        JsonNode reviews = reader.json("/repos/some/where/pulls/1/reviews" + query);

        // Then
        assertThat(reviews).extracting(review -> review.path("id").asInt()).containsExactly(20, 10);
    }

    @Test
    void shouldNotDateAReviewThatIsNotSubmitted() {
        // Given
        repository.put(Entity.PullRequest.opened(1, AUTHOR, "Change", null, NOW));
        repository.put(Entity.Review.submitted(20, 1, AUTHOR, "PENDING", NOW));

        // When
        JsonNode review = reader.json("/repos/some/where/pulls/1/reviews").path(0);

        // Then
        assertThat(review.path("state").asText()).isEqualTo("PENDING");
        assertThat(review.has("submitted_at")).isFalse();
    }

    @Test
    void shouldTellTheQuotaForFree() {
        // Given
        reader.get("/repos/some/where");
        reader.get("/rate_limit");

        // When
        JsonNode core = reader.json("/rate_limit").path("resources").path("core");

        // Then
        assertThat(core.path("used").asInt()).isEqualTo(1);
        assertThat(core.path("remaining").asInt()).isEqualTo(4_999);
    }

    @Test
    void shouldTellTheQuotaWhenNothingIsLeft() {
        // Given
        restart(SimulationSettings.likeGitHub().limitedTo(OptionalInt.of(1)));
        reader.get("/repos/some/where");
        int refused = reader.get("/repos/some/where").statusCode();

        // When
        JsonNode core = reader.json("/rate_limit").path("resources").path("core");

        // Then
        assertThat(refused).isEqualTo(403);
        assertThat(core.path("remaining").asInt()).isZero();
    }

    @Test
    void shouldHaveNoQuotaWithoutALimit() {
        // Given
        restart(SimulationSettings.likeGitHub().limitedTo(OptionalInt.empty()));

        // When
        HttpResponse<String> answer = reader.get("/rate_limit");

        // Then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("X-RateLimit-Limit")).isEmpty();
    }

    @Test
    void shouldDateAnswersAsHttpDoes() {
        // When
        HttpResponse<String> answer = reader.get("/repos/some/where");

        // Then
        assertThat(answer.headers().firstValue("Date")).contains("Mon, 03 Jun 2024 08:00:00 GMT");
    }

    @Test
    void shouldAnswerAnUnchangedListForFree() {
        // Given
        String etag = reader.get("/repos/some/where/issues")
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        // When
        HttpResponse<String> answer = reader.get("/repos/some/where/issues", "If-None-Match", etag);

        // Then
        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("X-RateLimit-Used")).contains("1");
    }

    private SimulatedGitHub start(SimulationSettings settings) {
        return SimulatedGitHub.start(community, Clock.fixed(NOW, ZoneOffset.UTC), settings);
    }

    private void restart(SimulationSettings settings) {
        github.close();
        github = start(settings);
        reader = new Reader(github.url());
    }
}
