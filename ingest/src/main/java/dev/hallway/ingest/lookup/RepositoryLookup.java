// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.lookup;

import dev.hallway.contract.Topics;
import dev.hallway.github.IngestCursor;
import dev.hallway.github.IngestPhase;
import dev.hallway.github.IngestStream;
import dev.hallway.github.Repository;
import dev.hallway.ingest.access.Identity;
import dev.hallway.ingest.cursor.CursorKey;
import dev.hallway.ingest.github.Answer;
import dev.hallway.ingest.github.GitHubClient;
import dev.hallway.ingest.held.KnownState;
import dev.hallway.ingest.publish.OutgoingRecord;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.ingest.report.RepositoryOutcome;
import dev.hallway.ingest.translate.Snapshots;
import dev.hallway.ingest.translate.Translation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Finds a repository under the name it was requested by, or under the one it has now. */
public final class RepositoryLookup {

    /** What was found. */
    public sealed interface Result {}

    /**
     * The repository.
     *
     * @param date GitHub's clock
     */
    public record Present(Repository repository, Instant date) implements Result {}

    /** Nothing to read from. */
    public record Absent(RepositoryOutcome outcome) implements Result {}

    private final GitHubClient github;
    private final KnownState known;
    private final String host;
    private final Identity identity;
    private final IngestListener listener;
    private final SwitchedOn switchedOn;

    /**
     * Looks up at one GitHub.
     *
     * @param host host of the API, for cursor keys
     * @param identity who asks, for what is said where nothing is found
     */
    public RepositoryLookup(
            GitHubClient github, KnownState known, String host, Identity identity, IngestListener listener) {
        this.github = github;
        this.known = known;
        this.host = host;
        this.identity = identity;
        this.listener = listener;
        this.switchedOn = new SwitchedOn(known, host);
    }

    /** Asks GitHub for a repository, and publishes what it shows if that is new. */
    public Result find(String requestedName) throws InterruptedException {
        String name = known.lastName(host, requestedName);
        String url = "/repos/" + name;
        Optional<Repository> earlier = known.repository(name);
        Optional<IngestCursor> cursor = known.cursor(key(name))
                .filter(kept -> earlier.isPresent()
                        && kept.getRepositoryId() == earlier.get().getId())
                .filter(kept -> url.equals(kept.getEtagUrl()));
        Answer answer = github.get(url, cursor.flatMap(kept -> Optional.ofNullable(kept.getEtag())));
        if (answer instanceof Answer.NotFound && !name.equalsIgnoreCase(requestedName)) {
            return stillUnderRequestedName(requestedName);
        }
        if (answer instanceof Answer.NotModified unchanged && earlier.isPresent()) {
            return present(requestedName, earlier.get(), unchanged.date());
        }
        if (answer instanceof Answer.Fresh fresh) {
            return read(requestedName, name, fresh);
        }
        return absent(requestedName, answer);
    }

    /** The name that it was said to have leads nowhere: it may still be where it was, but nothing else instead of it. */
    private Result stillUnderRequestedName(String requestedName) throws InterruptedException {
        Answer answer = github.get("/repos/" + requestedName, Optional.empty());
        long recorded = known.cursor(key(requestedName))
                .map(IngestCursor::getRepositoryId)
                .orElse(0L);
        if (answer instanceof Answer.Fresh fresh && fresh.json().path("id").asLong() != recorded) {
            return new Absent(new RepositoryOutcome.NotFound(requestedName, identity.ifUnseen()));
        }
        return answer instanceof Answer.Fresh fresh
                ? read(requestedName, requestedName, fresh)
                : absent(requestedName, answer);
    }

    private Absent absent(String requestedName, Answer answer) {
        if (answer instanceof Answer.NotFound) {
            return new Absent(new RepositoryOutcome.NotFound(requestedName, identity.ifUnseen()));
        }
        if (answer instanceof Answer.Unauthorized unauthorized) {
            return new Absent(new RepositoryOutcome.Unauthorized(
                    requestedName, unauthorized.who(), unauthorized.message(), identity.ifRefused()));
        }
        return new Absent(new RepositoryOutcome.Failed(
                requestedName,
                answer instanceof Answer.Failed failed ? failed.reason() : "GitHub's answer cannot be understood"));
    }

    /** What was last published about it. */
    public Optional<Repository> known(String requestedName) {
        return known.repository(known.lastName(host, requestedName));
    }

    /** Whether no other lane has published it since it was found. */
    public boolean isLatest(Present found) {
        return known.repository(found.repository().getFullName())
                .filter(found.repository()::equals)
                .isPresent();
    }

    /**
     * Believes that a repository has another name only if it is there under that name.
     *
     * @param askedName the name it was asked for by
     */
    private Result read(String requestedName, String askedName, Answer.Fresh fresh) throws InterruptedException {
        Translation<Repository> translation = Snapshots.repository(fresh.json(), fresh.date());
        if (translation instanceof Translation.Unreadable<Repository> unreadable) {
            return new Absent(new RepositoryOutcome.Failed(
                    requestedName, "GitHub's answer about it cannot be read, " + unreadable.reason()));
        }
        Repository shown = ((Translation.Read<Repository>) translation).value();
        String claimed = shown.getFullName();
        if (!claimed.equalsIgnoreCase(askedName)) {
            Answer there = github.get("/repos/" + claimed, Optional.empty());
            boolean confirmed = there instanceof Answer.Fresh found
                    && found.json().path("id").asLong() == shown.getId()
                    && found.json().path("full_name").asText().equalsIgnoreCase(claimed);
            if (!confirmed) {
                return new Absent(new RepositoryOutcome.Failed(
                        requestedName, "GitHub says that it is " + claimed + " now, but does not show it there"));
            }
        }
        Optional<Repository> before = known.repository(shown.getFullName());
        Repository repository = known.withholding().without(withWhatIsKnown(shown, List.of(requestedName, askedName)));
        String canonical = repository.getFullName();
        List<OutgoingRecord<?>> records = new ArrayList<>();
        records.add(new OutgoingRecord<>(
                Topics.REPOSITORIES, canonical.toLowerCase(Locale.ROOT), repository, fresh.date()));
        records.add(cursor(canonical, repository, fresh, Optional.of("/repos/" + canonical), fresh.etag()));
        if (!canonical.equalsIgnoreCase(requestedName)) {
            records.add(cursor(requestedName, repository, fresh, Optional.empty(), Optional.empty()));
        }
        before.filter(earlier -> earlier.getId() == repository.getId() && !earlier.getDeleted())
                .ifPresent(earlier -> records.addAll(switchedOn.between(earlier, repository, fresh.date())));
        known.commit(records);
        return present(requestedName, repository, fresh.date());
    }

    /** Keeps what only Hallway knows when GitHub shows the repository again. */
    private Repository withWhatIsKnown(Repository shown, List<String> names) {
        Optional<Repository> earlier = known.repository(shown.getFullName())
                .filter(repository -> repository.getId() == shown.getId() && !repository.getDeleted());
        TreeSet<String> previous =
                new TreeSet<>(earlier.map(Repository::getPreviousNames).orElse(List.of()));
        known.otherNames(shown)
                .forEach(former -> previous.add(former.getFullName().toLowerCase(Locale.ROOT)));
        names.forEach(name -> previous.add(name.toLowerCase(Locale.ROOT)));
        previous.remove(shown.getFullName().toLowerCase(Locale.ROOT));
        return Repository.newBuilder(shown)
                .setPreviousNames(List.copyOf(previous))
                .setHistoryComplete(earlier.map(Repository::getHistoryComplete).orElse(false))
                .setSyncedAt(earlier.map(Repository::getSyncedAt).orElse(null))
                .setGaps(earlier.map(Repository::getGaps).orElse(List.of()))
                .setInventory(earlier.map(Repository::getInventory).orElse(null))
                .build();
    }

    private Present present(String requestedName, Repository repository, Instant date) {
        if (!repository.getFullName().equalsIgnoreCase(requestedName)) {
            listener.moved(requestedName, repository.getFullName());
        }
        return new Present(repository, date);
    }

    private OutgoingRecord<IngestCursor> cursor(
            String underName,
            Repository repository,
            Answer.Fresh fresh,
            Optional<String> etagUrl,
            Optional<String> etag) {
        IngestCursor cursor = IngestCursor.newBuilder()
                .setRepository(repository.getFullName())
                .setRepositoryId(repository.getId())
                .setStream(IngestStream.REPOSITORY)
                .setPhase(IngestPhase.TAIL)
                .setEtagUrl(etagUrl.orElse(null))
                .setEtag(etag.orElse(null))
                .setUpdatedAt(fresh.date())
                .build();
        return new OutgoingRecord<>(Topics.INGEST_CURSORS, key(underName), cursor, fresh.date());
    }

    private String key(String name) {
        return new CursorKey(host, name, IngestStream.REPOSITORY).toString();
    }
}
