// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.held;

import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.ingest.numbers.Fingerprints;
import dev.hallway.ingest.page.Snapshot;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * What the topics hold of the issues or of the pull requests of a repository, as short hashes, to compare with what
 * GitHub lists.
 *
 * <p>Filled with the values of the topic, in any order; an item takes about a hundred bytes.
 */
public final class HeldItems {

    private final Map<Long, Held> byNumber = new HashMap<>();
    private final Map<Long, Held> answers = new HashMap<>();

    /** Accepts a value of the topic. */
    void accept(Issue issue) {
        byNumber.merge(issue.getNumber(), held(issue), Held::later);
    }

    /** Accepts a value of the topic. */
    void accept(PullRequest pull) {
        byNumber.merge(pull.getNumber(), held(pull), Held::later);
        if (pull.getClosingReferences() != null) {
            answers.merge(pull.getNumber(), answer(pull), Held::later);
        }
    }

    /** What is to be published of a listed item: nothing if it is held as it is listed, and GraphQL told nothing else. */
    public Optional<Snapshot> news(Snapshot listed) {
        SpecificRecord value = listed.value();
        if (value instanceof Issue issue) {
            return Held.news(listed, held(issue), byNumber.get(listed.number()));
        }
        if (!(value instanceof PullRequest pull)) {
            return Optional.empty();
        }
        return Held.news(listed, held(pull), byNumber.get(listed.number()))
                .or(() -> isAnotherAnswer(pull) ? Optional.of(listed) : Optional.empty());
    }

    /** Whether the topic has the item, and not as deleted. */
    public boolean has(long number) {
        Held held = byNumber.get(number);
        return held != null && !held.deleted();
    }

    /** Whether GraphQL told otherwise when it last told anything. */
    private boolean isAnotherAnswer(PullRequest shown) {
        Held last = answers.get(shown.getNumber());
        return shown.getClosingReferences() != null && (last == null || last.content() != Fingerprints.answerOf(shown));
    }

    private static Held answer(PullRequest pull) {
        return new Held(pull.getUpdatedAt(), pull.getObservedAt(), pull.getDeleted(), Fingerprints.answerOf(pull));
    }

    private static Held held(Issue issue) {
        return new Held(issue.getUpdatedAt(), issue.getObservedAt(), issue.getDeleted(), Fingerprints.contentOf(issue));
    }

    private static Held held(PullRequest pull) {
        return new Held(pull.getUpdatedAt(), pull.getObservedAt(), pull.getDeleted(), Fingerprints.contentOf(pull));
    }
}
