// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.Topics;
import dev.hallway.github.Comment;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Review;
import dev.hallway.health.Story;
import dev.hallway.service.forgotten.Forgotten;
import dev.hallway.service.forgotten.Withholding;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.reference.BatchReference;
import dev.hallway.streams.reference.Community;
import dev.hallway.streams.reference.CommunityGenerator;
import dev.hallway.streams.reference.Shuffle;
import dev.hallway.streams.table.Tables;
import dev.hallway.streams.week.IsoWeek;
import dev.hallway.streams.week.WeekRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.apache.avro.specific.SpecificRecord;

/** Laws of the figures: they depend on the latest facts alone, not on how these came to be known. */
class TopologyLawsTest {

    private static final WeekRange ALWAYS = new WeekRange(IsoWeek.parse("2000-W01"), IsoWeek.parse("2100-W01"));

    @Provide
    Arbitrary<Community> communities() {
        return CommunityGenerator.communities();
    }

    @Provide
    Arbitrary<Shuffle> shuffles() {
        return CommunityGenerator.shuffles();
    }

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void shouldEndInTheFiguresOfABatchComputationWhateverTheOrderOfArrival(
            @ForAll("communities") Community community, @ForAll("shuffles") Shuffle shuffle) {
        inADirectory(directory -> {
            try (HallwayDriver driver = new HallwayDriver(directory)) {
                // Given
                SortedMap<String, List<List<String>>> expected = BatchReference.tables(community.values());

                // When
                shuffle.of(community).forEach(arrival -> driver.take(arrival.value()));
                driver.settle();

                // Then
                SortedMap<String, List<List<String>>> actual = tables(driver.reader());
                expected.forEach(
                        (table, rows) -> assertThat(actual.get(table)).as(table).containsExactlyElementsOf(rows));
                assertThat(driver.deadLetters()).isEmpty();
            }
        });
    }

    @Property(tries = 15, shrinking = ShrinkingMode.BOUNDED)
    void shouldLeaveOnTheMetricTopicsWhatTheStoresAnswer(
            @ForAll("communities") Community community, @ForAll("shuffles") Shuffle shuffle) {
        inADirectory(directory -> {
            try (HallwayDriver driver = new HallwayDriver(directory)) {
                // Given
                List<Community.Snapshot> arrivals = shuffle.of(community);
                int half = arrivals.size() / 2;
                arrivals.subList(0, half).forEach(arrival -> driver.take(arrival.value()));
                driver.settle();

                // When
                arrivals.subList(half, arrivals.size()).forEach(arrival -> driver.take(arrival.value()));
                driver.settle();

                // Then
                CommunityReader reader = driver.reader();
                assertThat(present(driver.published(Topics.FLOW))).isEqualTo(rows(reader, CommunityReader::flow));
                assertThat(present(driver.published(Topics.FEEDBACK_LATENCY)))
                        .isEqualTo(rows(reader, CommunityReader::feedbackLatency));
                assertThat(present(driver.published(Topics.CONTRIBUTOR_DIVERSITY)))
                        .isEqualTo(rows(reader, CommunityReader::contributorDiversity));
                assertThat(present(driver.published(Topics.RESPONSIVENESS)))
                        .isEqualTo(rows(reader, CommunityReader::responsiveness));
                assertThat(encoded(present(driver.published(Topics.STORIES)))).isEqualTo(encoded(stories(reader)));
            }
        });
    }

    @Property(tries = 15, shrinking = ShrinkingMode.BOUNDED)
    void shouldEndInTheSameFiguresIfItSettlesAfterEveryRecord(
            @ForAll("communities") Community community, @ForAll("shuffles") Shuffle shuffle) {
        inADirectory(directory -> {
            try (HallwayDriver driver = new HallwayDriver(directory)) {
                // Given
                SortedMap<String, List<List<String>>> expected = BatchReference.tables(community.values());

                // When
                shuffle.of(community).forEach(arrival -> {
                    driver.take(arrival.value());
                    driver.settle();
                });

                // Then
                SortedMap<String, List<List<String>>> actual = tables(driver.reader());
                expected.forEach(
                        (table, rows) -> assertThat(actual.get(table)).as(table).containsExactlyElementsOf(rows));
                assertThat(present(driver.published(Topics.FLOW)))
                        .isEqualTo(rows(driver.reader(), CommunityReader::flow));
                assertThat(encoded(present(driver.published(Topics.STORIES))))
                        .isEqualTo(encoded(stories(driver.reader())));
            }
        });
    }

    @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
    void shouldEndInTheSameFiguresOnceKafkaKeepsOnlyTheLatestRecordOfEachKey(
            @ForAll("communities") Community community, @ForAll("shuffles") Shuffle shuffle) {
        inADirectory(directory -> {
            try (HallwayDriver driver = new HallwayDriver(directory)) {
                // Given
                List<Community.Snapshot> told = ToldInOrder.of(community.snapshots());
                SortedMap<String, List<List<String>>> expected = BatchReference.tables(
                        told.stream().map(Community.Snapshot::value).toList());
                Map<String, Community.Snapshot> latest = new LinkedHashMap<>();
                told.forEach(snapshot -> latest.put(snapshot.key(), snapshot));

                // When
                shuffle.of(new Community(List.copyOf(latest.values())))
                        .forEach(arrival -> driver.take(arrival.value()));
                driver.settle();

                // Then
                SortedMap<String, List<List<String>>> actual = tables(driver.reader());
                expected.forEach(
                        (table, rows) -> assertThat(actual.get(table)).as(table).containsExactlyElementsOf(rows));
            }
        });
    }

    @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED)
    void shouldEndInTheFiguresOfAWorldThatNeverKnewWhoWasForgotten(
            @ForAll("communities") Community community,
            @ForAll("shuffles") Shuffle shuffle,
            @ForAll @IntRange(min = 1, max = 4) int person) {
        inADirectory(directory -> {
            try (HallwayDriver driver = new HallwayDriver(directory)) {
                // Given
                List<Community.Snapshot> told = ToldInOrder.of(community.snapshots());
                Withholding withholding = new Withholding(Forgotten.NOBODY.and(List.of(), List.of((long) person)));
                List<Community.Snapshot> kept = told.stream()
                        .map(snapshot -> new Community.Snapshot(snapshot.key(), without(snapshot.value(), withholding)))
                        .toList();
                SortedMap<String, List<List<String>>> expected = BatchReference.tables(told.stream()
                        .map(snapshot -> ToldInOrder.byNobody(snapshot.value(), person))
                        .toList());

                // When
                shuffle.of(new Community(kept)).forEach(arrival -> driver.take(arrival.value()));
                driver.settle();

                // Then
                SortedMap<String, List<List<String>>> actual = tables(driver.reader());
                expected.forEach(
                        (table, rows) -> assertThat(actual.get(table)).as(table).containsExactlyElementsOf(rows));
            }
        });
    }

    private static SpecificRecord without(SpecificRecord value, Withholding withholding) {
        if (value instanceof Issue issue) {
            return withholding.without(issue);
        }
        if (value instanceof PullRequest pull) {
            return withholding.without(pull);
        }
        if (value instanceof Comment comment) {
            return withholding.without(comment);
        }
        return value instanceof Review review ? withholding.without(review) : value;
    }

    static SortedMap<String, List<List<String>>> tables(CommunityReader reader) {
        SortedMap<String, List<List<String>>> tables = new TreeMap<>();
        Tables.ALL.forEach(table -> {
            List<List<String>> rows = new ArrayList<>();
            for (RepositorySummary repository : reader.repositories()) {
                table.rows()
                        .forEach(
                                reader,
                                repository.repository(),
                                row -> rows.add(row.cells().stream()
                                        .map(cell -> Objects.requireNonNullElse(cell, ""))
                                        .toList()));
            }
            rows.sort(BatchReference.ROW_ORDER);
            tables.put(table.name(), rows);
        });
        return tables;
    }

    private static <V extends SpecificRecord> Map<String, V> present(Map<String, V> published) {
        Map<String, V> rows = new TreeMap<>(published);
        rows.values().removeIf(Objects::isNull);
        return rows;
    }

    private static <V extends SpecificRecord> Map<String, V> rows(CommunityReader reader, Question<V> question) {
        Map<String, V> rows = new TreeMap<>();
        for (RepositorySummary repository : reader.repositories()) {
            String name = repository.repository().toLowerCase(Locale.ROOT);
            question.ask(reader, name, ALWAYS).forEach(row -> rows.put(name + "|" + week(row), row));
        }
        return rows;
    }

    private static Map<String, Story> stories(CommunityReader reader) {
        Map<String, Story> stories = new TreeMap<>();
        for (RepositorySummary repository : reader.repositories()) {
            String name = repository.repository().toLowerCase(Locale.ROOT);
            List<Story> byNumber = reader.stories(name, 0, Integer.MAX_VALUE, null);
            byNumber.forEach(story -> stories.put(name + "#" + story.getNumber(), story));
            assertThat(numbers(newestFirst(reader, name)))
                    .isEqualTo(numbers(byNumber).stream()
                            .sorted(Comparator.reverseOrder())
                            .toList());
        }
        return stories;
    }

    private static List<Story> newestFirst(CommunityReader reader, String repository) {
        List<Story> all = new ArrayList<>();
        List<Story> page = reader.newestStories(repository, Long.MAX_VALUE, 2, null);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = reader.newestStories(repository, page.get(page.size() - 1).getNumber(), 2, null);
        }
        return all;
    }

    private static List<Long> numbers(List<Story> stories) {
        return stories.stream().map(Story::getNumber).toList();
    }

    // Avro cannot compare records with a moment that may be absent.
    private static Map<String, ByteBuffer> encoded(Map<String, Story> stories) {
        Map<String, ByteBuffer> encoded = new TreeMap<>();
        stories.forEach((key, story) -> {
            try {
                encoded.put(key, story.toByteBuffer());
            } catch (IOException notEncoded) {
                throw new UncheckedIOException(notEncoded);
            }
        });
        return encoded;
    }

    private static String week(SpecificRecord row) {
        return row.get(row.getSchema().getField("week").pos()).toString();
    }

    private static void inADirectory(Consumer<Path> test) {
        try {
            Path directory = Files.createTempDirectory("hallway-laws");
            try {
                test.accept(directory);
            } finally {
                delete(directory);
            }
        } catch (IOException noDirectory) {
            throw new UncheckedIOException(noDirectory);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private interface Question<V> {
        List<V> ask(CommunityReader reader, String repository, WeekRange weeks);
    }
}
