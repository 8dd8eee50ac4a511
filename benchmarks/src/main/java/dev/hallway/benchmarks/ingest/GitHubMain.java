// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.ingest;

import dev.hallway.benchmarks.cluster.ChildProcess;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.simulator.SimulationSettings;
import java.io.IOException;
import java.time.Clock;
import java.util.OptionalInt;

/** Serves large repositories until standard input ends. */
public final class GitHubMain {

    private GitHubMain() {}

    /** Takes the number of items, of comments, the seed, and the number of repositories. */
    public static void main(String[] arguments) throws IOException {
        LargeRepository repository = new LargeRepository(
                Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
        SimulationSettings unlimited = SimulationSettings.likeGitHub().limitedTo(OptionalInt.empty());
        try (SimulatedGitHub github = SimulatedGitHub.start(
                repository.community(Integer.parseInt(arguments[3])), Clock.systemUTC(), unlimited)) {
            ChildProcess.serve(github.url().toString());
        }
    }
}
