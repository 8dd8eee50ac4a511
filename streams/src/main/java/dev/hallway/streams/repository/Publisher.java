// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.repository;

import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import dev.hallway.health.FlowWeek;
import dev.hallway.streams.repository.RepositoryKey.OfRepository;
import dev.hallway.streams.repository.RepositoryKey.Week;
import dev.hallway.streams.state.Keys;
import dev.hallway.streams.state.StoreSource;
import dev.hallway.streams.week.IsoWeek;
import dev.hallway.streams.week.WeekRange;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Publishes the figures of the weeks that changed.
 *
 * <p>What changed is written down with the change itself, so nothing is forgotten by a crash; many changes of a week
 * between two calls are published once.
 */
final class Publisher {

    private final ProcessorContext<String, Published> context;
    private final KeyValueStore<Week, Unpublished> unpublished;
    private final KeyValueStore<String, Publication> publications;
    private final StoreReader reader;
    private final DigestPress press;
    private final ChangedRepositories changed;

    Publisher(ProcessorContext<String, Published> context, ChangedRepositories changed, DigestPress press) {
        this.context = context;
        unpublished = RepositoryStores.UNPUBLISHED.in(context);
        publications = RepositoryStores.PUBLICATIONS.in(context);
        reader = StoreReader.over(StoreSource.of(context));
        this.press = press;
        this.changed = changed;
    }

    /**
     * Publishes repository after repository until nothing is left or there is no more time; goes on there next time.
     *
     * @return true if there was anything to publish
     */
    boolean publish(long time, BooleanSupplier timeIsLeft) {
        Optional<String> repository = changed.take();
        boolean any = repository.isPresent();
        while (repository.isPresent()) {
            publish(repository.get(), time);
            repository = timeIsLeft.getAsBoolean() ? changed.take() : Optional.empty();
        }
        return any;
    }

    private void publish(String repository, long time) {
        NavigableMap<IsoWeek, Unpublished> weeksChanged = new TreeMap<>();
        try (KeyValueIterator<Week, Unpublished> weeks =
                unpublished.prefixScan(new OfRepository(repository), Keys.SERIALIZER)) {
            while (weeks.hasNext()) {
                KeyValue<Week, Unpublished> next = weeks.next();
                weeksChanged.put(next.key.week(), next.value);
            }
        }
        RepositoryWeeks weeks = reader.weeks(repository);
        weeksChanged.forEach((week, what) -> {
            for (Figure figure : what.all()) {
                publish(repository, weeks, week, figure, time);
            }
            unpublished.delete(new Week(repository, week));
        });
        publishFlow(repository, weeks, weeksChanged, time);
    }

    private void publish(String repository, RepositoryWeeks weeks, IsoWeek week, Figure figure, long time) {
        switch (figure) {
            case FEEDBACK_LATENCY ->
                forward(Topics.FEEDBACK_LATENCY, repository, week, weeks.feedbackLatency(week), time);
            case CONTRIBUTOR_DIVERSITY ->
                forward(Topics.CONTRIBUTOR_DIVERSITY, repository, week, weeks.contributorDiversity(week), time);
            case RESPONSIVENESS -> forward(Topics.RESPONSIVENESS, repository, week, weeks.responsiveness(week), time);
            case DIGEST ->
                forward(Topics.DIGESTS, repository, week, Optional.of(press.print(reader, repository, week)), time);
            case FLOW -> {
                // A row of flow depends on all weeks before it: publishFlow sees to it.
            }
        }
    }

    /** The balance of open items carries on into every later week, until a later change evens it out. */
    private void publishFlow(
            String repository, RepositoryWeeks weeks, NavigableMap<IsoWeek, Unpublished> changed, long time) {
        Publication known = publications.get(repository);
        Publication publication = known == null ? Publication.NONE : known;
        FlowSpan before = new FlowSpan(publication.firstFlowWeek(), publication.lastFlowWeek());
        FlowSpan after = weeks.flowSpan();
        boolean affected = changed.values().stream().anyMatch(what -> what.has(Figure.FLOW));
        if (after.equals(before) && !affected) {
            return;
        }
        for (IsoWeek gone : before.without(after)) {
            forward(Topics.FLOW, repository, gone, Optional.empty(), time);
        }
        long issues = 0;
        long pullRequests = 0;
        for (FlowWeek row : after.last() == null ? List.<FlowWeek>of() : rows(weeks, changed, before, after)) {
            IsoWeek week = IsoWeek.parse(row.getWeek());
            Unpublished what = changed.getOrDefault(week, Unpublished.NOTHING);
            issues += what.openIssues();
            pullRequests += what.openPullRequests();
            if (!before.contains(week) || what.has(Figure.FLOW) || issues != 0 || pullRequests != 0) {
                forward(Topics.FLOW, repository, week, Optional.of(row), time);
            }
        }
        if (!after.equals(before)) {
            publications.put(repository, publication.withFlow(after.first(), after.last()));
        }
    }

    private List<FlowWeek> rows(
            RepositoryWeeks weeks, NavigableMap<IsoWeek, Unpublished> changed, FlowSpan before, FlowSpan after) {
        IsoWeek last = Objects.requireNonNull(after.last());
        IsoWeek from = changed.firstKey();
        if (before.last() == null) {
            from = Objects.requireNonNull(after.first());
        } else if (before.last().compareTo(from) < 0) {
            from = before.last().next();
        }
        return from.compareTo(last) > 0 ? List.of() : weeks.flow(new WeekRange(from, last));
    }

    private void forward(
            Topic<String, ? extends SpecificRecord> topic,
            String repository,
            IsoWeek week,
            Optional<? extends SpecificRecord> row,
            long time) {
        Published published = new Published(topic, row.orElse(null));
        context.forward(new Record<>(repository + "|" + week, published, time));
    }
}
