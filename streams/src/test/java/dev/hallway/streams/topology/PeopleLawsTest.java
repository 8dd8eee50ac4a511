// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import dev.hallway.health.MergingWeek;
import dev.hallway.health.OrganisationsWeek;
import dev.hallway.people.PeopleRegistry;
import dev.hallway.streams.people.People;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.reference.BatchReference;
import dev.hallway.streams.reference.Community;
import dev.hallway.streams.reference.Community.Snapshot;
import dev.hallway.streams.reference.CommunityGenerator;
import dev.hallway.streams.reference.RegistryGenerator;
import dev.hallway.streams.reference.Shuffle;
import dev.hallway.streams.week.IsoWeek;
import dev.hallway.streams.week.WeekRange;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Laws of the people registry: the one in force corrects all of the past, as if it had always been so. */
class PeopleLawsTest {

    private static final int NOTHING_FORGOTTEN = 10_000;
    private static final WeekRange ALWAYS = new WeekRange(IsoWeek.parse("2000-W01"), IsoWeek.parse("2100-W01"));

    @Provide
    Arbitrary<Community> communities() {
        return CommunityGenerator.communities();
    }

    @Provide
    Arbitrary<Shuffle> shuffles() {
        return CommunityGenerator.shuffles();
    }

    @Provide
    Arbitrary<PeopleRegistry> registries() {
        return RegistryGenerator.registries();
    }

    @Provide
    Arbitrary<PeopleRegistry> identities() {
        return RegistryGenerator.registriesOfIdentities();
    }

    /**
     * When what happens, in steps of which each takes a fact.
     *
     * @param first one registry comes into force
     * @param then another one does, so many steps later
     * @param back the one before does again, so many steps after it first did
     * @param looks steps from one look to the next
     * @param commits steps from one commit to the next
     * @param crash the task crashes
     */
    record Schedule(int first, int then, int back, int looks, int commits, int crash) {}

    @Provide
    Arbitrary<Schedule> schedules() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(0, 60),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.integers().between(0, 90))
                .as(Schedule::new);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void shouldEndInTheSameFiguresWheneverARegistryComesIntoForce(
            @ForAll("communities") Community community,
            @ForAll("shuffles") Shuffle shuffle,
            @ForAll("registries") PeopleRegistry before,
            @ForAll("registries") PeopleRegistry registry,
            @ForAll("schedules") Schedule schedule) {
        // When
        CrashingTask task = run(shuffle.of(community), before, registry, schedule);

        // Then
        assertSame(task, always(community, registry));
    }

    @Property(tries = 200, shrinking = ShrinkingMode.BOUNDED)
    void shouldEndInTheSameFiguresThoughNothingButWhoIsWhoDiffers(
            @ForAll("communities") Community community,
            @ForAll("shuffles") Shuffle shuffle,
            @ForAll("identities") PeopleRegistry before,
            @ForAll("identities") PeopleRegistry registry,
            @ForAll("schedules") Schedule schedule) {
        // When
        CrashingTask task = run(shuffle.of(community), before, registry, schedule);

        // Then
        assertSame(task, always(community, registry));
    }

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void shouldMergeWeeksIntoWhatEachOfThemShows(
            @ForAll("communities") Community community, @ForAll("registries") PeopleRegistry registry) {
        // When
        CrashingTask task = new CrashingTask(community.snapshots(), NOTHING_FORGOTTEN);
        task.replaceBy(People.of(registry));
        task.finish();

        // Then
        CommunityReader reader = task.reader();
        for (RepositorySummary summary : reader.repositories()) {
            String repository = summary.repository();
            for (OrganisationsWeek row : reader.organisations(repository, ALWAYS)) {
                assertThat(reader.organisationsOver(repository, one(row.getWeek())))
                        .isEqualTo(row);
            }
            for (MergingWeek row : reader.merging(repository, ALWAYS)) {
                assertThat(reader.mergingOver(repository, one(row.getWeek()))).isEqualTo(row);
            }
        }
        assertThat(TopologyLawsTest.tables(reader).get("newcomer-cohorts")).isEqualTo(cohorts(reader));
    }

    /** A task under one registry from the beginning. */
    private static CrashingTask always(Community community, PeopleRegistry registry) {
        CrashingTask task = new CrashingTask(community.snapshots(), NOTHING_FORGOTTEN);
        task.replaceBy(People.of(registry));
        task.finish();
        return task;
    }

    private static CrashingTask run(
            List<Snapshot> facts, PeopleRegistry before, PeopleRegistry registry, Schedule schedule) {
        CrashingTask task = new CrashingTask(facts, NOTHING_FORGOTTEN);
        for (int step = 0; step < 90; step++) {
            if (step == schedule.first()) {
                task.replaceBy(People.of(before));
            }
            if (step == schedule.first() + schedule.then()) {
                task.replaceBy(People.of(registry));
            }
            if (step == schedule.first() + schedule.back()) {
                task.replaceBy(People.of(before));
            }
            if (step == schedule.crash()) {
                task.crash();
            }
            task.take();
            if (step % schedule.looks() == 0) {
                task.look();
            }
            if (step % schedule.commits() == 0) {
                task.commit();
            }
        }
        task.replaceBy(People.of(registry));
        task.finish();
        return task;
    }

    private static WeekRange one(String week) {
        return new WeekRange(IsoWeek.parse(week), IsoWeek.parse(week));
    }

    /** The cohorts as a list of all newcomers tells them. */
    private static List<List<String>> cohorts(CommunityReader reader) {
        List<List<String>> rows = new ArrayList<>();
        for (RepositorySummary summary : reader.repositories()) {
            SortedMap<String, long[]> weeks = new TreeMap<>();
            reader.forEachNewcomer(summary.repository(), person -> {
                long[] row = weeks.computeIfAbsent(person.firstWeek().toString(), week -> new long[9]);
                row[0]++;
                row[
                        switch (person.firstKind()) {
                            case ISSUE_OPENED -> 1;
                            case PULL_REQUEST_OPENED -> 2;
                            case ISSUE_COMMENT, REVIEW_COMMENT -> 3;
                            case REVIEW -> 4;
                            case PULL_REQUEST_MERGED ->
                                throw new AssertionError("A merge is nobody's first contribution.");
                        }]++;
                row[5] += person.firstPullRequestAt() == null ? 0 : 1;
                row[6] += person.firstMergeAt() == null ? 0 : 1;
                row[7] += Boolean.TRUE.equals(person.returned()) ? 1 : 0;
                row[8] += person.returned() == null ? 0 : 1;
            });
            weeks.forEach((week, counts) -> {
                List<String> row = new ArrayList<>(List.of(summary.repository(), week));
                for (long count : counts) {
                    row.add(Long.toString(count));
                }
                rows.add(row);
            });
        }
        rows.sort(BatchReference.ROW_ORDER);
        return rows;
    }

    private static void assertSame(CrashingTask task, CrashingTask expected) {
        SortedMap<String, List<List<String>>> actual = TopologyLawsTest.tables(task.reader());
        TopologyLawsTest.tables(expected.reader())
                .forEach(
                        (table, rows) -> assertThat(actual.get(table)).as(table).containsExactlyElementsOf(rows));
        for (Topic<?, ?> topic : Topics.OUTPUTS) {
            assertThat(task.standing(topic).toString())
                    .as(topic.name())
                    .isEqualTo(expected.standing(topic).toString());
        }
    }
}
