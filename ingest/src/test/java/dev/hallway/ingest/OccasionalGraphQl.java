// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topics;
import dev.hallway.github.Review;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.github.Token;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.simulator.Fault;
import dev.hallway.simulator.LoggedRequest;
import dev.hallway.simulator.SimulatedCommunity;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.simulator.SimulatedRepository;
import dev.hallway.simulator.SimulationSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A repository on a simulated GitHub whose GraphQL can be used only now and then. */
final class OccasionalGraphQl implements AutoCloseable {

    static final Access TOKEN = Access.with(new Token("ghp_secret"));

    private static final String NAME = "Hall/Way";
    private static final Fault FORBIDDEN = new Fault.Reply(403, Map.of(), "{\"message\": \"Not for this token\"}");

    private final SimulatedCommunity community = new SimulatedCommunity();
    private final RecordedWaits waits = new RecordedWaits();
    private final InMemorySink sink = new InMemorySink();
    private final SimulatedGitHub github = SimulatedGitHub.start(community, waits, SimulationSettings.likeGitHub());
    private final List<Long> caughtUp = new ArrayList<>();

    /** Fills it with so many items. */
    SimulatedRepository create(int items) {
        return Community.create(community, NAME, items);
    }

    SimulatedGitHub github() {
        return github;
    }

    RecordedWaits waits() {
        return waits;
    }

    InMemorySink sink() {
        return sink;
    }

    /** About how many pull requests it was asked to catch up, each time. */
    List<Long> caughtUp() {
        return caughtUp;
    }

    void refuseGraphQlOnce() {
        github.faults().next("/graphql", FORBIDDEN);
    }

    void refuseGraphQl() {
        github.faults().decide(request -> request.endsWith("/graphql") ? Optional.of(FORBIDDEN) : Optional.empty());
    }

    void answerEverything() {
        github.faults().decide(request -> Optional.empty());
    }

    List<LoggedRequest> asked(String regex) {
        return github.requests().stream()
                .filter(request -> request.pathAndQuery().matches(".*" + regex + ".*"))
                .toList();
    }

    List<String> gaps() {
        return sink.repository("hall/way").getGaps();
    }

    List<Long> reviews() {
        return sink.values(Topics.REVIEWS, Review.class).stream()
                .map(Review::getId)
                .toList();
    }

    /** What a first run with a token says, of GitHub as it is now. */
    Set<String> undisturbed() throws InterruptedException {
        InMemorySink fresh = new InMemorySink();
        cycle(fresh, TOKEN);
        return fresh.entities();
    }

    CycleReport cycle(Access access) throws InterruptedException {
        return cycle(sink, access);
    }

    /** A cycle of a process of its own. */
    CycleReport cycle(InMemorySink target, Access access) throws InterruptedException {
        try (Ingester ingester = ingester(target, access)) {
            return ingester.runCycle();
        }
    }

    /** A process that stays. */
    Ingester ingester(Access access) {
        return ingester(sink, access);
    }

    private Ingester ingester(InMemorySink target, Access access) {
        IngestSettings settings = new IngestSettings(
                github.url(),
                access,
                List.of(NAME),
                Map.of(),
                SchemaRegistry.at("mock://occasional-graphql"),
                IngestSettings.ONLY_INGEST,
                Duration.ofMinutes(1));
        return new Ingester(settings, target, waits.environment(), new IngestListener() {
            @Override
            public void catchingUp(String repository, long pullRequests) {
                caughtUp.add(pullRequests);
            }
        });
    }

    @Override
    public void close() {
        github.close();
    }
}
