// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.measure;

import dev.hallway.streams.community.CommunityStores;
import dev.hallway.streams.explain.Explainer;
import dev.hallway.streams.explain.WeeklyFigure;
import dev.hallway.streams.people.People;
import dev.hallway.streams.query.StoreReader;
import dev.hallway.streams.read.PageSize;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.state.TableReader;
import dev.hallway.streams.week.IsoWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.QueryableStoreTypes;

/** Explains any figures of any weeks, one after the other, as a query does: the first page of each. */
final class Explaining {

    private static final int PAGES = 5_000;
    private static final int BEFORE_THE_CLOCK = 500;
    private static final PageSize PAGE = new PageSize(50, 1_000);

    private Explaining() {}

    static Lateness measure(KafkaStreams streams, int partitions, ProgressReporter progress) {
        List<Held> repositories = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            StoreReader reader = reader(streams, partition);
            reader.repositories().stream()
                    .filter(summary -> summary.firstWeek() != null)
                    .forEach(summary -> repositories.add(new Held(reader, summary)));
        }
        SplittableRandom random = new SplittableRandom(1);
        List<Long> nanos = new ArrayList<>();
        for (int page = 0; page < PAGES + BEFORE_THE_CLOCK; page++) {
            Held held = repositories.get(random.nextInt(repositories.size()));
            WeeklyFigure figure = WeeklyFigure.values()[random.nextInt(WeeklyFigure.values().length)];
            Explainer explainer = new Explainer(held.reader(), held.summary(), week(held.summary(), random));
            long began = System.nanoTime();
            if (explainer.page(figure, null, PAGE).isEmpty()) {
                throw new IllegalStateException("The first page of " + figure + " is not there.");
            }
            if (page >= BEFORE_THE_CLOCK) {
                nanos.add(System.nanoTime() - began);
            }
            progress.report("explanations", page, PAGES);
        }
        return Lateness.of(nanos);
    }

    private static IsoWeek week(RepositorySummary summary, SplittableRandom random) {
        IsoWeek first = summary.firstWeek();
        IsoWeek last = summary.lastWeek();
        if (first == null || last == null) {
            throw new IllegalStateException(summary.repository() + " has no weeks.");
        }
        return first.plus(random.nextInt(last.ordinal() - first.ordinal() + 1));
    }

    private static StoreReader reader(KafkaStreams streams, int partition) {
        return new StoreReader(
                new TableReader(streams.store(StoreQueryParameters.fromNameAndType(
                                CommunityStores.COMMUNITY, QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                        .withPartition(partition))),
                People.unregistered());
    }

    private record Held(StoreReader reader, RepositorySummary summary) {}
}
