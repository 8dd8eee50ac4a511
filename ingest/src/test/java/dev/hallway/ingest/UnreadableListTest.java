// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topics;
import dev.hallway.github.Comment;
import dev.hallway.github.CommentKind;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Review;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.github.Token;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.ingest.report.RepositoryOutcome;
import dev.hallway.simulator.Fault;
import dev.hallway.simulator.SimulatedCommunity;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.simulator.SimulationSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One list or one repository that cannot be read hides nothing else. */
class UnreadableListTest {

    private static final String NAME = "Hall/Way";
    private static final int ITEMS = 30;

    private final RecordedWaits waits = new RecordedWaits();
    private final SimulatedCommunity community = new SimulatedCommunity();
    private final InMemorySink sink = new InMemorySink();
    private final SimulatedGitHub github = SimulatedGitHub.start(community, waits, SimulationSettings.likeGitHub());

    @AfterEach
    void stopGitHub() {
        github.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/issues\\?, issues, 0, 10, 20, 90, 10",
        "/issues/comments, issues/comments, 20, 10, 20, 0, 10",
        "/pulls/comments, pulls/comments, 20, 10, 20, 90, 0",
        "/pulls\\?, pulls, 20, 0, 0, 90, 10"
    })
    void shouldReadEverythingElseWhereOneListIsDown(
            String down, String subject, int issues, int pulls, int reviews, int comments, int reviewComments)
            throws InterruptedException {
        // Given
        Community.create(community, NAME, ITEMS);
        isDown(down);

        // When
        CycleReport report = cycle(Access.anonymous(), NAME);

        // Then
        assertThat(report.outcomes())
                .singleElement()
                .isInstanceOfSatisfying(RepositoryOutcome.Incomplete.class, incomplete -> assertThat(incomplete.line())
                        .contains(subject + ": could not be read to the end", "GitHub answered 502"));
        assertThat(sink.values(Topics.ISSUES, Issue.class)).hasSize(issues);
        assertThat(sink.values(Topics.PULL_REQUESTS, PullRequest.class)).hasSize(pulls);
        // Of pull requests that only the list of issues shows, the reviews are read as well.
        assertThat(sink.values(Topics.REVIEWS, Review.class)).hasSizeGreaterThanOrEqualTo(reviews);
        assertThat(comments(CommentKind.ISSUE_COMMENT)).isEqualTo(comments);
        assertThat(comments(CommentKind.REVIEW_COMMENT)).isEqualTo(reviewComments);
        assertThat(gaps()).singleElement().asString().startsWith(subject + ": could not be read to the end");
        assertThat(sink.repository("hall/way").getHistoryComplete()).isFalse();
        assertThat(sink.repository("hall/way").getSyncedAt()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/issues\\?", "/issues/comments", "/pulls/comments", "/pulls\\?", "/reviews"})
    void shouldHealOnceAListCanBeReadAgain(String down) throws InterruptedException {
        // Given
        Community.create(community, NAME, ITEMS);
        isDown(down);
        cycle(Access.anonymous(), NAME);
        assertThat(gaps()).isNotEmpty();
        github.faults().decide(nothing -> Optional.empty());
        waits.forward(Duration.ofMinutes(1));

        // When
        CycleReport report = cycle(Access.anonymous(), NAME);

        // Then
        assertThat(report.complete()).isTrue();
        assertThat(gaps()).isEmpty();
        assertThat(sink.repository("hall/way").getHistoryComplete()).isTrue();
        assertThat(sink.entities()).isEqualTo(undisturbed());
    }

    @Test
    void shouldNameAListThatWasReadBeforeAndKeepWhatWasRead() throws InterruptedException {
        // Given
        Community.create(community, NAME, ITEMS);
        cycle(Access.anonymous(), NAME);
        Set<String> before = sink.entities();
        isDown("/issues/comments");
        waits.forward(Duration.ofMinutes(1));

        // When
        cycle(Access.anonymous(), NAME);
        int commits = sink.commits();
        waits.forward(Duration.ofMinutes(1));
        cycle(Access.anonymous(), NAME);

        // Then
        assertThat(gaps()).singleElement().asString().startsWith("issues/comments: ");
        assertThat(sink.entities()).hasSameSizeAs(before);
        // The same gap is not written again and again.
        assertThat(sink.commits() - commits).isEqualTo(1);
    }

    @Test
    void shouldReadTheReviewsOfOthersIfThoseOfOnePullRequestCannotBeRead() throws InterruptedException {
        // Given
        Community.create(community, NAME, ITEMS);
        isDown("/pulls/6/reviews");

        // When
        cycle(Access.anonymous(), NAME);

        // Then
        assertThat(sink.values(Topics.REVIEWS, Review.class))
                .hasSize(18)
                .extracting(Review::getNumber)
                .doesNotContain(6L);
        assertThat(gaps())
                .singleElement()
                .asString()
                .startsWith("reviews of #6: ")
                .contains("502");
    }

    @Test
    void shouldReadTheReviewsOfOthersIfNeitherGraphQlNorRestGivesThoseOfOnePullRequest() throws InterruptedException {
        // Given
        Community.create(community, NAME, ITEMS);
        github.faults()
                .decide(request -> request.matches(".*(/graphql|/pulls/6/reviews).*")
                        ? Optional.of(Fault.badGateway())
                        : Optional.empty());

        // When
        cycle(Access.with(new Token("ghp_test")), NAME);

        // Then
        assertThat(sink.values(Topics.REVIEWS, Review.class)).hasSize(18);
        assertThat(gaps()).anyMatch(gap -> gap.startsWith("reviews of #6: "));
    }

    @Test
    void shouldReadOtherRepositoriesIfOneCannotBeRead() throws InterruptedException {
        // Given
        Community.create(community, NAME, ITEMS);
        Community.create(community, "Else/Where", ITEMS);
        github.faults()
                .next("/repos/Hall/Way$", new Fault.Reply(200, Map.of(), "{\"id\": \"seven\", \"full_name\": 5}"));

        // When
        CycleReport report = cycle(Access.anonymous(), NAME, "Else/Where", "No/Where");

        // Then
        assertThat(report.outcomes())
                .extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("Failed", "UpToDate", "NotFound");
        assertThat(sink.repository("else/where").getHistoryComplete()).isTrue();
    }

    @Test
    void shouldNameARepositoryThatCanNoLongerBeReadAsAGapAndHealIt() throws InterruptedException {
        // Given
        Community.create(community, NAME, ITEMS);
        cycle(Access.anonymous(), NAME);
        isDown("/repos/Hall/Way$");

        // When
        cycle(Access.anonymous(), NAME);
        List<String> meanwhile = gaps();
        github.faults().decide(nothing -> Optional.empty());
        cycle(Access.anonymous(), NAME);

        // Then
        assertThat(meanwhile)
                .singleElement()
                .asString()
                .startsWith("repository: ")
                .contains("502");
        assertThat(gaps()).isEmpty();
    }

    private void isDown(String regex) {
        github.faults()
                .decide(request -> request.matches(".*" + regex + ".*") || request.matches(".*" + regex)
                        ? Optional.of(Fault.badGateway())
                        : Optional.empty());
    }

    private long comments(CommentKind kind) {
        return sink.values(Topics.COMMENTS, Comment.class).stream()
                .filter(comment -> comment.getKind() == kind)
                .count();
    }

    private List<String> gaps() {
        return sink.repository("hall/way").getGaps();
    }

    private Set<String> undisturbed() throws InterruptedException {
        InMemorySink other = new InMemorySink();
        cycleInto(other, Access.anonymous(), NAME);
        return other.entities();
    }

    private CycleReport cycle(Access access, String... names) throws InterruptedException {
        return cycleInto(sink, access, names);
    }

    private CycleReport cycleInto(InMemorySink target, Access access, String... names) throws InterruptedException {
        IngestSettings settings = new IngestSettings(
                github.url(),
                access,
                List.of(names),
                Map.of(),
                SchemaRegistry.at("mock://unreadable-list-test"),
                IngestSettings.ONLY_INGEST,
                Duration.ofMinutes(1));
        try (Ingester ingester = new Ingester(settings, target, waits.environment(), new IngestListener() {})) {
            return ingester.runCycle();
        }
    }
}
