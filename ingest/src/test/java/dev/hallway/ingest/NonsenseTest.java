// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topics;
import dev.hallway.github.Issue;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.ingest.report.RepositoryOutcome;
import dev.hallway.simulator.Account;
import dev.hallway.simulator.Entity;
import dev.hallway.simulator.Fault;
import dev.hallway.simulator.SimulatedCommunity;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.simulator.SimulatedRepository;
import dev.hallway.simulator.SimulationSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server answers, it is not believed unseen, and stops nothing else. */
class NonsenseTest {

    private static final String NAME = "Hall/Way";
    private static final String OTHER = "Else/Where";
    private static final int ITEMS = 12;

    private final RecordedWaits waits = new RecordedWaits();
    private final SimulatedCommunity community = new SimulatedCommunity();
    private final InMemorySink sink = new InMemorySink();
    private final SimulatedGitHub github = SimulatedGitHub.start(community, waits, SimulationSettings.likeGitHub());
    private final SimulatedRepository repository = Community.create(community, NAME, ITEMS);
    private final List<String> said = new ArrayList<>();
    private final List<Duration> waited = new ArrayList<>();

    @AfterEach
    void stopGitHub() {
        github.close();
    }

    @ParameterizedTest
    @CsvSource({
        "429, Retry-After, 999999999999999999",
        "429, Retry-After, 99999999",
        "403, X-RateLimit-Reset, 999999999999999999",
        "403, X-RateLimit-Reset, 9999999999"
    })
    void shouldWaitNoLongerThanAQuotaTakesAndTryAgain(int status, String header, String value)
            throws InterruptedException {
        // Given
        Map<String, String> headers = Map.of("X-RateLimit-Limit", "5000", "X-RateLimit-Remaining", "0", header, value);
        github.faults().next("/issues\\?", new Fault.Reply(status, headers, "{\"message\":\"rate limit\"}"));

        // When
        CycleReport report = cycle(NAME);

        // Then
        assertThat(report.complete()).isTrue();
        assertThat(waited).isNotEmpty().allMatch(wait -> wait.compareTo(Duration.ofMinutes(61)) <= 0);
        assertThat(said).anyMatch(reason -> reason.contains("which is not believed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/repos/ /x", "/repos/<b>", "http://[::1", "//evil.example/x", "/repos/../user", "\\"})
    void shouldFollowNoRedirectThatIsNoAddress(String location) throws InterruptedException {
        // Given
        Community.create(community, OTHER, ITEMS);
        github.faults().next("/repos/Hall/Way$", new Fault.Reply(301, Map.of("Location", location), "{}"));

        // When
        CycleReport report = cycle(NAME, OTHER);

        // Then
        assertThat(report.outcomes())
                .extracting(outcome -> outcome.getClass().getSimpleName())
                .containsExactly("Failed", "UpToDate");
        assertThat(report.outcomes().get(0).line()).contains("no legal address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"</repos/ x>; rel=\"next\"", "</a|b>; rel=\"next\"", "<http://evil.example/>; rel=\"next\""})
    void shouldFollowNoLinkThatIsNoAddress(String link) throws InterruptedException {
        // Given
        github.faults().next("/issues/comments", new Fault.Reply(200, Map.of("Link", link), "[]"));

        // When
        CycleReport report = cycle(NAME);

        // Then
        assertThat(report.outcomes()).singleElement().isInstanceOf(RepositoryOutcome.Incomplete.class);
        assertThat(sink.repository("hall/way").getGaps())
                .singleElement()
                .asString()
                .startsWith("issues/comments: could not be read to the end");
        assertThat(cycle(NAME).complete()).isTrue();
    }

    @Test
    void shouldNotFollowALinkToTheSamePageForEver() throws InterruptedException {
        // Given
        github.faults()
                .decide(request -> request.contains("/issues/comments")
                        ? Optional.of(new Fault.Reply(
                                200, Map.of("Link", "<" + github.url() + request + ">; rel=\"next\""), "[]"))
                        : Optional.empty());

        // When
        CycleReport report = cycle(NAME);

        // Then
        assertThat(report.outcomes()).singleElement().isInstanceOf(RepositoryOutcome.Incomplete.class);
    }

    @Test
    void shouldNotSendBackAnETagThatIsNone() throws InterruptedException {
        // Given
        github.faults().next("/issues/comments", new Fault.Reply(200, Map.of("ETag", "W/\"\u00e9\""), "[]"));
        cycle(NAME);

        // When
        CycleReport report = cycle(NAME);

        // Then
        assertThat(report.complete()).isTrue();
    }

    @Test
    void shouldSurviveALinkToAPageOfAbsurdSize() throws InterruptedException {
        // Given
        String next =
                github.url() + "/repos/Hall/Way/issues/comments?since=1980-01-01T00:00:00Z&per_page=99999999999999";
        github.faults()
                .next("/issues/comments", new Fault.Reply(200, Map.of("Link", "<" + next + ">; rel=\"next\""), "[]"));

        // When
        CycleReport report = cycle(NAME);

        // Then
        assertThat(report.complete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"odd/<script>alert(1)</script>", "odd", "odd/..", "../x", "odd/x?y", "odd/x/y", "No/Where"})
    void shouldNotBelieveANameThatIsNoneOrLeadsNowhere(String name) throws InterruptedException {
        // Given
        github.faults().next("/repos/Hall/Way$", new Fault.Reply(200, Map.of(), description(name)));

        // When
        CycleReport first = cycle(NAME);
        CycleReport second = cycle(NAME);

        // Then
        assertThat(first.outcomes()).singleElement().isInstanceOf(RepositoryOutcome.Failed.class);
        assertThat(second.complete()).isTrue();
        assertThat(second.canonicalNames()).containsExactly(NAME);
        assertThat(sink.repository("hall/way").getPreviousNames()).isEmpty();
    }

    @Test
    void shouldFindARepositoryAgainWhoseNewNameLeadsNowhere() throws InterruptedException {
        // Given
        cycle(NAME);
        community.rename(repository, "New/Name");
        cycle(NAME);
        community.rename(repository, NAME);
        github.faults()
                .decide(request -> request.startsWith("/repos/New/Name")
                        ? Optional.of(new Fault.Reply(404, Map.of(), "{\"message\":\"Not Found\"}"))
                        : Optional.empty());

        // When
        CycleReport report = cycle(NAME);

        // Then
        assertThat(report.canonicalNames()).containsExactly(NAME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"spaces", "objects", "depth"})
    void shouldReadEverythingElseWhereAReplyIsHuge(String kind) throws InterruptedException {
        // Given
        String body =
                switch (kind) {
                    case "spaces" -> "[" + " ".repeat(33 << 20) + "]";
                    case "objects" -> "[{}" + ",{}".repeat(1_500_000) + "]";
                    default -> "[".repeat(500_000);
                };
        github.faults()
                .decide(request -> request.contains("/issues/comments")
                        ? Optional.of(new Fault.Reply(200, Map.of("Content-Type", "application/json"), body))
                        : Optional.empty());

        // When
        CycleReport report = cycle(NAME);

        // Then
        assertThat(report.outcomes()).singleElement().isInstanceOf(RepositoryOutcome.Incomplete.class);
        assertThat(sink.values(Topics.ISSUES, Issue.class)).hasSize(8);
    }

    @Test
    void shouldNameWhatIsLargerThanGitHubAllowsAndReadTheRest() throws InterruptedException {
        // Given
        repository.put(Entity.Issue.opened(
                ITEMS + 1, Account.person(1, "eva"), "x".repeat(20_000), null, Community.FOUNDED.plusSeconds(1)));
        repository.put(Entity.Issue.opened(
                ITEMS + 2, Account.person(1, "eva"), "Long", "x".repeat(300_000), Community.FOUNDED.plusSeconds(2)));

        // When
        cycle(NAME);

        // Then
        assertThat(sink.values(Topics.ISSUES, Issue.class)).hasSize(8);
        assertThat(sink.repository("hall/way").getGaps())
                .anyMatch(gap -> gap.startsWith("issue #13: 'title' is longer than GitHub allows"))
                .anyMatch(gap -> gap.startsWith("issue #14: 'body' is longer than GitHub allows"));
    }

    @Test
    void shouldGoOnReadingAListInWhichSomethingHappensInTheFuture() throws InterruptedException {
        // Given
        repository.put(Entity.Issue.opened(
                ITEMS + 1,
                Account.person(1, "eva"),
                "Tomorrow",
                null,
                waits.instant().plus(Duration.ofDays(3_650))));
        cycle(NAME);
        waits.forward(Duration.ofHours(1));
        repository.put(Entity.Issue.opened(
                ITEMS + 2,
                Account.person(1, "eva"),
                "Today",
                null,
                waits.instant().minusSeconds(60)));

        // When
        cycle(NAME);

        // Then
        assertThat(sink.values(Topics.ISSUES, Issue.class))
                .extracting(Issue::getTitle)
                .contains("Tomorrow", "Today");
    }

    private String description(String name) {
        return "{\"id\":" + repository.profile().id() + ",\"full_name\":\"" + name
                + "\",\"html_url\":\"https://github.com/Hall/Way\",\"default_branch\":\"main\","
                + "\"created_at\":\"2023-01-01T00:00:00Z\"}";
    }

    private CycleReport cycle(String... names) throws InterruptedException {
        IngestSettings settings = new IngestSettings(
                github.url(),
                Access.anonymous(),
                List.of(names),
                Map.of(),
                SchemaRegistry.at("mock://nonsense-test"),
                IngestSettings.ONLY_INGEST,
                Duration.ofMinutes(1));
        IngestListener listener = new IngestListener() {
            @Override
            public void waiting(Duration duration, String reason) {
                waited.add(duration);
                said.add(reason);
            }
        };
        try (Ingester ingester = new Ingester(settings, sink, waits.environment(), listener)) {
            return ingester.runCycle();
        }
    }
}
