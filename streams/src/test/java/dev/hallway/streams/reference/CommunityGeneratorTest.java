// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.github.Comment;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Repository;
import dev.hallway.github.Review;
import dev.hallway.streams.reference.Community.Snapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.specific.SpecificRecord;

class CommunityGeneratorTest {

    private static final int ENOUGH = 3_000;

    @Property(tries = 300)
    void shouldGiveTheSameTablesInAnyOrderOfArrival(
            @ForAll("communities") Community community, @ForAll("shuffles") Shuffle shuffle) {
        // Given
        var expected = BatchReference.tables(community.values());

        // When
        var tables = BatchReference.tables(
                shuffle.of(community).stream().map(Snapshot::value).toList());

        // Then
        assertThat(tables).isEqualTo(expected);
    }

    @Property(tries = 300)
    void shouldFillEveryColumnOfEveryRow(@ForAll("communities") Community community) {
        // When
        var tables = BatchReference.tables(community.values());

        // Then
        assertThat(tables).hasSameSizeAs(BatchReference.COLUMNS).allSatisfy((name, rows) -> assertThat(rows)
                .allSatisfy(row -> assertThat(row).hasSameSizeAs(BatchReference.COLUMNS.get(name)))
                .doesNotHaveDuplicates());
    }

    @Property(tries = 300)
    void shouldTellTheSnapshotsOfAnEntityApart(@ForAll("communities") Community community) {
        // Given
        Set<Object> versions = new HashSet<>();

        // When
        List<SpecificRecord> snapshots = community.values();

        // Then
        assertThat(snapshots).allSatisfy(snapshot -> assertThat(versions.add(version(snapshot)))
                .isTrue());
    }

    @Example
    void shouldReachEveryTable() {
        // Given
        Set<String> filled = new TreeSet<>();

        // When
        CommunityGenerator.communities().sampleStream().limit(ENOUGH).forEach(community -> BatchReference.tables(
                        community.values())
                .forEach((name, rows) -> {
                    if (!rows.isEmpty()) {
                        filled.add(name);
                    }
                }));

        // Then
        assertThat(filled).isEqualTo(BatchReference.COLUMNS.keySet());
    }

    @Provide
    Arbitrary<Community> communities() {
        return CommunityGenerator.communities();
    }

    @Provide
    Arbitrary<Shuffle> shuffles() {
        return CommunityGenerator.shuffles();
    }

    private static List<Object> version(SpecificRecord snapshot) {
        if (snapshot instanceof Issue issue) {
            return List.of("issue", FinalFacts.key(issue), issue.getUpdatedAt(), issue.getObservedAt());
        }
        if (snapshot instanceof PullRequest pull) {
            return List.of("pull", FinalFacts.key(pull), pull.getUpdatedAt(), pull.getObservedAt());
        }
        if (snapshot instanceof Comment comment) {
            return List.of(comment.getKind(), comment.getId(), comment.getUpdatedAt(), comment.getObservedAt());
        }
        if (snapshot instanceof Repository repository) {
            return List.of("repository", repository.getFullName(), repository.getObservedAt());
        }
        Review review = (Review) snapshot;
        return List.of("review", review.getId(), review.getObservedAt());
    }
}
