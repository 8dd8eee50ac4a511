// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.reconcile;

import dev.hallway.github.CommentKind;
import dev.hallway.github.IngestCursor;
import dev.hallway.github.IngestStream;
import dev.hallway.ingest.github.Answer;
import dev.hallway.ingest.github.GitHubClient;
import dev.hallway.ingest.held.HeldConversation;
import dev.hallway.ingest.held.PublishedSnapshots;
import dev.hallway.ingest.ledger.Findings;
import dev.hallway.ingest.ledger.Ledger;
import dev.hallway.ingest.numbers.NumberInventory;
import dev.hallway.ingest.page.ListPage;
import dev.hallway.ingest.page.Snapshot;
import dev.hallway.ingest.walk.UnusableAnswers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;

/**
 * The result of comparing listed comments with those of the topic, until it is committed.
 *
 * <p>What the topic lacks is published. What the list lacks is first requested individually, so that an incomplete list
 * deletes nothing.
 */
public final class CommentRound {

    // More are rare, and are handled in the next round.
    private static final int MOST_QUESTIONS = 100;

    // Pages shift while they are read, and some comments cannot be read at all: a list that lacks more than these is
    // unreliable.
    private static final int MOST_NOT_GONE = 5;

    private final GitHubClient github;
    private final Ledger ledger;
    private final PublishedSnapshots published;
    private final CommentKind kind;
    private final HeldConversation held;
    private final Instant cycleStart;
    private final List<Snapshot> publish = new ArrayList<>();
    private final Set<Long> gone = new LinkedHashSet<>();
    private final Set<Long> goneFrom = new LinkedHashSet<>();
    private final List<Long> settled = new ArrayList<>();
    private final Map<String, String> gaps = new LinkedHashMap<>();
    private Instant date;
    private int questions;

    /**
     * A round that has found nothing yet.
     *
     * @param held what the topic holds of the comments that are listed
     */
    public CommentRound(
            GitHubClient github,
            Ledger ledger,
            PublishedSnapshots published,
            CommentKind kind,
            HeldConversation held,
            Instant cycleStart) {
        this.github = github;
        this.ledger = ledger;
        this.published = published;
        this.kind = kind;
        this.held = held;
        this.cycleStart = cycleStart;
        this.date = cycleStart;
    }

    /** Accepts a page that GitHub listed. */
    public void accept(ListPage page, Instant listedAt) {
        date = listedAt;
        page.snapshots().forEach(listed -> held.news(listed).ifPresent(publish::add));
    }

    /**
     * The comments of the wanted items that a page lacks.
     *
     * @param after the page begins behind this id
     * @param last the page ends with this id
     */
    public Set<Long> lacking(ListPage page, long after, long last, LongPredicate wanted) {
        Set<Long> ids = held.between(after, last, wanted);
        page.snapshots().forEach(listed -> ids.remove(listed.id()));
        return ids;
    }

    /** Asks for comments that the list lacked; one that exists, or for which GitHub gives no answer, is skipped. */
    public Confirmation confirm(Collection<Long> lacking) throws InterruptedException {
        Map<Long, String> undecided = new LinkedHashMap<>();
        int notGone = 0;
        for (long id : lacking) {
            if (notGone >= MOST_NOT_GONE) {
                break;
            }
            if (questions++ >= MOST_QUESTIONS) {
                return new Confirmation.Unfinished();
            }
            String url = url(id);
            Answer answer = github.get(url, Optional.empty());
            if (answer instanceof Answer.Unauthorized) {
                return new Confirmation.Unauthorized(UnusableAnswers.stopped(answer, url));
            }
            if (answer instanceof Answer.NotFound missing && !missing.switchedOff()) {
                date = missing.date();
                gone.add(id);
                goneFrom.add(held.itemOf(id));
                continue;
            }
            notGone++;
            if (!(answer instanceof Answer.Fresh)) {
                undecided.putIfAbsent(
                        held.itemOf(id),
                        answer instanceof Answer.Failed failed ? failed.reason() : "GitHub gave no answer");
            }
        }
        return new Confirmation.Complete(undecided);
    }

    /** The comments of an item match GitHub's. */
    public void settle(NumberInventory inventory, long item) {
        inventory.trustComments(item);
        settled.add(item);
    }

    /** GitHub does not say what became of the comments of some items, for these reasons. */
    public void leaveUndecided(NumberInventory inventory, Map<Long, String> reasons) {
        reasons.forEach((item, reason) -> {
            inventory.leaveCommentsUndecided(item);
            gaps.put(Snapshot.commentsOf(item), reason);
        });
    }

    /** Commits what was found, and how far the check has come. */
    public void commit(IngestStream stream, NumberInventory inventory, Optional<IngestCursor.Builder> cursor) {
        List<Snapshot> deleted = published.deletedComments(ledger.repository(), kind, goneFrom, gone, date);
        inventory.countDeletedComments(deleted.size());
        inventory.countRepairedComments(publish.stream()
                // Anything newer appeared while the lists were read, and was not missed.
                .filter(listed -> listed.updatedAt().isBefore(cycleStart))
                .count());
        List<Snapshot> all = new ArrayList<>(publish);
        all.addAll(deleted);
        ledger.commit(stream, new Findings(all, inventory, cursor, settled, gaps), date);
        held.remove(gone);
    }

    private String url(long id) {
        String list = kind == CommentKind.REVIEW_COMMENT ? "/pulls" : "/issues";
        return ledger.path() + list + "/comments/" + id;
    }
}
