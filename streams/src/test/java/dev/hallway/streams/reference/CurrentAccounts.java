// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import dev.hallway.github.Account;
import dev.hallway.github.AccountType;
import dev.hallway.github.Comment;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Review;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** How every account looked when a repository last showed it: that is what it is in all it ever did there. */
final class CurrentAccounts {

    private static final Comparator<Sight> AGE = Comparator.comparing(Sight::day)
            .thenComparing(sight -> sight.account().getType() == AccountType.BOT)
            .thenComparing(sight -> sight.account().getLogin());

    private final Map<List<Object>, Sight> latest = new HashMap<>();

    static CurrentAccounts of(Collection<? extends SpecificRecord> snapshots) {
        CurrentAccounts accounts = new CurrentAccounts();
        for (SpecificRecord snapshot : snapshots) {
            if (snapshot instanceof Issue issue && !issue.getDeleted()) {
                accounts.see(issue.getRepository(), issue.getAuthor(), issue.getObservedAt());
            } else if (snapshot instanceof PullRequest pull && !pull.getDeleted()) {
                accounts.see(pull.getRepository(), pull.getAuthor(), pull.getObservedAt());
                accounts.see(pull.getRepository(), pull.getMergedBy(), pull.getObservedAt());
            } else if (snapshot instanceof Comment comment && tells(comment)) {
                accounts.see(comment.getRepository(), comment.getAuthor(), comment.getObservedAt());
            } else if (snapshot instanceof Review review && !review.getDeleted()) {
                accounts.see(review.getRepository(), review.getAuthor(), review.getObservedAt());
            }
        }
        return accounts;
    }

    private static boolean tells(Comment comment) {
        return !comment.getDeleted() && comment.getCreatedAt() != null;
    }

    Issue in(Issue issue) {
        return Issue.newBuilder(issue)
                .setAuthor(current(issue.getRepository(), issue.getAuthor()))
                .build();
    }

    PullRequest in(PullRequest pull) {
        return PullRequest.newBuilder(pull)
                .setAuthor(current(pull.getRepository(), pull.getAuthor()))
                .build();
    }

    @Nullable
    Account merger(PullRequest pull) {
        return current(pull.getRepository(), pull.getMergedBy());
    }

    Comment in(Comment comment) {
        return Comment.newBuilder(comment)
                .setAuthor(current(comment.getRepository(), comment.getAuthor()))
                .build();
    }

    Review in(Review review) {
        return Review.newBuilder(review)
                .setAuthor(current(review.getRepository(), review.getAuthor()))
                .build();
    }

    private void see(String repository, @Nullable Account account, Instant observedAt) {
        if (account != null && !Person.of(account).unknown()) {
            Sight sight = new Sight(account, observedAt.truncatedTo(ChronoUnit.DAYS));
            latest.merge(key(repository, account), sight, (a, b) -> AGE.compare(a, b) >= 0 ? a : b);
        }
    }

    private @Nullable Account current(String repository, @Nullable Account account) {
        Sight sight = account == null ? null : latest.get(key(repository, account));
        return sight == null ? account : sight.account();
    }

    private static List<Object> key(String repository, Account account) {
        return List.of(repository.toLowerCase(Locale.ROOT), account.getId());
    }

    private record Sight(Account account, Instant day) {}
}
