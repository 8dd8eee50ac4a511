// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import dev.hallway.github.Account;
import dev.hallway.github.AccountType;
import dev.hallway.streams.reference.Community.Snapshot;
import dev.hallway.streams.reference.CommunityGenerator.CommentPlan;
import dev.hallway.streams.reference.CommunityGenerator.Ending;
import dev.hallway.streams.reference.CommunityGenerator.Guise;
import dev.hallway.streams.reference.CommunityGenerator.ItemPlan;
import dev.hallway.streams.reference.CommunityGenerator.ItemVersion;
import dev.hallway.streams.reference.CommunityGenerator.Mention;
import dev.hallway.streams.reference.CommunityGenerator.NamesVersion;
import dev.hallway.streams.reference.CommunityGenerator.ReviewPlan;
import dev.hallway.streams.reference.CommunityGenerator.ReviewVersion;
import dev.hallway.streams.reference.CommunityGenerator.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Turns what was drawn into facts that fit together: items get consecutive numbers in their repository, what was drawn
 * too large wraps around, and no two snapshots of an entity have the same version.
 */
final class CommunityLayout {

    static final List<Account> PEOPLE =
            List.of(Facts.ALICE, Facts.BOB, Facts.CAROL, Facts.user(4, "dora"), Facts.ROBOT);

    /** Only the first three may hold items; what the others were, if anything, the descriptions say. */
    private static final List<String> REPOSITORIES =
            List.of("Acme/App", "acme/docs", "Other/Samples", "else/where", "Old/App", "older/docs");

    /** Snapshots are taken long after everything happened. */
    private static final Instant WATCHED = Instant.parse("2021-03-01T00:00:00Z");

    private final int repositories;
    private final List<ItemPlan> items;
    private final List<ReviewPlan> reviews;
    private final List<CommentPlan> comments;
    private final List<NamesVersion> names;
    private final List<Snapshot> snapshots = new ArrayList<>();

    CommunityLayout(
            int repositories,
            List<ItemPlan> items,
            List<ReviewPlan> reviews,
            List<CommentPlan> comments,
            List<NamesVersion> names) {
        this.repositories = repositories;
        this.items = items;
        this.reviews = reviews;
        this.comments = comments;
        this.names = names;
    }

    Community community() {
        for (int item = 0; item < items.size(); item++) {
            addItem(item);
        }
        for (int review = 0; review < reviews.size(); review++) {
            addReview(review);
        }
        for (int comment = 0; comment < comments.size(); comment++) {
            addComment(comment);
        }
        for (int version = 0; version < names.size(); version++) {
            addNames(version);
        }
        return new Community(List.copyOf(snapshots));
    }

    private void addItem(int index) {
        ItemPlan plan = items.get(index);
        for (int version = 0; version < plan.versions().size(); version++) {
            ItemVersion item = plan.versions().get(version);
            if (plan.pullRequest()) {
                add(pullRequest(index, item), plan.person(), plan.moment(), item.version(), version);
            } else {
                add(issue(index, item), plan.person(), plan.moment(), item.version(), version);
            }
        }
    }

    private IssueFact issue(int index, ItemVersion item) {
        return Facts.issue(repository(index), number(index))
                .title(text(item.title()))
                .body(text(item.body()))
                .closedAt(endedAt(item.ending(), items.get(index).moment()));
    }

    private PullRequestFact pullRequest(int index, ItemVersion item) {
        @Nullable Instant ended = endedAt(item.ending(), items.get(index).moment());
        @Nullable
        List<String> closing = item.closedByGitHub().known()
                ? item.closedByGitHub().references().stream()
                        .map(CommunityLayout::name)
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList()
                : null;
        return Facts.pullRequest(repository(index), number(index))
                .title(text(item.title()))
                .body(text(item.body()))
                .closedAt(ended)
                .mergedAt(item.ending().merged() ? ended : null)
                .draft(item.closedByGitHub().readyMoment() == 1)
                .into(item.base())
                .closingReferences(closing)
                .mergedBy(
                        closing == null
                                ? null
                                : PEOPLE.get(item.closedByGitHub().merger()))
                .readyAt(closing == null ? null : readyAt(item));
    }

    private static @Nullable Instant readyAt(ItemVersion item) {
        int moment = item.closedByGitHub().readyMoment();
        return moment == 0 ? null : CommunityGenerator.MOMENTS.get(moment);
    }

    private void addReview(int index) {
        ReviewPlan plan = reviews.get(index);
        int item = pullRequestNear(plan.item());
        for (int version = 0; item >= 0 && version < plan.versions().size(); version++) {
            ReviewVersion review = plan.versions().get(version);
            ReviewFact fact = Facts.review(repository(item), number(item), index + 1)
                    .state(review.state())
                    .body(review.body());
            add(fact, plan.person(), plan.moment(), review.version(), version);
        }
    }

    private void addComment(int index) {
        CommentPlan plan = comments.get(index);
        int item = plan.onCode() ? pullRequestNear(plan.item()) : plan.item() % items.size();
        for (int version = 0; item >= 0 && version < plan.versions().size(); version++) {
            CommentFact fact = comment(plan, item, index + 1);
            if (version > 0 && plan.versions().get(version).deleted()) {
                fact.deletedWithoutTrace();
            }
            add(fact, plan.person(), plan.moment(), plan.versions().get(version), version);
        }
    }

    private CommentFact comment(CommentPlan plan, int item, long id) {
        if (plan.onCode()) {
            // Some come without a review, some with one that is never seen.
            @Nullable Long review = plan.review() == 0 ? null : (long) plan.review();
            return Facts.reviewComment(repository(item), number(item), id).of(review);
        }
        CommentFact comment = Facts.comment(repository(item), number(item), id);
        return items.get(item).pullRequest() ? comment.onPullRequest() : comment;
    }

    private void addNames(int index) {
        NamesVersion version = names.get(index);
        RepositoryFact fact = Facts.repository(REPOSITORIES.get(version.repository()), version.repository() + 1)
                .formerly(version.former().stream()
                        .map(REPOSITORIES::get)
                        .distinct()
                        .toList())
                .defaultBranch(version.defaultBranch())
                .deleted(version.deleted())
                .observedAt(WATCHED.plusSeconds(index));
        snapshots.add(new Snapshot(fact.key(), fact.build()));
    }

    private void add(Fact<?, ?> fact, int person, int moment, Version version, int order) {
        fact.by(account(PEOPLE.get(person), version.guise()))
                .as(version.association())
                .at(CommunityGenerator.MOMENTS.get(moment))
                .updatedAt(WATCHED.plusSeconds(version.updatedAfter()))
                .observedAt(WATCHED.plus(Duration.ofHours(order)).plusSeconds(60))
                .deleted(version.deleted());
        snapshots.add(new Snapshot(fact.key(), fact.build()));
    }

    /** The first pull request from an item on, around the end; -1 if there is none. */
    private int pullRequestNear(int wanted) {
        for (int step = 0; step < items.size(); step++) {
            int candidate = (wanted + step) % items.size();
            if (items.get(candidate).pullRequest()) {
                return candidate;
            }
        }
        return -1;
    }

    private String repository(int item) {
        return REPOSITORIES.get(items.get(item).repository() % repositories);
    }

    private int number(int item) {
        int number = 0;
        for (int before = 0; before <= item; before++) {
            number += repository(before).equals(repository(item)) ? 1 : 0;
        }
        return number;
    }

    private static @Nullable Instant endedAt(Ending ending, int openedMoment) {
        boolean ended = ending.closed() && ending.moment() >= openedMoment;
        return ended ? CommunityGenerator.MOMENTS.get(ending.moment()) : null;
    }

    private static String text(List<Mention> mentions) {
        return mentions.stream()
                .map(mention -> String.format(Locale.ROOT, mention.form(), name(mention)))
                .collect(Collectors.joining(" "));
    }

    private static String name(Mention mention) {
        return REPOSITORIES.get(mention.repository()) + "#" + mention.number();
    }

    private static @Nullable Account account(Account person, Guise guise) {
        return switch (guise) {
            case AS_IS -> person;
            case RENAMED -> new Account(person.getId(), person.getLogin() + "-renamed", person.getType());
            case MISSING -> null;
            case GHOST -> Facts.GHOST;
            case BOT_BY_TYPE -> new Account(person.getId(), person.getLogin(), AccountType.BOT);
            case BOT_BY_LOGIN -> new Account(person.getId(), person.getLogin() + "[bot]", AccountType.USER);
        };
    }
}
