// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import dev.hallway.simulator.Account;
import dev.hallway.simulator.Entity;
import dev.hallway.simulator.RepositoryProfile;
import dev.hallway.simulator.SimulatedCommunity;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.simulator.SimulatedRepository;
import dev.hallway.simulator.SimulationSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;

/** Repositories of which each has some weeks of issues, pull requests that answer them, reviews and comments. */
final class SmallCommunity {

    private static final Instant FOUNDED = Instant.parse("2024-01-01T09:00:00Z");
    private static final Instant NOW = Instant.parse("2024-04-01T12:00:00Z");
    private static final Duration BETWEEN_ITEMS = Duration.ofHours(30);

    private static final Account MAINTAINER = Account.person(1, "maple");
    private static final List<Account> PEOPLE =
            List.of(Account.person(2, "ada"), Account.person(3, "bela"), Account.person(4, "chidi"));
    private static final Account BOT = Account.bot(9, "robo[bot]");

    private SmallCommunity() {}

    /** Every third item is a pull request; it answers the issue two before it, and is reviewed and merged. */
    static SimulatedCommunity of(List<String> repositories, int items) {
        SimulatedCommunity community = new SimulatedCommunity();
        for (int index = 0; index < repositories.size(); index++) {
            SimulatedRepository repository =
                    community.create(new RepositoryProfile(700_000L + index, repositories.get(index), "main", FOUNDED));
            for (int number = 1; number <= items; number++) {
                addItem(repository, number, FOUNDED.plus(BETWEEN_ITEMS.multipliedBy(number + index)));
            }
        }
        return community;
    }

    /** Serves it without a limit, at a moment after all that has happened in it. */
    static SimulatedGitHub serve(SimulatedCommunity community) {
        return SimulatedGitHub.start(
                community,
                Clock.fixed(NOW, ZoneOffset.UTC),
                SimulationSettings.likeGitHub().limitedTo(OptionalInt.empty()));
    }

    static int pullRequests(int items) {
        return items / 3;
    }

    private static void addItem(SimulatedRepository repository, int number, Instant at) {
        Account author = PEOPLE.get(number % PEOPLE.size());
        Account other = PEOPLE.get((number + 1) % PEOPLE.size());
        long id = repository.profile().id() * 1_000 + number;
        if (number % 3 == 0) {
            long answered = number - 2L;
            repository.put(Entity.PullRequest.opened(number, other, "Answer " + number, "Fixes #" + answered, at)
                    .merged(at.plus(Duration.ofHours(number))));
            repository.put(Entity.Review.submitted(id, number, MAINTAINER, "APPROVED", at.plus(Duration.ofHours(1))));
            repository.put(
                    Entity.ReviewComment.written(id, number, id, MAINTAINER, "Nice.", at.plus(Duration.ofHours(1))));
        } else {
            repository.put(Entity.Issue.opened(number, author, "Wish " + number, "Please.", at));
        }
        if (number % 4 != 0) {
            repository.put(Entity.IssueComment.written(
                    id, number, MAINTAINER, "Thank you.", at.plus(Duration.ofMinutes(number * 7L))));
        }
        repository.put(Entity.IssueComment.written(id + 500, number, BOT, "Checked.", at.plus(Duration.ofMinutes(1))));
    }
}
