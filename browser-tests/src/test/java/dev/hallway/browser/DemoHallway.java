// SPDX-License-Identifier: Apache-2.0
package dev.hallway.browser;

import dev.hallway.ingest.access.Access;
import dev.hallway.simulator.Account;
import dev.hallway.simulator.Entity;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.simulator.SimulatedRepository;
import dev.hallway.simulator.SimulationSettings;
import dev.hallway.simulator.demo.DemoCommunity;
import dev.hallway.standalone.DataDirectory;
import dev.hallway.standalone.Hallway;
import dev.hallway.standalone.HallwayParts;
import dev.hallway.standalone.HallwaySettings;
import dev.hallway.standalone.Watcher;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.Set;

/** The demo community as {@code hallway up} plays it, read and computed, in which more can happen. */
final class DemoHallway implements AutoCloseable {

    private final DemoCommunity community;
    private final Clock clock;
    private final SimulatedGitHub github;
    private final Hallway hallway;

    private DemoHallway(DemoCommunity community, Clock clock, SimulatedGitHub github, Hallway hallway) {
        this.community = community;
        this.clock = clock;
        this.github = github;
        this.hallway = hallway;
    }

    static DemoHallway start(Path directory) {
        DemoCommunity community = DemoCommunity.create();
        Clock now = Clock.systemUTC();
        Clock clock = Clock.offset(now, Duration.between(now.instant(), community.end()));
        SimulatedGitHub github = SimulatedGitHub.start(
                community.community(),
                clock,
                new SimulationSettings("", "https://github.example", OptionalInt.empty(), Set.of()));
        HallwaySettings settings = new HallwaySettings(
                community.repositories(), github.url(), Access.anonymous(), DataDirectory.prepare(directory), 0, 0, 0);
        Hallway hallway = Hallway.start(settings, new HallwayParts(), new Unwatched());
        hallway.bringUpToDate();
        return new DemoHallway(community, clock, github, hallway);
    }

    /** The address of a page. */
    URI page(String path) {
        return hallway.address().resolve(path);
    }

    /** Somebody who was never seen before opens an issue, which is read. */
    void open(String repository, String title) {
        SimulatedRepository at = community.community().repositories().stream()
                .filter(known -> known.profile().fullName().equals(repository))
                .findFirst()
                .orElseThrow();
        long number = at.everything().stream().mapToLong(Entity::number).max().orElse(0) + 1;
        at.put(Entity.Issue.opened(number, Account.person(77, "demo-latecomer"), title, "", clock.instant()));
        hallway.bringUpToDate();
    }

    @Override
    public void close() {
        hallway.close();
        github.close();
    }

    private static final class Unwatched implements Watcher {

        @Override
        public void stage(String what) {}

        @Override
        public void progress(long done, long total) {}

        @Override
        public void note(String line) {}
    }
}
