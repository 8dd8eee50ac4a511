// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import dev.hallway.simulator.Account;
import dev.hallway.simulator.Entity;
import dev.hallway.simulator.RepositoryProfile;
import dev.hallway.simulator.SimulatedCommunity;
import dev.hallway.simulator.SimulatedRepository;
import java.time.Duration;
import java.time.Instant;

/** A repository with something in every list. */
final class Community {

    static final Instant FOUNDED = Instant.parse("2023-01-01T00:00:00Z");
    static final Account AUTHOR = Account.person(7, "ada");

    private Community() {}

    /** Every third item is a pull request with two reviews; every item has three comments. */
    static SimulatedRepository create(SimulatedCommunity community, String name, int items) {
        SimulatedRepository repository =
                community.create(new RepositoryProfile(name.hashCode() & 0xffffL, name, "main", FOUNDED));
        for (int number = 1; number <= items; number++) {
            addItem(repository, number, openedAt(number));
        }
        return repository;
    }

    static Instant openedAt(long number) {
        return FOUNDED.plus(Duration.ofHours(number));
    }

    static boolean isPull(long number) {
        return number % 3 == 0;
    }

    static long pulls(int items) {
        return items / 3;
    }

    private static void addItem(SimulatedRepository repository, long number, Instant at) {
        if (isPull(number)) {
            repository.put(Entity.PullRequest.opened(number, AUTHOR, "Change " + number, "Fixes #1", at)
                    .merged(at.plusSeconds(600)));
            repository.put(Entity.Review.submitted(number * 10, number, AUTHOR, "COMMENTED", at.plusSeconds(60)));
            repository.put(Entity.Review.submitted(number * 10 + 1, number, null, "APPROVED", at.plusSeconds(90)));
            repository.put(Entity.ReviewComment.written(
                    number * 10 + 5, number, number * 10, AUTHOR, "here", at.plusSeconds(61)));
        } else {
            repository.put(Entity.Issue.opened(number, AUTHOR, "Wish " + number, null, at));
        }
        for (int comment = 0; comment < 3; comment++) {
            repository.put(Entity.IssueComment.written(
                    number * 10 + comment, number, AUTHOR, "said " + comment, at.plusSeconds(100L * comment)));
        }
    }
}
