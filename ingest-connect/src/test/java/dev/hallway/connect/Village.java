// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect;

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
import java.util.Set;

/** Repositories with something in every list, on a GitHub whose clock stands still: what is read twice is the same. */
final class Village {

    private static final Instant FOUNDED = Instant.parse("2024-01-01T09:00:00Z");
    private static final Instant NOW = Instant.parse("2024-06-01T12:00:00Z");

    /** Where time stands still. */
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private static final Account ADA = Account.person(7, "ada");

    private Village() {}

    /** Every third item is a pull request with two reviews; every item has comments. */
    static SimulatedCommunity of(List<String> repositories, int items) {
        SimulatedCommunity community = new SimulatedCommunity();
        for (int index = 0; index < repositories.size(); index++) {
            SimulatedRepository repository =
                    community.create(new RepositoryProfile(500L + index, repositories.get(index), "main", FOUNDED));
            for (int number = 1; number <= items; number++) {
                addItem(repository, number, FOUNDED.plus(Duration.ofHours(number)));
            }
        }
        return community;
    }

    /** Serves it without a limit to those with one of the tokens; to everybody if there are none. */
    static SimulatedGitHub serve(SimulatedCommunity community, Set<String> tokens) {
        return SimulatedGitHub.start(
                community,
                CLOCK,
                SimulationSettings.likeGitHub().limitedTo(OptionalInt.empty()).accepting(tokens));
    }

    private static void addItem(SimulatedRepository repository, long number, Instant at) {
        if (number % 3 == 0) {
            repository.put(Entity.PullRequest.opened(number, ADA, "Change " + number, "Fixes #1", at)
                    .merged(at.plusSeconds(600)));
            repository.put(Entity.Review.submitted(number * 10, number, ADA, "COMMENTED", at.plusSeconds(60)));
            repository.put(Entity.Review.submitted(number * 10 + 1, number, null, "APPROVED", at.plusSeconds(90)));
            repository.put(Entity.ReviewComment.written(
                    number * 10 + 5, number, number * 10, ADA, "here", at.plusSeconds(61)));
        } else {
            repository.put(Entity.Issue.opened(number, ADA, "Wish " + number, null, at));
        }
        for (int comment = 0; comment < 3; comment++) {
            repository.put(Entity.IssueComment.written(
                    number * 10 + comment, number, ADA, "said " + comment, at.plusSeconds(100L * comment)));
        }
    }
}
