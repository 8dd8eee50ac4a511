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
        @Nullable Instant merged) {

    static final String ISSUE = "issue";
    static final String PULL_REQUEST = "pull_request";

    /** Every item, by repository and number. */
    static List<Item> all(FinalFacts facts) {
        List<Item> items = new ArrayList<>();
        facts.issues().forEach(issue -> items.add(of(issue)));
        facts.pullRequests().forEach(pullRequest -> items.add(of(pullRequest)));
        items.sort(Comparator.comparing((Item item) -> item.key().repository()).thenComparing(Item::number));
        return items;
    }

    static Item of(Issue issue) {
        return new Item(
                issue.getRepository(),
                issue.getNumber(),
                ISSUE,
                Person.of(issue.getAuthor()),
                issue.getAuthorAssociation(),
                issue.getCreatedAt(),
                issue.getClosedAt(),
                null);
    }

    static Item of(PullRequest pullRequest) {
        return new Item(
                pullRequest.getRepository(),
                pullRequest.getNumber(),
                PULL_REQUEST,
                Person.of(pullRequest.getAuthor()),
                pullRequest.getAuthorAssociation(),
                pullRequest.getCreatedAt(),
                pullRequest.getClosedAt(),
                pullRequest.getMergedAt());
    }

    ItemKey key() {
        return new ItemKey(repository, number);
    }

    boolean isIssue() {
        return kind.equals(ISSUE);
    }

    boolean byMaintainer() {
        return Facts.isMaintainer(association);
    }

    /** When it stopped being open: a merge closes. */
    @Nullable
    Instant ended() {
        return closed == null ? merged : closed;
    }
}
