// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.store;

import dev.hallway.contract.ItemKey;
import dev.hallway.streams.read.CountedContribution;
import dev.hallway.streams.state.KeyReader;
import dev.hallway.streams.state.KeyWriter;
import dev.hallway.streams.state.StoreKey;
import dev.hallway.streams.week.IsoWeek;
import java.time.Instant;

/** The keys of the tables; repositories are {@code owner/repo} in lower case. */
public sealed interface CommunityKey extends StoreKey {

    /** A repository, and the beginning of all keys of one. */
    record OfRepository(String repository) implements CommunityKey {
        static OfRepository read(KeyReader reader) {
            return new OfRepository(reader.text());
        }

        @Override
        public void writeTo(KeyWriter writer) {
            writer.text(repository);
        }
    }

    /** An issue or pull request, and the beginning of the keys of all that was written in one. */
    record OfItem(String repository, long number) implements CommunityKey {

        /** Of an item's record key. */
        public static OfItem of(ItemKey item) {
            return new OfItem(item.repository(), item.number());
        }

        static OfItem read(KeyReader reader) {
            return new OfItem(reader.text(), reader.int64());
        }

        @Override
        public void writeTo(KeyWriter writer) {
            writer.text(repository).int64(number);
        }
    }

    /**
     * An issue comment, review or review comment: reviews of an item first, so that a scan knows a review before its
     * comments.
     *
     * @param kind which of the three
     * @param review id of the review a review comment came with; 0 for everything else
     * @param id GitHub's id
     */
    record OfComment(String repository, long number, CountedContribution.Kind kind, long review, long id)
            implements CommunityKey {

        private static final CountedContribution.Kind[] ORDER = {
            CountedContribution.Kind.REVIEW,
            CountedContribution.Kind.REVIEW_COMMENT,
            CountedContribution.Kind.ISSUE_COMMENT
        };

        /** A review. */
        public static OfComment review(String repository, long number, long id) {
            return new OfComment(repository, number, CountedContribution.Kind.REVIEW, 0, id);
        }

        static OfComment read(KeyReader reader) {
            return new OfComment(reader.text(), reader.int64(), ORDER[reader.octet()], reader.int64(), reader.int64());
        }

        @Override
        public void writeTo(KeyWriter writer) {
            new OfReview(repository, number, kind, review).writeTo(writer);
            writer.int64(id);
        }

        private static int place(CountedContribution.Kind kind) {
            return switch (kind) {
                case REVIEW -> 0;
                case REVIEW_COMMENT -> 1;
                case ISSUE_COMMENT -> 2;
                case ISSUE_OPENED, PULL_REQUEST_OPENED, PULL_REQUEST_MERGED ->
                    throw new IllegalArgumentException(kind + " is no comment");
            };
        }

        /** The beginning of the keys of the comments that came with one review. */
        public record OfReview(String repository, long number, CountedContribution.Kind kind, long review)
                implements StoreKey {
            @Override
            public void writeTo(KeyWriter writer) {
                writer.text(repository).int64(number).octet(place(kind)).int64(review);
            }
        }
    }

    /** A week, and the beginning of the keys of all that happened in one. */
    record OfWeek(String repository, IsoWeek week) implements CommunityKey {
        static OfWeek read(KeyReader reader) {
            return new OfWeek(reader.text(), new IsoWeek(reader.int32()));
        }

        @Override
        public void writeTo(KeyWriter writer) {
            writer.text(repository).int32(week.ordinal());
        }
    }

    /**
     * Something that happened in a week.
     *
     * @param number number of the item; 0 for what concerns an account
     * @param kind what happened
     * @param id GitHub's id of the comment or review, or of the account; the item's number for items
     */
    record OfEvent(String repository, IsoWeek week, long number, WeekEvent.Kind kind, long id) implements CommunityKey {

        private static final WeekEvent.Kind[] KINDS = WeekEvent.Kind.values();

        /** An account may no longer have contributed in the week: to be looked at when the week is derived. */
        public static OfEvent withdrawn(String repository, IsoWeek week, long account) {
            return new OfEvent(repository, week, 0, WeekEvent.Kind.WITHDRAWN, account);
        }

        static OfEvent read(KeyReader reader) {
            return new OfEvent(
                    reader.text(), new IsoWeek(reader.int32()), reader.int64(), KINDS[reader.octet()], reader.int64());
        }

        @Override
        public void writeTo(KeyWriter writer) {
            writer.text(repository)
                    .int32(week.ordinal())
                    .int64(number)
                    .octet(kind.ordinal())
                    .int64(id);
        }
    }

    /**
     * A reference from a pull request to an item.
     *
     * @param repository of the item referred to
     * @param number of the item referred to
     * @param source the pull request
     */
    record OfLink(String repository, long number, ItemKey source) implements CommunityKey {

        /** From one item to another. */
        public static OfLink between(ItemKey source, ItemKey target) {
            return new OfLink(target.repository(), target.number(), source);
        }

        static OfLink read(KeyReader reader) {
            return new OfLink(reader.text(), reader.int64(), new ItemKey(reader.text(), reader.int64()));
        }

        @Override
        public void writeTo(KeyWriter writer) {
            writer.text(repository).int64(number).text(source.repository()).int64(source.number());
        }
    }

    /** An account that contributed to a repository. */
    record OfAccount(String repository, long account) implements CommunityKey {
        static OfAccount read(KeyReader reader) {
            return new OfAccount(reader.text(), reader.int64());
        }

        @Override
        public void writeTo(KeyWriter writer) {
            writer.text(repository).int64(account);
        }
    }

    /**
     * An account of somebody in the people registry.
     *
     * @param person who: a negative number
     */
    record OfMember(String repository, long person, long account) implements CommunityKey {
        static OfMember read(KeyReader reader) {
            return new OfMember(reader.text(), reader.int64(), reader.int64());
        }

        @Override
        public void writeTo(KeyWriter writer) {
            new OfPerson(repository, person).writeTo(writer);
            writer.int64(account);
        }
    }

    /** The beginning of the keys of the accounts of somebody in the people registry. */
    record OfPerson(String repository, long person) implements CommunityKey {
        @Override
        public void writeTo(KeyWriter writer) {
            writer.text(repository).int64(person);
        }
    }

    /** The whole of a task. */
    record OfTask() implements CommunityKey {
        static OfTask read(KeyReader reader) {
            return new OfTask();
        }

        @Override
        public void writeTo(KeyWriter writer) {
            // There is one.
        }
    }

    /**
     * A merge of a pull request by an account: the first of an account stands first.
     *
     * @param at when, UTC
     * @param number the pull request
     */
    record OfMerge(String repository, long account, Instant at, long number) implements CommunityKey {
        static OfMerge read(KeyReader reader) {
            return new OfMerge(reader.text(), reader.int64(), Instant.ofEpochMilli(reader.int64()), reader.int64());
        }

        @Override
        public void writeTo(KeyWriter writer) {
            writer.text(repository).int64(account).int64(at.toEpochMilli()).int64(number);
        }
    }

    /**
     * A repository that claims a name.
     *
     * @param name {@code owner/repo} in lower case
     * @param claimant present name of the repository that bears or bore it
     */
    record OfName(String name, String claimant) implements CommunityKey {
        static OfName read(KeyReader reader) {
            return new OfName(reader.text(), reader.text());
        }

        @Override
        public void writeTo(KeyWriter writer) {
            writer.text(name).text(claimant);
        }
    }

    /**
     * A pull request that uses the name of another repository.
     *
     * @param name {@code owner/repo} in lower case
     * @param pullRequest who uses it
     */
    record OfNameUse(String name, ItemKey pullRequest) implements CommunityKey {
        static OfNameUse read(KeyReader reader) {
            return new OfNameUse(reader.text(), new ItemKey(reader.text(), reader.int64()));
        }

        @Override
        public void writeTo(KeyWriter writer) {
            writer.text(name).text(pullRequest.repository()).int64(pullRequest.number());
        }
    }
}
