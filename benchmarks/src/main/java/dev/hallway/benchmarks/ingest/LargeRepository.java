// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.ingest;

import dev.hallway.simulator.Account;
import dev.hallway.simulator.Entity;
import dev.hallway.simulator.RepositoryProfile;
import dev.hallway.simulator.SimulatedCommunity;
import dev.hallway.simulator.SimulatedRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * One very large repository.
 *
 * @param items issues and pull requests together; three of ten are pull requests, each with a review
 * @param comments comments of all items together; one in six is a review comment
 * @param seed equal seeds make equal repositories
 */
public record LargeRepository(int items, int comments, long seed) {

    static final String NAME = "example/large";

    private static final Instant START = Instant.parse("2015-01-05T00:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(97);
    private static final int PEOPLE = 2_000;
    private static final long FIRST_REVIEW = 10_000_000;
    private static final long FIRST_REVIEW_COMMENT = 20_000_000;
    private static final long FIRST_ISSUE_COMMENT = 30_000_000;
    private static final List<String> WORDS = List.of(
            "release",
            "the",
            "secret",
            "store",
            "fails",
            "when",
            "a",
            "token",
            "expires",
            "and",
            "retries",
            "should",
            "component",
            "not",
            "reconnect",
            "because",
            "of",
            "stale",
            "state",
            "in",
            "cluster",
            "`code`",
            "**bold**");

    /** The names of the given number of repositories on one GitHub. */
    public static List<String> names(int repositories) {
        return IntStream.rangeClosed(1, repositories)
                .mapToObj(id -> id == 1 ? NAME : NAME + "-" + id)
                .toList();
    }

    /** GitHub's id of the repository with that place among the names, from 0 on. */
    public static long id(int index) {
        return index + 1L;
    }

    /** Whether an item is a pull request. */
    public static boolean isPull(int number) {
        return number % 10 < 3;
    }

    /** The given number of repositories of this size on a GitHub of their own. */
    SimulatedCommunity community(int repositories) {
        SimulatedCommunity community = new SimulatedCommunity();
        List<String> names = names(repositories);
        for (int index = 0; index < repositories; index++) {
            fill(community.create(new RepositoryProfile(id(index), names.get(index), "main", START)));
        }
        return community;
    }

    private void fill(SimulatedRepository repository) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int number = 1; number <= items; number++) {
            addItem(repository, random, number);
        }
        for (int index = 0; index < comments; index++) {
            addComment(repository, random, index);
        }
    }

    private void addItem(SimulatedRepository repository, SplittableRandom random, int number) {
        Instant opened = openedAt(number);
        if (isPull(number)) {
            Entity.PullRequest pull =
                    Entity.PullRequest.opened(number, somebody(random), text(random, 8), text(random, 80), opened);
            Instant closed = opened.plus(Duration.ofHours(random.nextInt(1, 400)));
            repository.put(random.nextInt(4) == 0 ? pull.closed(closed) : pull.merged(closed));
            repository.put(Entity.Review.submitted(
                    FIRST_REVIEW + number, number, somebody(random), "APPROVED", opened.plusSeconds(3_600)));
        } else {
            Entity.Issue issue =
                    Entity.Issue.opened(number, somebody(random), text(random, 8), text(random, 120), opened);
            Instant closed = opened.plus(Duration.ofHours(random.nextInt(1, 4_000)));
            repository.put(random.nextInt(5) == 0 ? issue : issue.closed(closed, "completed"));
        }
    }

    private void addComment(SimulatedRepository repository, SplittableRandom random, int index) {
        int number = random.nextInt(1, items + 1);
        Instant at = openedAt(number).plusSeconds(random.nextInt(60, 2_000_000));
        if (index % 6 == 0 && isPull(number)) {
            repository.put(Entity.ReviewComment.written(
                    FIRST_REVIEW_COMMENT + index,
                    number,
                    FIRST_REVIEW + number,
                    somebody(random),
                    text(random, 30),
                    at));
        } else {
            repository.put(Entity.IssueComment.written(
                    FIRST_ISSUE_COMMENT + index, number, somebody(random), text(random, 60), at));
        }
    }

    private static Instant openedAt(int number) {
        return START.plus(STEP.multipliedBy(number));
    }

    private static Account somebody(SplittableRandom random) {
        int id = 1 + random.nextInt(random.nextInt(1, PEOPLE));
        return Account.person(id, "person-" + id);
    }

    private static String text(SplittableRandom random, int words) {
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < words; word++) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        return text.toString();
    }
}
