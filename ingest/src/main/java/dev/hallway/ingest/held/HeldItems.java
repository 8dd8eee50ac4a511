// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.held;

import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.ingest.numbers.Fingerprints;
import dev.hallway.ingest.page.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What the topics hold of the issues or of the pull requests of a repository, as short hashes, to compare with what
 * GitHub lists.
 *
 * <p>Filled with the values of the topic, in any order; an item takes about a hundred bytes.
 */
public final class HeldItems {

    // GitHub's servers may disagree for seconds: only a later list is right about a time of change that went back.
    static final Duration MARGIN = Duration.ofSeconds(5);

    private record Held(Instant updatedAt, Instant observedAt, boolean deleted, long content) {

        static Held later(Held one, Held other) {
            int age = one.updatedAt.compareTo(other.updatedAt);
            return age > 0 || (age == 0 && one.observedAt.isAfter(other.observedAt)) ? one : other;
        }
    }

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

    /**
     * What is to be published of a listed item: nothing if it is held as it is listed.
     *
     * <p>Readers go by the time of change. Where that went back, the item keeps the time under which it was published,
     * so that what GitHub shows now wins by when it was observed.
     */
    public Optional<Snapshot> news(Snapshot listed) {
        SpecificRecord value = listed.value();
        if (value instanceof Issue issue) {
            return news(listed, held(issue));
        }
        if (!(value instanceof PullRequest pull)) {
            return Optional.empty();
        }
        return news(listed, held(pull)).or(() -> isAnotherAnswer(pull) ? Optional.of(listed) : Optional.empty());
    }

    /** Whether the topic has the item, and not as deleted. */
    public boolean has(long number) {
        Held held = byNumber.get(number);
        return held != null && !held.deleted;
    }

    /** Whether GraphQL told otherwise when it last told anything. */
    private boolean isAnotherAnswer(PullRequest shown) {
        Held last = answers.get(shown.getNumber());
        return shown.getClosingReferences() != null && (last == null || last.content != Fingerprints.answerOf(shown));
    }

    private Optional<Snapshot> news(Snapshot listed, Held shown) {
        Held held = byNumber.get(listed.number());
        if (!isNews(shown, held)) {
            return Optional.empty();
        }
        return Optional.of(
                held != null && shown.updatedAt.isBefore(held.updatedAt) ? listed.at(held.updatedAt) : listed);
    }

    private static boolean isNews(Held listed, @Nullable Held held) {
        if (held == null || held.deleted || listed.updatedAt.isAfter(held.updatedAt)) {
            return true;
        }
        boolean wentBack = listed.updatedAt.isBefore(held.updatedAt);
        return listed.content != held.content && (!wentBack || listed.observedAt.isAfter(held.observedAt.plus(MARGIN)));
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
