// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.query;

import dev.hallway.streams.fact.CommentSnapshot;
import dev.hallway.streams.fact.ItemSnapshot;
import dev.hallway.streams.people.Classification;
import dev.hallway.streams.people.Participant;
import dev.hallway.streams.read.CountedContribution;
import dev.hallway.streams.read.LastWord;
import dev.hallway.streams.state.Scan;
import dev.hallway.streams.state.TableReader;
import dev.hallway.streams.state.TableReader.Row;
import dev.hallway.streams.store.CommunityKey.OfComment;
import dev.hallway.streams.store.CommunityKey.OfItem;
import dev.hallway.streams.store.CommunityTables;
import dev.hallway.streams.store.ItemRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds who spoke last in an item, from all that was written in it.
 *
 * <p>Nothing of it is kept: it is asked of open pull requests only, and they are few.
 */
final class LastWords {

    private static final Comparator<Word> IN_ORDER = Comparator.comparing(Word::at)
            .thenComparing(Word::kind, Comparator.comparingInt(LastWords::rank))
            .thenComparing(Word::id);

    private final TableReader tables;
    private final Classification classification;
    private final KnownAccounts accounts;
    private final String repository;

    LastWords(TableReader tables, Classification classification, String repository) {
        this.tables = tables;
        this.classification = classification;
        this.repository = repository;
        accounts = new KnownAccounts(tables, repository);
    }

    /** Before a moment; empty if there is no such item, or if it was opened later. */
    Optional<LastWord> of(long number, Instant before) {
        OfItem key = new OfItem(repository, number);
        ItemRow row = tables.get(CommunityTables.ITEMS, key);
        if (row == null
                || row.snapshot().deleted()
                || !row.snapshot().openedAt().isBefore(before)) {
            return Optional.empty();
        }
        ItemSnapshot item = row.snapshot();
        Participant author = classification.participant(
                accounts.known(item.author()), repository, item.association(), item.openedAt());
        return Optional.of(last(item.openedAt(), words(key, author, before)));
    }

    /** What humans wrote, in order. */
    private List<Word> words(OfItem key, Participant author, Instant before) {
        List<Word> words = new ArrayList<>();
        Map<Long, CommentSnapshot> reviews = new HashMap<>();
        try (Scan<OfComment, CommentSnapshot> comments = tables.scan(CommunityTables.COMMENTS, key)) {
            while (comments.hasNext()) {
                Row<OfComment, CommentSnapshot> row = comments.next();
                CommentSnapshot comment = row.value();
                if (row.key().kind() == CountedContribution.Kind.REVIEW) {
                    reviews.put(row.key().id(), comment);
                }
                Instant at = comment.visibleAt(reviews.get(row.key().review()));
                if (at != null && at.isBefore(before)) {
                    Participant writer = classification.participant(
                            accounts.known(comment.author()), repository, comment.association(), at);
                    if (!writer.isBot()) {
                        words.add(new Word(at, row.key().kind(), row.key().id(), !writer.canRespondTo(author)));
                    }
                }
            }
        }
        words.sort(IN_ORDER);
        return words;
    }

    private static LastWord last(Instant openedAt, List<Word> words) {
        LastWord last = new LastWord(true, openedAt);
        for (Word word : words) {
            if (word.byAuthor() != last.byAuthor()) {
                last = new LastWord(word.byAuthor(), word.at());
            }
        }
        return last;
    }

    /** Of the same second, as for first responses. */
    private static int rank(CountedContribution.Kind kind) {
        return switch (kind) {
            case ISSUE_OPENED, PULL_REQUEST_OPENED, PULL_REQUEST_MERGED, ISSUE_COMMENT -> 0;
            case REVIEW -> 1;
            case REVIEW_COMMENT -> 2;
        };
    }

    private record Word(Instant at, CountedContribution.Kind kind, long id, boolean byAuthor) {}
}
