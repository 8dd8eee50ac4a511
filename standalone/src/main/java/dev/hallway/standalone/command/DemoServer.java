// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import dev.hallway.ingest.access.Access;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.simulator.SimulationSettings;
import dev.hallway.simulator.demo.DemoStory;
import dev.hallway.standalone.DataDirectory;
import dev.hallway.standalone.HallwaySettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The demo community, simulated inside this program for whoever wants to look around without a repository of their own.
 *
 * <p>Served over real HTTP and read by the same ingest as any other. Its figures are kept apart from real ones.
 */
final class DemoServer implements AutoCloseable {

    // Reserved for examples, so that no link in the demo leads to somebody's real issue.
    private static final String WEB_ADDRESS = "https://github.example";

    private final dev.hallway.simulator.demo.DemoCommunity community;
    private final SimulatedGitHub github;

    private DemoServer(dev.hallway.simulator.demo.DemoCommunity community, SimulatedGitHub github) {
        this.community = community;
        this.github = github;
    }

    /** Starts serving it on loopback. */
    static DemoServer start() {
        dev.hallway.simulator.demo.DemoCommunity community = dev.hallway.simulator.demo.DemoCommunity.create();
        SimulationSettings settings = new SimulationSettings("", WEB_ADDRESS, OptionalInt.empty(), Set.of());
        return new DemoServer(
                community, SimulatedGitHub.start(community.community(), clockFrom(community.end()), settings));
    }

    // The demo's clock starts where its history ends, so that its last week is a complete one.
    private static Clock clockFrom(Instant start) {
        Clock now = Clock.systemUTC();
        return Clock.offset(now, Duration.between(now.instant(), start));
    }

    /** Where the demo's figures are kept, given where real ones are. */
    static Path directory(Path dataDirectory) {
        return dataDirectory.resolve("demo");
    }

    /** The same settings, with the demo's repositories at the demo's address, without a token. */
    HallwaySettings applyTo(HallwaySettings settings) {
        return new HallwaySettings(
                        community.repositories(),
                        github.url(),
                        Access.anonymous(),
                        settings.directory(),
                        settings.httpPort(),
                        settings.kafkaPort(),
                        settings.registryPort())
                .checkedBy(settings.checks())
                .partitionedInto(settings.partitions())
                .withPeople(settings.people());
    }

    /** Its repositories. */
    List<String> repositories() {
        return community.repositories();
    }

    /** Where it is served. */
    URI address() {
        return github.url();
    }

    /** What to look at first. */
    List<String> hints(DataDirectory directory) {
        DemoStory story = community.story();
        return List.of(
                "Illustrative data made up by Hallway: the request " + story.request()
                        + " becomes code, docs and a sample.",
                "  ./hallway digest " + story.request().repository() + " --week " + community.firstWeek()
                        + " --data-dir " + directory.root());
    }

    @Override
    public void close() {
        github.close();
    }
}
