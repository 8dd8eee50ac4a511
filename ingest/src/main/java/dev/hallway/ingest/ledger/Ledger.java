// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.ledger;

import dev.hallway.contract.Topics;
import dev.hallway.github.IngestCursor;
import dev.hallway.github.IngestPhase;
import dev.hallway.github.IngestStream;
import dev.hallway.github.Repository;
import dev.hallway.ingest.cursor.CursorKey;
import dev.hallway.ingest.cursor.Gaps;
import dev.hallway.ingest.cursor.Start;
import dev.hallway.ingest.github.Answer;
import dev.hallway.ingest.held.KnownState;
import dev.hallway.ingest.held.PublishedSnapshots;
import dev.hallway.ingest.held.ReviewIndex;
import dev.hallway.ingest.numbers.NumberInventory;
import dev.hallway.ingest.numbers.NumberSet;
import dev.hallway.ingest.numbers.ShownKinds;
import dev.hallway.ingest.page.ListPage;
import dev.hallway.ingest.page.Snapshot;
import dev.hallway.ingest.publish.OutgoingRecord;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.ingest.translate.Snapshots;
import dev.hallway.service.forgotten.Withholding;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Cursors and commits of one repository. */
public final class Ledger {

    static final List<IngestStream> LISTS = List.of(
            IngestStream.PULL_REQUESTS,
            IngestStream.ISSUES,
            IngestStream.ISSUE_COMMENTS,
            IngestStream.REVIEW_COMMENTS,
            IngestStream.REVIEWS);

    private static final Set<IngestStream> OF_PULL_REQUESTS =
            EnumSet.of(IngestStream.PULL_REQUESTS, IngestStream.REVIEW_COMMENTS, IngestStream.REVIEWS);

    /** The lists and the checks: each has a cursor, which keeps its gaps. */
    public static final List<IngestStream> LISTS_AND_CHECKS = Stream.concat(
                    LISTS.stream(),
                    Stream.of(
                            IngestStream.NUMBERS,
                            IngestStream.SWEEP,
                            IngestStream.RECONCILE,
                            IngestStream.REVIEW_COMMENT_RECONCILE,
                            IngestStream.ISSUE_COMMENT_REREAD,
                            IngestStream.REVIEW_COMMENT_REREAD,
                            IngestStream.REVIEW_REREAD))
            .toList();

    private final KnownState known;
    private final String host;
    private final String name;
    private final long repositoryId;
    private final Start start;
    private final Instant founded;
    private final boolean readBefore;
    private final ShownKinds shown;
    private final IngestListener listener;
    private final Map<IngestStream, String> unread = new EnumMap<>(IngestStream.class);
    private long published;

    /**
     * The ledger of one cycle.
     *
     * @param host host of the API, for cursor keys
     * @param repository as it was looked up when the cycle began
     * @param start where reading begins
     */
    public Ledger(KnownState known, String host, Repository repository, Start start, IngestListener listener) {
        this.known = known;
        this.host = host;
        this.name = repository.getFullName();
        this.repositoryId = repository.getId();
        this.start = start;
        this.founded = repository.getCreatedAt();
        this.readBefore = repository.getSyncedAt() != null;
        this.shown = new ShownKinds(
                !Boolean.FALSE.equals(repository.getHasIssues()),
                !Boolean.FALSE.equals(repository.getHasPullRequests()));
        this.listener = listener;
    }

    /** {@code owner/repo} in GitHub's case. */
    public String repository() {
        return name;
    }

    /** What the entities of an answer share. */
    public Snapshots snapshots(Answer.Fresh answer) {
        return new Snapshots(name, answer.date(), withholding());
    }

    /** Leaves out the accounts that were forgotten. */
    public Withholding withholding() {
        return known.withholding();
    }

    /** Path of the repository in the API. */
    public String path() {
        return "/repos/" + name;
    }

    /** The same path by the repository's id, to which GitHub redirects from an old name. */
    public String pathById() {
        return "/repositories/" + repositoryId;
    }

    /** Snapshots that this ledger has given to be committed. */
    public long published() {
        return published;
    }

    /**
     * How far a list has been read; a new cursor if never, if the name now belongs to another repository, or if the
     * earlier walk began later than wanted now.
     */
    public IngestCursor cursor(IngestStream stream) {
        return known.cursor(key(stream))
                .filter(cursor -> cursor.getRepositoryId() == repositoryId)
                .filter(start::isCoveredBy)
                .orElseGet(() -> IngestCursor.newBuilder()
                        .setRepository(name)
                        .setRepositoryId(repositoryId)
                        .setStream(stream)
                        .setPhase(IngestPhase.HISTORY)
                        .setHistoryStartsAt(
                                stream == IngestStream.REVIEWS
                                        ? null
                                        : start.since().orElse(null))
                        .setAskedByRestOnly(
                                stream == IngestStream.REVIEWS
                                        ? NumberSet.empty().toBytes()
                                        : null)
                        .setUpdatedAt(Instant.EPOCH)
                        .build());
    }

    /** The pull requests that were read by REST only, as committed; a copy. */
    public NumberSet askedByRestOnly() {
        IngestCursor reviews = cursor(IngestStream.REVIEWS);
        if (reviews.getAskedByRestOnly() != null) {
            return NumberSet.of(reviews.getAskedByRestOnly());
        }
        NumberSet unknown = numbers().pullRequests();
        reviews.getPendingPullRequests().forEach(unknown::remove);
        return unknown;
    }

    /**
     * Which reviews the topic holds. A process reads the topic once for that, unless it is the first to read reviews of
     * this repository.
     */
    public ReviewIndex reviews() {
        boolean begun = readBefore || cursor(IngestStream.REVIEWS).getPhase() == IngestPhase.TAIL;
        return known.reviews(
                name,
                repository -> begun
                        ? new PublishedSnapshots(known).reviews(repository).index()
                        : new ReviewIndex());
    }

    /** The topic was read again: it has these reviews. */
    public void knowReviews(ReviewIndex index) {
        known.knowReviews(name, index);
    }

    /**
     * Commits a page of a list: its snapshots, its cursor, and the pull requests whose reviews have to be read because of
     * it.
     *
     * @param page everything GitHub sent
     * @param publish what of it is to be published
     * @param touched numbers of pull requests
     */
    public void commit(
            IngestCursor.Builder cursor, ListPage page, List<Snapshot> publish, Set<Long> touched, Instant date) {
        cursor.setGaps(gaps(cursor.getGaps(), page)).setUpdatedAt(date);
        List<OutgoingRecord<?>> records = new ArrayList<>();
        publish.forEach(snapshot -> snapshot.record().ifPresent(records::add));
        int facts = records.size();
        if (!touched.isEmpty()) {
            records.add(cursorRecord(pending(touched, date)));
        }
        new NumberUpdates(this, date).afterPage(publish).ifPresent(numbers -> records.add(cursorRecord(numbers)));
        records.add(cursorRecord(cursor.build()));
        published += facts;
        IngestStream stream = cursor.getStream();
        OptionalDouble share = HistoryShare.of(founded, cursor, page, date);
        known.commit(records, () -> {
            listener.pageCommitted(name, stream, facts);
            share.ifPresent(read -> listener.historyRead(name, stream, read));
        });
    }

    /**
     * Commits what a check found in addition to the walks.
     *
     * @param stream the check, for listeners
     */
    public void commit(IngestStream stream, Findings findings, Instant date) {
        List<OutgoingRecord<?>> records = new ArrayList<>();
        findings.publish().forEach(snapshot -> snapshot.record().ifPresent(records::add));
        int facts = records.size();
        if (!findings.touched().isEmpty()) {
            records.add(cursorRecord(pending(findings.touched(), date)));
        }
        new NumberUpdates(this, date).after(findings).forEach(cursor -> records.add(cursorRecord(cursor)));
        findings.gaps().forEach((subject, reason) -> listener.gapFound(name, subject + ": " + reason));
        published += facts;
        known.commit(records, () -> listener.pageCommitted(name, stream, facts));
    }

    /** Whether an inventory of the numbers is kept. */
    public boolean hasNumbers() {
        return cursor(IngestStream.NUMBERS).getNumbers() != null;
    }

    /** What is known of every number, as committed. */
    public NumberInventory numbers() {
        return new NumberInventory(cursor(IngestStream.NUMBERS).getNumbers(), shown);
    }

    /** Which kinds of items GitHub shows. */
    public ShownKinds shown() {
        return shown;
    }

    /** Commits that a part of a list is missing. */
    public void commitGap(IngestCursor.Builder cursor, String subject, String reason) {
        Gaps gaps = new Gaps(cursor.getGaps());
        gaps.add(subject, reason);
        IngestCursor next = cursor.setGaps(gaps.sentences()).build();
        if (!next.equals(cursor(Objects.requireNonNull(next.getStream())))) {
            listener.gapFound(name, subject + ": " + reason);
            known.commit(List.of(cursorRecord(next)));
        }
    }

    /** Commits that a list, or what a check looks at, could not be read to the end in this cycle. */
    public void leaveUnread(IngestCursor.Builder cursor, String subject, String reason) {
        unread.put(Objects.requireNonNull(cursor.getStream()), subject + ": " + reason);
        commitGap(cursor, subject, reason);
    }

    /** Whether that could not be read to the end in this cycle. */
    public boolean isUnread(IngestStream stream) {
        return unread.containsKey(stream);
    }

    /** What could not be read to the end in this cycle, one sentence each. */
    public List<String> unread() {
        return List.copyOf(unread.values());
    }

    /** Commits that a gap of a list is closed, if there was one. */
    public void closeGap(IngestStream stream, String subject) {
        IngestCursor cursor = cursor(stream);
        Gaps gaps = new Gaps(cursor.getGaps());
        gaps.close(subject);
        if (!gaps.sentences().equals(cursor.getGaps())) {
            known.commit(List.of(cursorRecord(
                    IngestCursor.newBuilder(cursor).setGaps(gaps.sentences()).build())));
        }
    }

    /** Whether every list that GitHub shows has been read from the beginning. */
    public boolean historyComplete() {
        return LISTS.stream()
                .filter(stream -> shown.pullRequests() || !OF_PULL_REQUESTS.contains(stream))
                .map(this::cursor)
                .allMatch(cursor -> cursor.getStream() == IngestStream.REVIEWS
                        ? cursor.getPendingPullRequests().isEmpty()
                        : cursor.getPhase() == IngestPhase.TAIL && cursor.getHistoryStartsAt() == null);
    }

    /** Whether reading began later than the repository did, as requested. */
    public boolean leavesOutHistory() {
        return LISTS.stream().anyMatch(stream -> cursor(stream).getHistoryStartsAt() != null);
    }

    /** What is known to be missing, of every list. */
    public List<String> gaps() {
        Stream<String> unread = LISTS.stream()
                .flatMap(stream -> Stream.ofNullable(cursor(stream).getHistoryStartsAt()))
                .max(Instant::compareTo)
                .map(from -> "history before " + LocalDate.ofInstant(from, ZoneOffset.UTC) + " was not read")
                .stream();
        Stream<String> unreadable = LISTS_AND_CHECKS.stream().flatMap(stream -> cursor(stream).getGaps().stream());
        return Stream.of(unread, switchedOff(), unreadable, uncompared())
                .flatMap(Function.identity())
                .distinct()
                .toList();
    }

    /** Of a repository that never had any issues, nothing is missing where they are switched off. */
    private Stream<String> switchedOff() {
        NumberInventory inventory = numbers();
        List<String> gaps = new ArrayList<>();
        if (inventory.countHiddenIssues() > 0) {
            gaps.add(hidden("issues", inventory.countHiddenIssues()));
        } else if (!shown.issues() && inventory.countUnexplained() > 0) {
            gaps.add("issues: they are switched off on GitHub, which does not show those there may be");
        }
        if (inventory.countHiddenPullRequests() > 0) {
            gaps.add(hidden("pull requests", inventory.countHiddenPullRequests()));
        }
        return gaps.stream();
    }

    private static String hidden(String items, long held) {
        return items + ": they are switched off on GitHub; the " + held
                + " that were read before are kept as they were";
    }

    private Stream<String> uncompared() {
        long items = numbers().countDoubtedComments();
        return items == 0
                ? Stream.empty()
                : Stream.of("comments of " + items + (items == 1 ? " item" : " items")
                        + ": GitHub's count differs from the number held; they are being compared");
    }

    private IngestCursor pending(Set<Long> touched, Instant date) {
        IngestCursor reviews = cursor(IngestStream.REVIEWS);
        Set<Long> pending = new LinkedHashSet<>(reviews.getPendingPullRequests());
        pending.addAll(touched);
        return IngestCursor.newBuilder(reviews)
                .setPendingPullRequests(List.copyOf(pending))
                .setUpdatedAt(date)
                .build();
    }

    private List<String> gaps(List<String> earlier, ListPage page) {
        Gaps gaps = new Gaps(earlier);
        if (!earlier.isEmpty()) {
            page.snapshots().forEach(snapshot -> gaps.close(snapshot.subject()));
        }
        page.unreadable().forEach(entity -> {
            gaps.add(entity.subject(), entity.reason());
            listener.gapFound(name, entity.subject() + ": " + entity.reason());
        });
        return gaps.sentences();
    }

    private OutgoingRecord<IngestCursor> cursorRecord(IngestCursor cursor) {
        return new OutgoingRecord<>(
                Topics.INGEST_CURSORS, key(Objects.requireNonNull(cursor.getStream())), cursor, cursor.getUpdatedAt());
    }

    private String key(IngestStream stream) {
        return new CursorKey(host, name, stream).toString();
    }
}
