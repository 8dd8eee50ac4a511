// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.operations;

import dev.hallway.github.Repository;
import dev.hallway.ingest.publish.OutgoingRecord;
import dev.hallway.ingest.publish.SavedState;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.ingest.report.RepositoryOutcome;
import dev.hallway.ingest.webhook.FollowedRepositories;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How far each repository has been read, as far as this process knows. Safe for several threads. */
public final class StatusBoard implements IngestListener, FollowedRepositories {

    private final Clock clock;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private OptionalLong quotaLeft = OptionalLong.empty();
    private boolean connected;

    /** A board with a line for each repository, under the name it is requested by. */
    public StatusBoard(Clock clock, List<String> repositories) {
        this.clock = clock;
        repositories.forEach(name -> lines.put(name, new Line(name)));
    }

    /** Whether Kafka was reached and what earlier runs committed is known. */
    public synchronized boolean connected() {
        return connected;
    }

    /** The repositories, under the names they were requested by. */
    public synchronized List<String> requestedNames() {
        return List.copyOf(lines.keySet());
    }

    /** Every line as it is now. */
    public synchronized List<RepositoryStatus> repositories() {
        return lines.values().stream().map(Line::status).toList();
    }

    /** Requests left in the current hour, as GitHub last reported. */
    public synchronized OptionalLong quotaLeft() {
        return quotaLeft;
    }

    /** Seconds since the last moment up to which everything was read; NaN before the first. */
    public synchronized double lagSeconds(String requestedName) {
        return line(requestedName)
                .flatMap(RepositoryStatus::syncedAt)
                .map(syncedAt -> Duration.between(syncedAt, clock.instant()).toMillis() / 1000.0)
                .orElse(Double.NaN);
    }

    /** Number of known gaps. */
    public synchronized double gaps(String requestedName) {
        return line(requestedName).map(status -> status.gaps().size()).orElse(0);
    }

    @Override
    public synchronized Optional<String> recordedAs(long id, String fullName) {
        for (Line line : lines.values()) {
            Repository known = line.repository;
            if (known != null && known.getId() == id) {
                return Optional.of(known.getFullName());
            }
        }
        // Before the first poll only the name is known.
        return lines.values().stream()
                .filter(line -> line.repository == null && line.requestedName.equalsIgnoreCase(fullName))
                .findFirst()
                .map(line -> fullName);
    }

    @Override
    public synchronized void restored(SavedState saved) {
        saved.repositories().values().forEach(this::show);
        connected = true;
    }

    @Override
    public synchronized void committed(List<OutgoingRecord<?>> page) {
        for (OutgoingRecord<?> record : page) {
            if (record.value() instanceof Repository repository) {
                show(repository);
            }
        }
    }

    @Override
    public synchronized void repositoryFinished(RepositoryOutcome outcome) {
        Line line = lines.get(outcome.requestedName());
        if (line != null) {
            line.outcome = outcome.line();
        }
    }

    @Override
    public synchronized void answered(int status, OptionalLong left) {
        quotaLeft = left.isPresent() ? left : quotaLeft;
    }

    private Optional<RepositoryStatus> line(String requestedName) {
        return Optional.ofNullable(lines.get(requestedName)).map(Line::status);
    }

    private void show(Repository repository) {
        for (Line line : lines.values()) {
            String asked = line.requestedName;
            boolean formerName = repository.getPreviousNames().contains(asked.toLowerCase(Locale.ROOT));
            boolean sameId = line.repository != null && line.repository.getId() == repository.getId();
            if (sameId || repository.getFullName().equalsIgnoreCase(asked) || (line.repository == null && formerName)) {
                line.repository = repository;
            }
        }
    }

    /** What is known of one repository. */
    private static final class Line {

        private final String requestedName;
        private @Nullable Repository repository;
        private @Nullable String outcome;

        Line(String requestedName) {
            this.requestedName = requestedName;
        }

        RepositoryStatus status() {
            return RepositoryStatus.of(requestedName, Optional.ofNullable(repository), Optional.ofNullable(outcome));
        }
    }
}
