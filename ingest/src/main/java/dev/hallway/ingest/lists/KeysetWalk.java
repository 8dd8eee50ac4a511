// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.lists;

import dev.hallway.github.IngestCursor;
import dev.hallway.github.IngestPhase;
import dev.hallway.github.IngestStream;
import dev.hallway.ingest.github.Answer;
import dev.hallway.ingest.github.GitHubClient;
import dev.hallway.ingest.github.PageSize;
import dev.hallway.ingest.ledger.Ledger;
import dev.hallway.ingest.page.ListPage;
import dev.hallway.ingest.page.Snapshot;
import dev.hallway.ingest.walk.Step;
import dev.hallway.ingest.walk.UnusableAnswers;
import dev.hallway.ingest.walk.Walk;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list that can be requested from a moment on, oldest change first.
 *
 * <p>Every page is requested by the last change seen, not by a page number, so that entities that move while the list
 * is read are not skipped. GitHub's times are whole seconds: each request overlaps the previous one by a second, and
 * what was seen in that second is recognised by its id. Only where the overlap fills a whole page does the walk follow
 * GitHub's links.
 */
public final class KeysetWalk implements Walk {

    /** A time before GitHub; for the epoch itself GitHub returns an empty list. */
    private static final Instant BEGINNING = Instant.parse("1980-01-01T00:00:00Z");

    private static final Duration OVERLAP = Duration.ofSeconds(1);
    // A list that was read up to a time in the future would never be asked for what happens until then.
    private static final Duration BELIEVED_AHEAD = Duration.ofDays(1);
    // An entity changed this recently may change again within the same second.
    private static final Duration SETTLED = Duration.ofSeconds(5);

    private final IngestStream stream;
    private final String list;
    private final ListPage.EntityReader reader;
    private final GitHubClient github;
    private final Ledger ledger;
    // Whether following links found something; initially true, since an earlier process may have followed them.
    private boolean chainFoundNew = true;

    /**
     * A walk of one cycle.
     *
     * @param stream which list
     * @param list its path below the repository's
     */
    public KeysetWalk(
            IngestStream stream, String list, ListPage.EntityReader reader, GitHubClient github, Ledger ledger) {
        this.stream = stream;
        this.list = list;
        this.reader = reader;
        this.github = github;
        this.ledger = ledger;
    }

    @Override
    public Step step() throws InterruptedException {
        IngestCursor cursor = ledger.cursor(stream);
        String start = startUrl(cursor);
        String url = cursor.getNextPage() == null ? start : cursor.getNextPage();
        Optional<String> etag =
                url.equals(cursor.getEtagUrl()) ? Optional.ofNullable(cursor.getEtag()) : Optional.empty();
        Answer answer = github.get(url, etag);
        if (answer instanceof Answer.Fresh fresh && fresh.json().isArray()) {
            return read(cursor, url, fresh);
        }
        if (answer instanceof Answer.NotFound missing) {
            ledger.leaveUnread(
                    IngestCursor.newBuilder(cursor).setPhase(IngestPhase.TAIL).setNextPage(null),
                    list,
                    missing.words());
            return new Step.CaughtUp();
        }
        return UnusableAnswers.withoutPage(answer, url);
    }

    private Step read(IngestCursor cursor, String url, Answer.Fresh fresh) {
        boolean following = cursor.getNextPage() != null;
        ListPage page = ListPage.read(ledger.snapshots(fresh), fresh, reader);
        Instant believed = fresh.date().plus(BELIEVED_AHEAD);
        List<Snapshot> unseen = page.snapshots().stream()
                .filter(entity -> !isSeen(cursor, entity) && !entity.updatedAt().isAfter(believed))
                .toList();
        chainFoundNew = !unseen.isEmpty() || (following && chainFoundNew);

        @Nullable Instant since = cursor.getSince();
        @Nullable Instant latest = latest(page, since, believed);
        IngestCursor.Builder next = IngestCursor.newBuilder(cursor)
                .setSince(latest)
                .setBoundaryIds(boundary(cursor, page, latest))
                .setNextPage(null);
        boolean moved = latest != null && !latest.equals(since);
        boolean caughtUp = false;
        if (!moved && fresh.next().isPresent()) {
            next.setNextPage(fresh.next().get());
        } else if (!moved && !chainFoundNew) {
            caughtUp = true;
            // On a full page something new might not show, and the ETag would not change.
            boolean reliable = !following && page.size() < PageSize.of(fresh.url());
            next.setPhase(IngestPhase.TAIL).setEtagUrl(reliable ? url : null);
            next.setEtag(reliable ? fresh.etag().orElse(null) : null);
        }
        boolean changedUnderKnownUrl = url.equals(cursor.getEtagUrl());
        List<Snapshot> publish = page.snapshots().stream()
                .filter(entity -> changedUnderKnownUrl
                        || !isSeen(cursor, entity)
                        || entity.updatedAt().isAfter(fresh.date().minus(SETTLED)))
                .toList();
        ledger.commit(next, page, publish, touched(cursor, publish), fresh.date());
        return caughtUp ? new Step.CaughtUp() : new Step.Advanced();
    }

    private static boolean isSeen(IngestCursor cursor, Snapshot entity) {
        Instant since = cursor.getSince();
        return since != null
                && !entity.updatedAt().isAfter(since)
                && cursor.getBoundaryIds().contains(entity.id());
    }

    private static @Nullable Instant latest(ListPage page, @Nullable Instant since, Instant believed) {
        Stream<Instant> times = Stream.concat(
                page.snapshots().stream().map(Snapshot::updatedAt),
                page.unreadable().stream().flatMap(entity -> entity.updatedAt().stream()));
        return Stream.concat(Stream.ofNullable(since), times.filter(time -> !time.isAfter(believed)))
                .max(Instant::compareTo)
                .orElse(null);
    }

    private static List<Long> boundary(IngestCursor cursor, ListPage page, @Nullable Instant latest) {
        if (latest == null) {
            return List.of();
        }
        Instant from = latest.minus(OVERLAP);
        Instant since = cursor.getSince();
        Set<Long> ids = new LinkedHashSet<>();
        if (since != null && !since.isBefore(from)) {
            ids.addAll(cursor.getBoundaryIds());
        }
        page.snapshots().stream()
                .filter(entity -> !entity.updatedAt().isBefore(from))
                .forEach(entity -> ids.add(entity.id()));
        return List.copyOf(ids);
    }

    /** While history is read, the reviews of every pull request are pending anyway, up to those that changed since. */
    private Set<Long> touched(IngestCursor cursor, List<Snapshot> published) {
        Instant pullsReadAt = ledger.cursor(IngestStream.PULL_REQUESTS).getSince();
        return published.stream()
                .filter(entity -> cursor.getPhase() == IngestPhase.TAIL
                        || pullsReadAt == null
                        || !entity.updatedAt().isBefore(pullsReadAt))
                .flatMap(entity -> entity.pullRequest().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private String startUrl(IngestCursor cursor) {
        Instant since = cursor.getSince();
        Instant from = since == null
                ? Objects.requireNonNullElse(cursor.getHistoryStartsAt(), BEGINNING)
                : since.minus(OVERLAP);
        String all = stream == IngestStream.ISSUES ? "state=all&" : "";
        return ledger.path() + "/" + list + "?" + all + "sort=updated&direction=asc&since=" + from + "&per_page="
                + PageSize.LARGEST;
    }
}
