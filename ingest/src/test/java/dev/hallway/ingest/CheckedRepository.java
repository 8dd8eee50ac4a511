// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topics;
import dev.hallway.github.Comment;
import dev.hallway.github.Inventory;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.cursor.Start;
import dev.hallway.ingest.numbers.CheckSettings;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.simulator.Fault;
import dev.hallway.simulator.LoggedRequest;
import dev.hallway.simulator.SimulatedCommunity;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.simulator.SimulatedRepository;
import dev.hallway.simulator.SimulationSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A repository on a simulated GitHub, read in cycles of which each is a new process. */
final class CheckedRepository implements AutoCloseable {

    private static final String NAME = "Hall/Way";
    private static final Duration A_WEEK = Duration.ofDays(7);
    // What is read again would be found there, and not by the check that a test is about.
    private static final CheckSettings CHECKS =
            new CheckSettings(10, Duration.ofDays(1), A_WEEK, Duration.ofDays(1_000));

    private final RecordedWaits waits = new RecordedWaits();
    private final InMemorySink sink = new InMemorySink();
    private final SimulatedRepository content;
    private final SimulatedGitHub github;
    private final Access access;
    private final CheckSettings checks;

    CheckedRepository(Access access, int items) {
        this(access, items, CHECKS);
    }

    private CheckedRepository(Access access, int items, CheckSettings checks) {
        this.access = access;
        this.checks = checks;
        SimulatedCommunity community = new SimulatedCommunity();
        this.content = Community.create(community, NAME, items);
        this.github = SimulatedGitHub.start(community, waits, SimulationSettings.likeGitHub());
    }

    /** The same, of which also comments and reviews are read again every week. */
    static CheckedRepository readAgain(Access access, int items) {
        return new CheckedRepository(access, items, new CheckSettings(10, Duration.ofDays(1), A_WEEK));
    }

    SimulatedRepository content() {
        return content;
    }

    SimulatedGitHub github() {
        return github;
    }

    InMemorySink sink() {
        return sink;
    }

    /** GitHub answers 502 to requests that end like this. */
    void fail(String regex) {
        github.faults()
                .decide(request -> request.matches(".*" + regex) ? Optional.of(Fault.badGateway()) : Optional.empty());
    }

    /** GitHub answers everything again. */
    void recover() {
        github.faults().decide(request -> Optional.empty());
    }

    /** What time it is, there and here. */
    Instant now() {
        return waits.instant();
    }

    void forward(Duration duration) {
        waits.forward(duration);
    }

    CycleReport cycle() throws InterruptedException {
        return cycleInto(sink);
    }

    /** One of many cycles, as a process that stays runs them. */
    void poll() throws InterruptedException {
        AtomicBoolean polled = new AtomicBoolean();
        try (Ingester ingester = ingester(sink, Start.AT_THE_BEGINNING)) {
            ingester.run(polled::get, repository -> true, () -> polled.set(true));
        }
    }

    /** Everything is read again. */
    CycleReport cycleAfterReset() throws InterruptedException {
        return cycle(sink, new Start(Optional.empty(), true));
    }

    /** Everything is compared with what GitHub shows. */
    CycleReport cycleThatVerifies() throws InterruptedException {
        return cycleThatVerifiesInto(sink);
    }

    CycleReport cycleThatVerifiesInto(InMemorySink target) throws InterruptedException {
        return cycle(target, Start.VERIFYING);
    }

    CycleReport cycleInto(InMemorySink target) throws InterruptedException {
        return cycle(target, Start.AT_THE_BEGINNING);
    }

    private CycleReport cycle(InMemorySink target, Start start) throws InterruptedException {
        try (Ingester ingester = ingester(target, start)) {
            return ingester.runCycle();
        }
    }

    private Ingester ingester(InMemorySink target, Start start) {
        IngestSettings settings = new IngestSettings(
                        github.url(),
                        access,
                        List.of(NAME),
                        Map.of(),
                        SchemaRegistry.at("mock://checked-repository"),
                        IngestSettings.ONLY_INGEST,
                        Duration.ofMinutes(1))
                .startingAt(start)
                .checkedBy(checks);
        return new Ingester(settings, target, waits.environment(), new IngestListener() {});
    }

    Inventory inventory() {
        return sink.repository("hall/way").getInventory();
    }

    List<String> gaps() {
        return sink.repository("hall/way").getGaps();
    }

    /** How many requests went to paths that end like this. */
    long asked(String regex) {
        return github.requests().stream()
                .filter(request ->
                        request.pathAndQuery().replaceAll("\\?per_page.*", "").matches(".*" + regex))
                .count();
    }

    List<Integer> statuses() {
        return github.requests().stream().map(LoggedRequest::status).distinct().toList();
    }

    /** What was published of a comment, in order. */
    List<Comment> comments(long id) {
        return sink.values(Topics.COMMENTS, Comment.class).stream()
                .filter(comment -> comment.getId() == id)
                .toList();
    }

    @Override
    public void close() {
        github.close();
    }
}
