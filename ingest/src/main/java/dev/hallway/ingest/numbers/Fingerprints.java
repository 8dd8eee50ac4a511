// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.numbers;

import dev.hallway.github.Account;
import dev.hallway.github.AccountType;
import dev.hallway.github.Comment;
import dev.hallway.github.Fingerprint;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Review;
import dev.hallway.github.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The content of items as short hashes, which cover everything except when they were changed and observed. */
public final class Fingerprints {

    private static final String GHOST = "ghost";

    private Fingerprints() {}

    /** Of an issue. */
    public static Fingerprint of(Issue issue) {
        Issue timeless = Issue.newBuilder(issue)
                .setUpdatedAt(Instant.EPOCH)
                .setObservedAt(Instant.EPOCH)
                .build();
        return fingerprint(issue.getNumber(), issue.getUpdatedAt(), timeless::toByteBuffer);
    }

    /** Of a pull request. */
    public static Fingerprint of(PullRequest pull) {
        PullRequest timeless = PullRequest.newBuilder(pull)
                .setUpdatedAt(Instant.EPOCH)
                .setObservedAt(Instant.EPOCH)
                .build();
        return fingerprint(pull.getNumber(), pull.getUpdatedAt(), timeless::toByteBuffer);
    }

    /** What REST's list shows of an issue, wherever the snapshot came from. */
    public static long contentOf(Issue issue) {
        Issue content = Issue.newBuilder(issue)
                .setAuthor(comparable(issue.getAuthor()))
                .setLabels(sorted(issue.getLabels()))
                .setUpdatedAt(Instant.EPOCH)
                .setObservedAt(Instant.EPOCH)
                .setSource(Source.UNKNOWN)
                .setDeleted(false)
                .build();
        return hash(content::toByteBuffer);
    }

    /** What REST's list shows of a pull request, wherever the snapshot came from. */
    public static long contentOf(PullRequest pull) {
        PullRequest content = PullRequest.newBuilder(pull)
                .setAuthor(comparable(pull.getAuthor()))
                .setLabels(sorted(pull.getLabels()))
                .setMergedBy(null)
                .setClosingReferences(null)
                .setReadyForReviewAt(null)
                .setUpdatedAt(Instant.EPOCH)
                .setObservedAt(Instant.EPOCH)
                .setSource(Source.UNKNOWN)
                .setDeleted(false)
                .build();
        return hash(content::toByteBuffer);
    }

    /** What GitHub shows of a comment. */
    public static long contentOf(Comment comment) {
        Comment content = Comment.newBuilder(comment)
                .setAuthor(comparable(comment.getAuthor()))
                .setUpdatedAt(Instant.EPOCH)
                .setObservedAt(Instant.EPOCH)
                .setSource(Source.UNKNOWN)
                .setDeleted(false)
                .build();
        return hash(content::toByteBuffer);
    }

    /** What GitHub shows of a review, by REST or by GraphQL. */
    public static long contentOf(Review review) {
        Review content = Review.newBuilder(review)
                .setAuthor(comparable(review.getAuthor()))
                .setObservedAt(Instant.EPOCH)
                .setSource(Source.UNKNOWN)
                .setDeleted(false)
                .build();
        return hash(content::toByteBuffer);
    }

    /** What only GraphQL shows of a pull request. */
    public static long answerOf(PullRequest pull) {
        String answer = pull.getClosingReferences() + " " + pull.getReadyForReviewAt();
        return hash(() -> ByteBuffer.wrap(answer.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Of the reviews of a pull request, in any order.
     *
     * @param count how many there are
     * @param states of those that were listed, by id
     */
    public static long ofReviews(long count, Map<Long, String> states) {
        String content = count + " " + new TreeMap<>(states);
        return hash(() -> ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8)));
    }

    /** REST and GraphQL differ in the login of some bots, and in whether they show a deleted account. */
    private static @Nullable Account comparable(@Nullable Account author) {
        if (author == null || author.getLogin().equalsIgnoreCase(GHOST)) {
            return null;
        }
        return author.getType() == AccountType.BOT
                ? Account.newBuilder(author).setLogin("").build()
                : author;
    }

    private static List<String> sorted(List<String> labels) {
        return labels.stream().sorted().toList();
    }

    private static Fingerprint fingerprint(long number, Instant updatedAt, Content content) {
        return new Fingerprint(number, updatedAt, hash(content), null);
    }

    private static long hash(Content content) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(content.bytes());
            return ByteBuffer.wrap(sha256.digest()).getLong();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256.", missing);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private interface Content {
        ByteBuffer bytes() throws IOException;
    }
}
