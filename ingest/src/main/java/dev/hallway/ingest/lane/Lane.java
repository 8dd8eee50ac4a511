// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.lane;

import dev.hallway.ingest.cycle.PageCallback;
import dev.hallway.ingest.cycle.RepositoryCycle;
import dev.hallway.ingest.github.GitHubClient;
import dev.hallway.ingest.report.CycleReport;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.ingest.report.RepositoryOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads repositories with one token, one request after the other. Not thread-safe. */
public final class Lane implements AutoCloseable {

    private final String name;
    private final List<String> repositories;
    private final GitHubClient github;
    private final RepositoryCycle cycle;
    private final IngestListener listener;

    /**
     * A lane.
     *
     * @param name shown to people and used in thread names
     * @param github used by this lane alone; closed with it
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

    /** Reads every repository of this lane once until nothing is left to read of it. */
    public CycleReport runCycle() throws InterruptedException {
        return runCycle(repository -> true, repository -> Optional.of(cycle.run(repository)));
    }

    /**
     * Reads the repositories again and again until asked to stop; long pulls and waits of other lanes do not hold it
     * up.
     *
     * @param policy how often, which repositories, and until when
     */
    public void run(PollPolicy policy) throws InterruptedException {
        while (!policy.stop().getAsBoolean()) {
            if (repositories.stream().anyMatch(policy.isDue())) {
                Interlude interlude = new Interlude(policy);
                listener.cycleFinished(runCycle(
                        policy.isDue(), repository -> cycle.runUnlessBusy(repository, interlude.during(repository))));
                policy.cycleEnded().run();
            }
            if (!policy.stop().getAsBoolean()) {
                policy.pause().pause(policy.interval());
            }
        }
    }

    private CycleReport runCycle(Predicate<String> isDue, Turn turn) throws InterruptedException {
        long before = github.requests();
        List<RepositoryOutcome> outcomes = new ArrayList<>();
        for (String repository : repositories) {
            if (isDue.test(repository)) {
                listener.repositoryStarted(repository);
                turn.of(repository).ifPresent(outcome -> {
                    listener.repositoryFinished(outcome);
                    outcomes.add(outcome);
                });
            }
        }
        return new CycleReport(outcomes, github.requests() - before);
    }

    String name() {
        return name;
    }

    /** What is done when a repository's turn comes; empty if another lane is reading it. */
    private interface Turn {
        Optional<RepositoryOutcome> of(String repository) throws InterruptedException;
    }

    /** While one repository takes long to read, those that are complete are polled as if it were not there. */
    private final class Interlude {

        private final PollPolicy policy;
        private Instant last;

        Interlude(PollPolicy policy) {
            this.policy = policy;
            this.last = policy.clock().instant();
        }

        PageCallback during(String underWay) {
            return () -> pollOthersThan(underWay);
        }

        private void pollOthersThan(String underWay) throws InterruptedException {
            if (policy.clock().instant().isBefore(last.plus(policy.interval()))) {
                return;
            }
            for (String repository : repositories) {
                if (!repository.equals(underWay)
                        && cycle.isComplete(repository)
                        && policy.isDue().test(repository)) {
                    // It is still the other's turn, so the start of this one is not reported.
                    cycle.runUnlessBusy(repository, () -> {}).ifPresent(listener::repositoryFinished);
                }
            }
            last = policy.clock().instant();
        }
    }

    @Override
    public void close() {
        github.close();
    }
}
