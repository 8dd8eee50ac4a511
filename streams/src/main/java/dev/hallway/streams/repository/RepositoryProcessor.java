// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.repository;

import dev.hallway.streams.fact.RepositoryInput;
import dev.hallway.streams.pace.Pace;
import dev.hallway.streams.pace.Traffic;
import dev.hallway.streams.repository.RepositoryKey.Week;
import dev.hallway.streams.week.IsoWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Counts what the earlier stages tell into the weeks of repositories, and publishes the figures of changed weeks. */
public final class RepositoryProcessor implements Processor<String, RepositoryInput, String, Published> {

    private static final String CALLS_INIT_FIRST = "Kafka Streams calls init first";

    // While records stream in, weeks change again and again, and only the last change need be published.
    private static final Duration BETWEEN_PUBLICATIONS_WHEN_BUSY = Duration.ofSeconds(2);
    private static final Duration TIME_WHEN_BUSY = Duration.ofMillis(50);
    private static final Duration TIME_WHEN_CALM = Duration.ofMillis(500);

    private final DigestPress press;
    private final Traffic traffic;
    private @Nullable Books books;
    private @Nullable Pace pace;
    private long publishedAt;

    /** A processor that prints digests with the given press, and shares the count of records with the others. */
    public RepositoryProcessor(DigestPress press, Traffic traffic) {
        this.press = press;
        this.traffic = traffic;
    }

    @Override
    public void init(ProcessorContext<String, Published> context) {
        books = new Books(context, press);
        pace = Pace.of(context, traffic, this::publish);
    }

    @Override
    public void close() {
        if (pace != null) {
            pace.close();
        }
    }

    @Override
    public void process(Record<String, RepositoryInput> record) {
        Objects.requireNonNull(pace, CALLS_INIT_FIRST).take();
        String repository = record.key();
        RepositoryInput input = record.value();
        Books known = Objects.requireNonNull(books, CALLS_INIT_FIRST);
        if (input instanceof RepositoryInput.ContributionChanged change) {
            known.introduce(repository, change.repository());
            known.contributions.take(repository, change);
        } else if (input instanceof RepositoryInput.ItemChanged change) {
            if (change.item() != null) {
                known.introduce(repository, change.item().repository());
            }
            known.items.take(repository, change);
        } else if (input instanceof RepositoryInput.RepliesChanged change) {
            known.items.take(repository, change);
        } else if (input instanceof RepositoryInput.StoryChanged change) {
            known.items.take(repository, change);
        } else if (input instanceof RepositoryInput.RepositoryDescribed described) {
            known.describe(repository, described);
        }
    }

    private boolean publish(long now, boolean calm) {
        if (!calm && now - publishedAt < BETWEEN_PUBLICATIONS_WHEN_BUSY.toMillis()) {
            return false;
        }
        publishedAt = now;
        long end = System.nanoTime() + (calm ? TIME_WHEN_CALM : TIME_WHEN_BUSY).toNanos();
        return Objects.requireNonNull(books, CALLS_INIT_FIRST)
                .publisher
                .publish(now, () -> System.nanoTime() - end < 0);
    }

    /** What is written down of the repositories of this task. */
    private static final class Books {

        private final KeyValueStore<String, Description> descriptions;
        private final KeyValueStore<String, Publication> publications;
        private final WeekBook weeks;
        private final ContributionBook contributions;
        private final ItemBook items;
        private final Publisher publisher;

        Books(ProcessorContext<String, Published> context, DigestPress press) {
            descriptions = RepositoryStores.DESCRIPTIONS.in(context);
            publications = RepositoryStores.PUBLICATIONS.in(context);
            ChangedRepositories changed = new ChangedRepositories(RepositoryStores.UNPUBLISHED.in(context));
            weeks = new WeekBook(context, changed);
            contributions = new ContributionBook(context, weeks);
            items = new ItemBook(context, weeks);
            publisher = new Publisher(context, changed, press);
        }

        void introduce(String repository, String name) {
            if (descriptions.get(repository) == null) {
                descriptions.put(repository, Description.named(name));
            }
        }

        void describe(String key, RepositoryInput.RepositoryDescribed described) {
            var repository = described.repository();
            Description known = descriptions.get(key);
            if (known != null && repository.getObservedAt().isBefore(known.observedAt())) {
                return;
            }
            descriptions.put(
                    key,
                    new Description(
                            repository.getFullName(),
                            repository.getHtmlUrl(),
                            repository.getObservedAt(),
                            repository.getSyncedAt(),
                            repository.getHistoryComplete(),
                            List.copyOf(repository.getGaps()),
                            repository.getInventory() == null ? null : InventoryCodec.of(repository.getInventory())));
            if (repository.getSyncedAt() != null) {
                printDigest(key, repository.getSyncedAt());
            }
        }

        /** A week has ended once everything GitHub showed in it has been read. */
        private void printDigest(String key, Instant syncedAt) {
            Publication known = publications.get(key);
            Publication publication = known == null ? Publication.NONE : known;
            IsoWeek ended = IsoWeek.of(syncedAt).previous();
            boolean isNew =
                    publication.digestWeek() == null || publication.digestWeek().compareTo(ended) < 0;
            if (isNew || publication.digestStale()) {
                publications.put(key, publication.withDigest(ended));
                weeks.publish(new Week(key, ended), Figure.DIGEST.bit(), 0, 0);
            }
        }
    }
}
