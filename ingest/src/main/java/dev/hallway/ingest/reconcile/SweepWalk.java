// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.reconcile;

import dev.hallway.github.Fingerprint;
import dev.hallway.github.IngestCursor;
import dev.hallway.github.IngestPhase;
import dev.hallway.github.IngestStream;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.ingest.github.Answer;
import dev.hallway.ingest.github.GitHubClient;
import dev.hallway.ingest.github.PageSize;
import dev.hallway.ingest.ledger.Findings;
import dev.hallway.ingest.ledger.Ledger;
import dev.hallway.ingest.numbers.Fingerprints;
import dev.hallway.ingest.numbers.NumberInventory;
import dev.hallway.ingest.page.EntityReaders;
import dev.hallway.ingest.page.ListPage;
import dev.hallway.ingest.page.Snapshot;
import dev.hallway.ingest.walk.Step;
import dev.hallway.ingest.walk.UnusableAnswers;
import dev.hallway.ingest.walk.Walk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads open and recently closed items again, and publishes those that changed without a new time of change.
 *
 * <p>The content of an item in the last sweep is kept as a hash. An item whose time of change moved is left to the
 * other walks. The first sweep has nothing to compare with and publishes everything it reads, once. At the end the
 * reviews of the pull requests are compared, which may change on their own. A sweep that is interrupted starts again
 * from the beginning.
 */
public final class SweepWalk implements Walk {

    private static final Duration RECENTLY = Duration.ofDays(7);

    /** One list to read. */
    private record Reading(String list, String query, ListPage.EntityReader reader) {}

    private final GitHubClient github;
    private final Ledger ledger;
    private final Instant cycleStart;
    private final ReviewSweep reviews;
    private final Duration interval;
    private final Map<Long, Fingerprint> before = new HashMap<>();
    private final Map<Long, Fingerprint> now = new HashMap<>();
    private final Iterator<Reading> readings;
    private @Nullable Reading reading;
    private @Nullable String nextPage;
    private boolean listsRead;

    /**
     * A walk of one cycle.
     *
     * @param interval time between two sweeps
     */
    public SweepWalk(GitHubClient github, Ledger ledger, ReviewSweep reviews, Duration interval, Instant cycleStart) {
        this.github = github;
        this.ledger = ledger;
        this.reviews = reviews;
        this.interval = interval;
        this.cycleStart = cycleStart;
        String recent = "state=closed&sort=updated&direction=desc&since=" + recently();
        this.readings = List.of(
                        new Reading("issues", "state=open&sort=created&direction=asc", EntityReaders::issue),
                        new Reading("pulls", "state=open&sort=created&direction=asc", EntityReaders::pullRequest),
                        new Reading("issues", recent, EntityReaders::issue),
                        new Reading("pulls", "state=closed&sort=updated&direction=desc", EntityReaders::pullRequest))
                .iterator();
    }

    @Override
    public Step step() throws InterruptedException {
        IngestCursor cursor = ledger.cursor(IngestStream.SWEEP);
        if (reading == null) {
            Instant last = cursor.getSince();
            if (last == null) {
                // The history has just been read.
                ledger.commit(IngestStream.SWEEP, finished(cursor, IngestPhase.HISTORY), cycleStart);
                return new Step.CaughtUp();
            }
            if (cycleStart.isBefore(last.plus(interval))) {
                return new Step.CaughtUp();
            }
            cursor.getFingerprints().forEach(known -> before.put(known.getNumber(), known));
            reading = readings.next();
        }
        if (listsRead) {
            return compareReviews(cursor);
        }
        String url = nextPage == null ? startUrl(reading) : nextPage;
        Answer answer = github.get(url, Optional.empty());
        if (answer instanceof Answer.Fresh fresh && fresh.json().isArray()) {
            accept(cursor, reading, fresh);
        } else if (answer instanceof Answer.NotFound) {
            // The walk of that list has recorded the gap.
            nextPage = null;
        } else {
            return UnusableAnswers.stopped(answer, url);
        }
        listsRead = nextPage == null && !readings.hasNext();
        reading = nextPage == null && !listsRead ? readings.next() : reading;
        return new Step.Advanced();
    }

    private Step compareReviews(IngestCursor cursor) throws InterruptedException {
        Step step = reviews.step();
        if (step instanceof Step.CaughtUp) {
            Findings findings = finished(cursor, IngestPhase.TAIL).reviewed(reviews.changed());
            ledger.commit(IngestStream.SWEEP, findings, cycleStart);
        }
        return step;
    }

    private void accept(IngestCursor cursor, Reading from, Answer.Fresh fresh) {
        ListPage page = ListPage.read(ledger.snapshots(fresh), fresh, from.reader());
        NumberInventory inventory = ledger.numbers();
        List<Snapshot> publish = new ArrayList<>();
        for (Snapshot snapshot : page.snapshots()) {
            fingerprint(snapshot).ifPresent(print -> {
                now.put(print.getNumber(), print);
                snapshot.pullRequest().ifPresent(this::lookAtReviews);
                if (isNews(cursor, print)) {
                    publish.add(snapshot);
                    count(inventory, print);
                }
            });
        }
        if (!publish.isEmpty()) {
            ledger.commit(IngestStream.SWEEP, Findings.of(publish, inventory), fresh.date());
        }
        boolean older = from.query().contains("state=closed")
                && page.snapshots().stream()
                        .anyMatch(snapshot -> snapshot.updatedAt().isBefore(recently()));
        nextPage = older ? null : fresh.next().orElse(null);
    }

    private void lookAtReviews(long pullRequest) {
        Fingerprint known = before.get(pullRequest);
        reviews.add(pullRequest, known == null ? null : known.getReviewsHash());
    }

    /** Whether the other walks cannot have seen it in this state. */
    private boolean isNews(IngestCursor cursor, Fingerprint print) {
        Fingerprint known = before.get(print.getNumber());
        if (known == null) {
            return !print.getUpdatedAt().isAfter(Objects.requireNonNull(cursor.getSince()));
        }
        return known.getUpdatedAt().equals(print.getUpdatedAt()) && known.getHash() != print.getHash();
    }

    private void count(NumberInventory inventory, Fingerprint print) {
        if (!inventory.holds(print.getNumber())) {
            inventory.countRepair();
        } else if (before.containsKey(print.getNumber())) {
            inventory.countSilentEdit();
        }
    }

    /** Of an item that is open or was closed recently. */
    private Optional<Fingerprint> fingerprint(Snapshot snapshot) {
        return snapshot.record().flatMap(record -> {
            if (record.value() instanceof Issue issue && isSwept(issue.getClosedAt())) {
                return Optional.of(Fingerprints.of(issue));
            }
            return record.value() instanceof PullRequest pull && isSwept(pull.getClosedAt())
                    ? Optional.of(Fingerprints.of(pull))
                    : Optional.empty();
        });
    }

    private boolean isSwept(@Nullable Instant closedAt) {
        return closedAt == null || !closedAt.isBefore(recently());
    }

    private Instant recently() {
        return cycleStart.minus(RECENTLY);
    }

    private Findings finished(IngestCursor cursor, IngestPhase phase) {
        return Findings.of(
                ledger.numbers(),
                IngestCursor.newBuilder(cursor)
                        .setPhase(phase)
                        .setSince(cycleStart)
                        .setFingerprints(now.values().stream()
                                .sorted(Comparator.comparing(Fingerprint::getNumber))
                                .map(print -> Fingerprint.newBuilder(print)
                                        .setReviewsHash(reviews.hash(print.getNumber()))
                                        .build())
                                .toList()));
    }

    private String startUrl(Reading from) {
        return ledger.path() + "/" + from.list() + "?" + from.query() + "&per_page=" + PageSize.LARGEST;
    }
}
