// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.polling;

import dev.hallway.ingest.publish.OutgoingRecord;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.ingest.report.RepositoryOutcome;
import dev.hallway.ingest.webhook.Content;
import dev.hallway.ingest.webhook.DeliveryListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Decides which repositories are due, from what polls find and webhooks bring. Safe for several threads. */
public final class PollSchedule implements IngestListener, DeliveryListener {

    // Quieter repositories are polled as configured: that costs no quota while nothing happens.
    private static final Duration ARRIVING = Duration.ofHours(1);

    private final Clock clock;
    private final Duration base;
    private final RecentDeliveries deliveries = new RecentDeliveries();
    private final Map<String, State> states = new HashMap<>();
    private final Map<String, String> canonicalNames = new HashMap<>();

    /**
     * Starts with polling as configured.
     *
     * @param base the poll interval
     */
    public PollSchedule(Clock clock, Duration base) {
        this.clock = clock;
        this.base = base;
    }

    /** Whether a repository is due now, under the name it was given. */
    public synchronized boolean isDue(String requestedName) {
        State state = state(requestedName);
        // The loop checks once per poll interval: up to half an interval early is better than half an interval late.
        return state.pollInterval.interval().equals(base)
                || !clock.instant()
                        .isBefore(state.polledAt
                                .plus(state.pollInterval.interval())
                                .minus(base.dividedBy(2)));
    }

    /** The time between two polls of a repository as it is now. */
    public synchronized Duration interval(String requestedName) {
        return state(requestedName).pollInterval.interval();
    }

    @Override
    public synchronized void committed(List<OutgoingRecord<?>> page) {
        for (OutgoingRecord<?> record : page) {
            int hash = record.key().indexOf('#');
            if (hash > 0) {
                State state = state(record.key().substring(0, hash));
                state.foundMore |= deliveries.isNews(record, state.polledUntil);
            }
        }
    }

    @Override
    public synchronized void repositoryFinished(RepositoryOutcome outcome) {
        if (outcome instanceof RepositoryOutcome.UpToDate done) {
            canonicalNames.put(lower(done.requestedName()), lower(done.canonicalName()));
            State state = state(done.canonicalName());
            Instant now = clock.instant();
            boolean arrive = !state.deliveredAt.plus(ARRIVING).isBefore(now);
            state.pollInterval = state.pollInterval.afterPoll(arrive, state.foundMore);
            state.foundMore = false;
            state.polledUntil = done.syncedAt();
            state.polledAt = now;
        } else {
            state(outcome.requestedName()).pollInterval = PollInterval.every(base);
        }
    }

    @Override
    public synchronized void recorded(Content.Fact fact) {
        deliveries.note(fact);
        String key = fact.record().key();
        state(key.substring(0, key.indexOf('#'))).deliveredAt = clock.instant();
    }

    @Override
    public synchronized void repositoryChanged(String repository) {
        state(repository).pollInterval = PollInterval.every(base);
    }

    private State state(String name) {
        String canonical = canonicalNames.getOrDefault(lower(name), lower(name));
        return states.computeIfAbsent(canonical, unknown -> new State(PollInterval.every(base)));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** What is known of one repository. */
    private static final class State {

        private PollInterval pollInterval;
        private boolean foundMore;
        private Instant polledUntil = Instant.EPOCH;
        private Instant polledAt = Instant.EPOCH;
        private Instant deliveredAt = Instant.EPOCH;

        State(PollInterval pollInterval) {
            this.pollInterval = pollInterval;
        }
    }
}
