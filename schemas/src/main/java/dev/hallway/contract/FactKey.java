// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

import dev.hallway.github.Comment;
import dev.hallway.github.CommentKind;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Review;
import dev.hallway.github.Source;
import java.util.Locale;

/**
 * The key of a snapshot of an issue, pull request, comment or review: which entity it is, and who told of it.
 *
 * <p>Kafka keeps the latest record of each key. What GitHub's REST API shows stands under the entity itself, such as
 * {@code owner/repo#12/comment/345}; what another source told stands beside it, such as
 * {@code owner/repo#12/comment/345|webhook}. So no source takes away what only another one tells, nor puts something older
 * in the place of something newer. Readers go by the latest of them all.
 *
 * @param item the issue or pull request that the entity is, or belongs to
 * @param entity what it is
 * @param id GitHub's id of a comment or review; 0 for an issue or pull request
 * @param source who told of it
 */
public record FactKey(ItemKey item, Entity entity, long id, Source source) {

    /** What a snapshot is of. */
    public enum Entity {
        /** The issue or pull request itself. */
        ITEM(""),
        ISSUE_COMMENT("/comment/"),
        REVIEW_COMMENT("/review-comment/"),
        REVIEW("/review/");

        private final String path;

        Entity(String path) {
            this.path = path;
        }
    }

    /** The key of a snapshot; throws {@link IllegalArgumentException} if it names no item. */
    public static FactKey of(Issue issue) {
        return new FactKey(new ItemKey(issue.getRepository(), issue.getNumber()), Entity.ITEM, 0, issue.getSource());
    }

    /** The key of a snapshot; throws {@link IllegalArgumentException} if it names no item. */
    public static FactKey of(PullRequest pull) {
        return new FactKey(new ItemKey(pull.getRepository(), pull.getNumber()), Entity.ITEM, 0, pull.getSource());
    }

    /** The key of a snapshot; throws {@link IllegalArgumentException} if it names no item. */
    public static FactKey of(Comment comment) {
        return new FactKey(
                new ItemKey(comment.getRepository(), comment.getNumber()),
                comment.getKind() == CommentKind.REVIEW_COMMENT ? Entity.REVIEW_COMMENT : Entity.ISSUE_COMMENT,
                comment.getId(),
                comment.getSource());
    }

    /** The key of a snapshot; throws {@link IllegalArgumentException} if it names no item. */
    public static FactKey of(Review review) {
        return new FactKey(
                new ItemKey(review.getRepository(), review.getNumber()),
                Entity.REVIEW,
                review.getId(),
                review.getSource());
    }

    /** The part of a record key that names the issue or pull request: {@code owner/repo#number}; any other key whole. */
    public static String itemOf(String key) {
        int hash = key.indexOf('#');
        if (hash < 0) {
            return key;
        }
        int end = hash + 1;
        while (end < key.length() && key.charAt(end) != '/' && key.charAt(end) != '|') {
            end++;
        }
        return key.substring(0, end);
    }

    /** The record key. */
    @Override
    public String toString() {
        String named = entity == Entity.ITEM ? item.toString() : item + entity.path + id;
        return source == Source.REST ? named : named + "|" + source.name().toLowerCase(Locale.ROOT);
    }
}
