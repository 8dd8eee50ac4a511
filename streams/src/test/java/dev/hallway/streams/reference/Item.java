// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import dev.hallway.contract.ItemKey;
import dev.hallway.github.AuthorAssociation;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An issue or a pull request, as far as the tables treat them alike. */
record Item(
        String repository,
        long number,
        String kind,
        Person author,
        AuthorAssociation association,
        Instant opened,
        @Nullable Instant closed,
        @Nullable Instant merged,
        Maintainers maintainers) {

    static final String ISSUE = "issue";
    static final String PULL_REQUEST = "pull_request";

    /** Every item, by repository and number. */
    static List<Item> all(FinalFacts facts) {
        List<Item> items = new ArrayList<>();
        Maintainers maintainers = Maintainers.of(facts);
        facts.issues().forEach(issue -> items.add(of(issue, maintainers)));
        facts.pullRequests().forEach(pullRequest -> items.add(of(pullRequest, maintainers)));
        items.sort(Comparator.comparing((Item item) -> item.key().repository()).thenComparing(Item::number));
        return items;
    }

    static Item of(Issue issue, Maintainers maintainers) {
        return new Item(
                issue.getRepository(),
                issue.getNumber(),
                ISSUE,
                Person.of(issue.getAuthor()),
                issue.getAuthorAssociation(),
                issue.getCreatedAt(),
                issue.getClosedAt(),
                null,
                maintainers);
    }

    static Item of(PullRequest pullRequest, Maintainers maintainers) {
        return new Item(
                pullRequest.getRepository(),
                pullRequest.getNumber(),
                PULL_REQUEST,
                Person.of(pullRequest.getAuthor()),
                pullRequest.getAuthorAssociation(),
                pullRequest.getCreatedAt(),
                pullRequest.getClosedAt(),
                pullRequest.getMergedAt(),
                maintainers);
    }

    ItemKey key() {
        return new ItemKey(repository, number);
    }

    boolean isIssue() {
        return kind.equals(ISSUE);
    }

    /** Whether the author was a maintainer when opening it. */
    boolean byMaintainer() {
        return isMaintainers(opened);
    }

    /** Whether what the author contributed with it at that moment is a maintainer's. */
    boolean isMaintainers(Instant at) {
        return maintainers.isMaintainers(key(), author, association, at);
    }

    /** When it stopped being open: a merge closes. */
    @Nullable
    Instant ended() {
        return closed == null ? merged : closed;
    }
}
