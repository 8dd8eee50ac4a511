// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.cycle;

import dev.hallway.contract.ItemKey;
import dev.hallway.contract.Topics;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.ingest.numbers.NumberBook;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the topics last said of items. Ingest keeps no copy of them: this reads topics from the beginning, and is only for
 * what is rare.
 */
final class LastKnown {

    private static final Comparator<Issue> ISSUE_AGE =
            Comparator.comparing(Issue::getUpdatedAt).thenComparing(Issue::getObservedAt);
    private static final Comparator<PullRequest> PULL_AGE =
            Comparator.comparing(PullRequest::getUpdatedAt).thenComparing(PullRequest::getObservedAt);

    private final KnownState known;

    LastKnown(KnownState known) {
        this.known = known;
    }

    /**
     * The last snapshots of items that GitHub no longer has, marked as deleted. They keep their time of change, so that the
     * item, should it come back, is newer by when it is seen.
     *
     * @param observedAt when GitHub no longer had them, by its own clock
     */
    List<Snapshot> deleted(String repository, Collection<Long> numbers, Instant observedAt) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        Set<String> keys = numbers.stream()
                .map(number -> new ItemKey(repository, number).toString())
                .collect(Collectors.toUnmodifiableSet());
        return deleted(keys::contains, observedAt);
    }

    /**
     * The same of everything in a repository.
     *
     * @param repository canonical name, in any case
     */
    List<Snapshot> allDeleted(String repository, Instant observedAt) {
        String prefix = repository.toLowerCase(Locale.ROOT) + "#";
        return deleted(key -> key.startsWith(prefix), observedAt);
    }

    private List<Snapshot> deleted(Predicate<String> keys, Instant observedAt) {
        Map<Long, Issue> issues = new HashMap<>();
        known.forEachCommitted(Topics.ISSUES, keys, issue -> issues.merge(issue.getNumber(), issue, LastKnown::later));
        Map<Long, PullRequest> pulls = new HashMap<>();
        known.forEachCommitted(
                Topics.PULL_REQUESTS, keys, pull -> pulls.merge(pull.getNumber(), pull, LastKnown::later));
        return Stream.concat(
                        issues.values().stream()
                                .filter(issue -> !issue.getDeleted())
                                .map(issue -> Snapshot.of(Issue.newBuilder(issue)
                                        .setDeleted(true)
                                        .setObservedAt(observedAt)
                                        .build())),
                        pulls.values().stream()
                                .filter(pull -> !pull.getDeleted())
                                .map(pull -> Snapshot.of(PullRequest.newBuilder(pull)
                                        .setDeleted(true)
                                        .setObservedAt(observedAt)
                                        .build())))
                .toList();
    }

    /** The book of a repository that was read before books were kept. */
    NumberBook numbers(String repository) {
        String prefix = repository.toLowerCase(Locale.ROOT) + "#";
        NumberBook book = new NumberBook(null);
        known.forEachCommitted(Topics.ISSUES, key -> key.startsWith(prefix), book::publish);
        known.forEachCommitted(Topics.PULL_REQUESTS, key -> key.startsWith(prefix), book::publish);
        return book;
    }

    private static Issue later(Issue one, Issue other) {
        return ISSUE_AGE.compare(one, other) > 0 ? one : other;
    }

    private static PullRequest later(PullRequest one, PullRequest other) {
        return PULL_AGE.compare(one, other) > 0 ? one : other;
    }
}
