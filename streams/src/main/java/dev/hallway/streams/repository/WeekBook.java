// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.repository;

import dev.hallway.streams.repository.RepositoryKey.DurationBucket;
import dev.hallway.streams.repository.RepositoryKey.Week;
import dev.hallway.streams.week.IsoWeek;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** The counters of the weeks: every change is written down together with what has to be published because of it. */
final class WeekBook {

    private final KeyValueStore<Week, WeekTally> weeks;
    private final KeyValueStore<DurationBucket, Long> durations;
    private final KeyValueStore<Week, Unpublished> unpublished;
    private final KeyValueStore<String, Publication> publications;
    private final ChangedRepositories changed;

    WeekBook(ProcessorContext<String, Published> context, ChangedRepositories changed) {
        this.changed = changed;
        weeks = RepositoryStores.WEEKS.in(context);
        durations = RepositoryStores.DURATIONS.in(context);
        unpublished = RepositoryStores.UNPUBLISHED.in(context);
        publications = RepositoryStores.PUBLICATIONS.in(context);
    }

    /** Changes a week's counters; a week in which nothing is counted any more is forgotten. */
    void count(String repository, IsoWeek week, WeekTally change) {
        if (change.isZero()) {
            return;
        }
        Week key = new Week(repository, week);
        WeekTally known = weeks.get(key);
        WeekTally tally = known == null ? change : known.plus(change);
        weeks.put(key, tally.isZero() ? null : tally);
        publish(key, change.figures(), change.openIssues(), change.openPullRequests());
    }

    /** Counts a duration once more or once less. */
    void measure(String repository, ItemEffects.Measured duration, int times) {
        for (int level = 0; level < RankedDurations.LEVELS; level++) {
            DurationBucket bucket = new DurationBucket(
                    repository,
                    duration.week(),
                    duration.measure(),
                    level,
                    RankedDurations.bucket(duration.seconds(), level));
            Long known = durations.get(bucket);
            long count = (known == null ? 0 : known) + times;
            durations.put(bucket, count == 0 ? null : count);
        }
        publish(
                new Week(repository, duration.week()),
                duration.measure().figure().bit(),
                0,
                0);
    }

    /** Has the figures of a week published; a bit for each. */
    void publish(Week week, int figures, long openIssues, long openPullRequests) {
        Unpublished known = unpublished.get(week);
        Unpublished before = known == null ? Unpublished.NOTHING : known;
        Unpublished after = before.with(figures, openIssues, openPullRequests);
        if (!after.equals(before)) {
            unpublished.put(week, after);
            changed.add(week.repository());
            markDigest(week);
        }
    }

    // A digest shows its week beside the one before; it is published again with the next description.
    private void markDigest(Week week) {
        Publication publication = publications.get(week.repository());
        if (publication != null && !publication.digestStale() && publication.digestWeek() != null) {
            int age = publication.digestWeek().ordinal() - week.week().ordinal();
            if (age == 0 || age == 1) {
                publications.put(week.repository(), publication.withStaleDigest());
            }
        }
    }
}
