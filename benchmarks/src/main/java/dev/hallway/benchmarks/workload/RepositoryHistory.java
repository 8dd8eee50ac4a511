// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.workload;

import dev.hallway.contract.FactKey;
import dev.hallway.contract.Topics;
import dev.hallway.github.Comment;
import dev.hallway.github.CommentKind;
import dev.hallway.github.Repository;
import dev.hallway.github.Review;
import dev.hallway.github.ReviewState;
import dev.hallway.github.Source;
import dev.hallway.github.SubjectKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** What happens in one repository, one event after the other, roughly by time. */
final class RepositoryHistory {

    private static final Duration LATEST = Duration.ofHours(6);
    private static final int ITEMS_REMEMBERED = 64;
    private static final int COMMENTS_REMEMBERED = 8;
    private static final long IDS_A_REPOSITORY = 100_000_000;

    private static final ReviewState[] VERDICTS = {
        ReviewState.APPROVED, ReviewState.APPROVED, ReviewState.COMMENTED, ReviewState.CHANGES_REQUESTED
    };

    private final RepositoryName name;
    private final Span span;
    private final int events;
    private final SplittableRandom random;
    private final Recent<String> issuesAnywhere;
    private final GeneratedCounts counts;
    private final Contributors people;
    private final Recent<Item> items = new Recent<>(ITEMS_REMEMBERED);
    private final Recent<GeneratedEvent<Comment>> comments = new Recent<>(COMMENTS_REMEMBERED);
    private int emitted;
    private long lastNumber;
    private long lastId;

    RepositoryHistory(
            RepositoryName name,
            Span span,
            int events,
            SplittableRandom random,
            Recent<String> issuesAnywhere,
            GeneratedCounts counts) {
        this.name = name;
        this.span = span;
        this.events = events;
        this.random = random;
        this.issuesAnywhere = issuesAnywhere;
        this.counts = counts;
        people = new Contributors(name.rank(), events);
        lastId = (name.rank() + 1) * IDS_A_REPOSITORY;
    }

    boolean isOver() {
        return emitted == events;
    }

    /** The next event; the first and the last are snapshots of the repository, the second opens its first issue. */
    GeneratedEvent<?> next() {
        int step = emitted++;
        Instant now = span.at(step, events);
        if (step == 0 || step == events - 1) {
            return repository(now, step == 0 ? null : now);
        }
        return step == 1 ? open(false, now) : happen(Activity.next(random), now);
    }

    private GeneratedEvent<?> happen(Activity activity, Instant now) {
        Optional<? extends GeneratedEvent<?>> event =
                switch (activity) {
                    case OPEN_ISSUE -> Optional.of(open(false, now));
                    case OPEN_PULL_REQUEST -> Optional.of(open(true, now));
                    case COMMENT -> items.any(random, item -> true).map(item -> comment(item, now));
                    case REVIEW -> items.any(random, Item::isPullRequest).map(item -> review(item, now));
                    case COMMENT_IN_REVIEW ->
                        items.any(random, item -> item.lastReview() > 0).map(item -> comment(item, now));
                    case CLOSE_ISSUE -> closed(false, false, now);
                    case MERGE -> closed(true, true, now);
                    case CLOSE_PULL_REQUEST -> closed(true, false, now);
                    case REOPEN ->
                        items.any(random, item -> item.closedAt() != null && !item.merged())
                                .map(item -> changed(item, item.reopened(), now));
                    case EDIT_ITEM -> items.any(random, item -> true).map(item -> changed(item, item.edited(), now));
                    case EDIT_COMMENT -> comments.any(random, comment -> true).map(comment -> edited(comment, now));
                    case DELETE_COMMENT ->
                        comments.any(random, comment -> !comment.value().getDeleted())
                                .map(comment -> deleted(comment, now));
                };
        // An activity without a matching item becomes a new issue.
        return event.isPresent() ? event.get() : open(false, now);
    }

    private GeneratedEvent<?> open(boolean isPullRequest, Instant now) {
        Item item = Item.opened(
                isPullRequest,
                ++lastNumber,
                random.nextLong(),
                people.anyone(random),
                now,
                isPullRequest ? reference() : "");
        items.remember(item, random);
        if (isPullRequest) {
            counts.pullRequestOpened();
        } else {
            issuesAnywhere.remember(item.key(name), random);
            counts.issueOpened();
        }
        return item.snapshot(name, people, now);
    }

    private String reference() {
        int kind = random.nextInt(100);
        Optional<String> here = items.any(random, item -> !item.isPullRequest()).map(item -> "#" + item.number());
        Optional<String> elsewhere = issuesAnywhere.any(random, issue -> true);
        if (kind < 35) {
            return here.map(issue -> "Fixes " + issue).orElse("");
        }
        if (kind < 38) {
            return elsewhere.map(issue -> "Closes " + issue).orElse("");
        }
        if (kind < 50) {
            return here.map(issue -> "See also " + issue).orElse("");
        }
        return "";
    }

    private Optional<GeneratedEvent<?>> closed(boolean isPullRequest, boolean byMerge, Instant now) {
        return items.any(random, item -> item.isPullRequest() == isPullRequest && item.closedAt() == null)
                .map(item -> changed(item, item.closed(now, byMerge), now));
    }

    private GeneratedEvent<?> changed(Item before, Item after, Instant now) {
        items.replace(before, after);
        return after.snapshot(name, people, now);
    }

    private GeneratedEvent<Review> review(Item item, Instant now) {
        int author = people.anyone(random);
        Review review = Review.newBuilder()
                .setRepository(name.name())
                .setNumber(item.number())
                .setId(++lastId)
                .setAuthor(people.account(author))
                .setAuthorAssociation(people.association(author))
                .setState(VERDICTS[random.nextInt(VERDICTS.length)])
                .setBody(random.nextInt(3) == 0 ? GeneratedTexts.body(random.nextLong()) : null)
                .setSubmittedAt(now)
                .setSource(Source.REST)
                .setObservedAt(now)
                .build();
        items.replace(item, item.reviewed(lastId));
        return new GeneratedEvent<>(Topics.REVIEWS, FactKey.of(review).toString(), review, now);
    }

    private GeneratedEvent<Comment> comment(Item item, Instant now) {
        int author = people.anyone(random);
        boolean inReview = item.lastReview() > 0 && random.nextBoolean();
        Instant said = now.minusSeconds(random.nextLong(LATEST.toSeconds()));
        Instant at = said.isBefore(item.createdAt()) ? item.createdAt() : said;
        Comment comment = Comment.newBuilder()
                .setRepository(name.name())
                .setNumber(item.number())
                .setId(++lastId)
                .setKind(inReview ? CommentKind.REVIEW_COMMENT : CommentKind.ISSUE_COMMENT)
                .setSubject(item.isPullRequest() ? SubjectKind.PULL_REQUEST : SubjectKind.ISSUE)
                .setReviewId(inReview ? item.lastReview() : null)
                .setAuthor(people.account(author))
                .setAuthorAssociation(people.association(author))
                .setBody(GeneratedTexts.body(random.nextLong()))
                .setCreatedAt(at)
                .setUpdatedAt(at)
                .setSource(Source.REST)
                .setObservedAt(now)
                .build();
        GeneratedEvent<Comment> event =
                new GeneratedEvent<>(Topics.COMMENTS, FactKey.of(comment).toString(), comment, at);
        comments.remember(event, random);
        return event;
    }

    private GeneratedEvent<Comment> edited(GeneratedEvent<Comment> known, Instant now) {
        return again(
                known,
                Comment.newBuilder(known.value())
                        .setBody(GeneratedTexts.body(random.nextLong()))
                        .setUpdatedAt(now)
                        .setObservedAt(now)
                        .build(),
                now);
    }

    private GeneratedEvent<Comment> deleted(GeneratedEvent<Comment> known, Instant now) {
        return again(
                known,
                Comment.newBuilder(known.value())
                        .setDeleted(true)
                        .setUpdatedAt(now)
                        .setObservedAt(now)
                        .build(),
                now);
    }

    private GeneratedEvent<Comment> again(GeneratedEvent<Comment> known, Comment snapshot, Instant now) {
        GeneratedEvent<Comment> event = new GeneratedEvent<>(known.topic(), known.key(), snapshot, now);
        comments.replace(known, event);
        return event;
    }

    private GeneratedEvent<Repository> repository(Instant now, @Nullable Instant syncedAt) {
        Repository repository = Repository.newBuilder()
                .setId(name.id())
                .setFullName(name.name())
                .setHtmlUrl(name.url())
                .setDefaultBranch("main")
                .setCreatedAt(span.start())
                .setHistoryComplete(syncedAt != null)
                .setSyncedAt(syncedAt)
                .setSource(Source.REST)
                .setObservedAt(now)
                .build();
        return new GeneratedEvent<>(Topics.REPOSITORIES, name.key(), repository, now);
    }
}
