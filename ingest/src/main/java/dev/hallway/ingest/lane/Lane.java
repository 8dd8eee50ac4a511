// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.lane;

import dev.hallway.ingest.cycle.RepositoryCycle;
import dev.hallway.ingest.github.GitHubClient;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.ingest.report.RepositoryOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** One token's serial way to GitHub. Not thread-safe. */
public final class Lane implements AutoCloseable {

    private final String name;
    private final List<String> repositories;
    private final GitHubClient github;
    private final RepositoryCycle cycle;
    private final IngestListener listener;

    /**
     * A lane.
     *
     * @param name for people and thread names
     * @param github asks for this lane alone; closed with it
     */
    public Lane(
            String name,
            List<String> repositories,
            GitHubClient github,
            RepositoryCycle cycle,
            IngestListener listener) {
        this.name = name;
        this.repositories = List.copyOf(repositories);
        this.github = github;
        this.cycle = cycle;
        this.listener = listener;
    }

    /** Reads every repository of this lane that is due once until nothing is left to read of it. */
    List<RepositoryOutcome> run(Predicate<String> isDue) throws InterruptedException {
        List<RepositoryOutcome> outcomes = new ArrayList<>();
        for (String repository : repositories) {
            if (!isDue.test(repository)) {
                continue;
            }
            listener.repositoryStarted(repository);
            RepositoryOutcome outcome = cycle.run(repository);
            listener.repositoryFinished(outcome);
            outcomes.add(outcome);
        }
        return outcomes;
    }

    String name() {
        return name;
    }

    long requests() {
        return github.requests();
    }

    @Override
    public void close() {
        github.close();
    }
}
