// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topics;
import dev.hallway.streams.reference.BatchReference;
import dev.hallway.streams.reference.Community;
import dev.hallway.streams.reference.CommunityGenerator;
import dev.hallway.streams.reference.Shuffle;
import java.util.List;
import java.util.SortedMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** Laws of transactions: whatever is taken back and done again, and however much is done in one, figures are the same. */
class CrashLawsTest {

    static {
        // Avro trusts the generated classes from the first serde on, which here nobody else makes.
        Topics.ISSUES.valueSerde(SchemaRegistry.at("mock://crash-laws")).close();
    }

    private static final int NOTHING_FORGOTTEN = 10_000;

    @Provide
    Arbitrary<Community> communities() {
        return CommunityGenerator.communities();
    }

    @Provide
    Arbitrary<Shuffle> shuffles() {
        return CommunityGenerator.shuffles();
    }

    @Property(tries = 40, shrinking = ShrinkingMode.BOUNDED)
    void shouldEndInTheSameFiguresWhereverItCrashes(
            @ForAll("communities") Community community,
            @ForAll("shuffles") Shuffle shuffle,
            @ForAll @IntRange(min = 1, max = 7) int looks,
            @ForAll @IntRange(min = 1, max = 13) int commits) {
        // Given
        SortedMap<String, List<List<String>>> expected = BatchReference.tables(community.values());
        List<Community.Snapshot> arrivals = shuffle.of(community);
        CrashingTask undisturbed = new CrashingTask(arrivals, NOTHING_FORGOTTEN);
        undisturbed.finish();

        for (int crash = 0; crash <= 2 * arrivals.size(); crash++) {
            // When
            CrashingTask task = new CrashingTask(arrivals, NOTHING_FORGOTTEN);
            run(task, crash, looks, commits);
            task.crash();
            task.finish();

            // Then
            assertSame(task, expected);
            assertThat(task.standing(Topics.FLOW)).isEqualTo(undisturbed.standing(Topics.FLOW));
            assertThat(task.standing(Topics.CONTRIBUTOR_DIVERSITY))
                    .isEqualTo(undisturbed.standing(Topics.CONTRIBUTOR_DIVERSITY));
            assertThat(task.standing(Topics.RESPONSIVENESS)).isEqualTo(undisturbed.standing(Topics.RESPONSIVENESS));
            assertThat(task.standing(Topics.FEEDBACK_LATENCY)).isEqualTo(undisturbed.standing(Topics.FEEDBACK_LATENCY));
            assertThat(task.standing(Topics.STORIES).toString())
                    .isEqualTo(undisturbed.standing(Topics.STORIES).toString());
        }
    }

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void shouldEndInTheSameFiguresHoweverMuchLiesBetweenTwoLooksAndTwoCommits(
            @ForAll("communities") Community community,
            @ForAll("shuffles") Shuffle shuffle,
            @ForAll @IntRange(min = 1, max = 60) int looks,
            @ForAll @IntRange(min = 1, max = 60) int commits) {
        // Given
        SortedMap<String, List<List<String>>> expected = BatchReference.tables(community.values());
        List<Community.Snapshot> arrivals = shuffle.of(community);
        CrashingTask task = new CrashingTask(arrivals, NOTHING_FORGOTTEN);

        // When
        run(task, 3 * arrivals.size(), looks, commits);
        task.finish();

        // Then
        assertSame(task, expected);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.BOUNDED)
    void shouldEndInTheSameFiguresHoweverLittleIsRemembered(
            @ForAll("communities") Community community,
            @ForAll("shuffles") Shuffle shuffle,
            @ForAll @IntRange(min = 1, max = 9) int looks) {
        // Given
        SortedMap<String, List<List<String>>> expected = BatchReference.tables(community.values());
        List<Community.Snapshot> arrivals = shuffle.of(community);
        CrashingTask task = new CrashingTask(arrivals, 1);

        // When
        run(task, 3 * arrivals.size(), looks, 3);
        task.finish();

        // Then
        assertSame(task, expected);
    }

    private static void run(CrashingTask task, int steps, int looks, int commits) {
        for (int step = 1; step <= steps; step++) {
            task.take();
            if (step % looks == 0) {
                task.look();
            }
            if (step % commits == 0) {
                task.commit();
            }
        }
    }

    private static void assertSame(CrashingTask task, SortedMap<String, List<List<String>>> expected) {
        SortedMap<String, List<List<String>>> actual = TopologyLawsTest.tables(task.reader());
        expected.forEach(
                (table, rows) -> assertThat(actual.get(table)).as(table).containsExactlyElementsOf(rows));
    }
}
