// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.polling;

import java.time.Duration;

/**
 * The time between two polls of one repository, without side effects.
 *
 * @param base the poll interval that was configured
 * @param interval the one in force now
 */
record PollInterval(Duration base, Duration interval) {

    /**
     * However reliable its webhook, a repository is polled at least this often, unless the configured interval is
     * longer.
     */
    static final Duration LONGEST = Duration.ofMinutes(10);

    /** Polling as configured. */
    static PollInterval every(Duration base) {
        return new PollInterval(base, base);
    }

    /** Twice the interval after a poll that found nothing new while webhooks arrive; the configured one otherwise. */
    PollInterval afterPoll(boolean webhooksArrive, boolean foundMore) {
        if (foundMore || !webhooksArrive) {
            return every(base);
        }
        Duration longest = base.compareTo(LONGEST) > 0 ? base : LONGEST;
        Duration twice = interval.multipliedBy(2);
        return new PollInterval(base, twice.compareTo(longest) > 0 ? longest : twice);
    }
}
