// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.translate;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hallway.ingest.Mutations;
import dev.hallway.ingest.webhook.Payload;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Entries of the pages that GitHub's API answers with. */
class SnapshotsFuzzTest {

    private static final Instant AT = Instant.parse("2024-09-01T12:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<String> entries() {
        return Mutations.of(
                Payload.issue("opened", 12, AT).path("issue").toString(),
                Payload.issueComment("created", 12, 3, AT).path("comment").toString(),
                Payload.pullRequest("closed", 13, AT).path("pull_request").toString(),
                Payload.review("submitted", 13, 5, "approved", AT)
                        .path("review")
                        .toString(),
                Payload.reviewComment("created", 13, 7, AT).path("comment").toString());
    }

    @MethodSource("entries")
    @FuzzTest
    void shouldReadEveryEntryOrSayWhyNot(@NotNull String entry) {
        // Given
        Optional<JsonNode> json = json(entry);
        Snapshots snapshots = new Snapshots(Payload.REPOSITORY, AT);

        // When
        List<Translation<?>> read = json.map(node -> List.<Translation<?>>of(
                        snapshots.issue(node),
                        snapshots.pullRequest(node),
                        snapshots.issueComment(node),
                        snapshots.reviewComment(node),
                        snapshots.review(node, 13),
                        Snapshots.repository(node, AT)))
                .orElse(List.of());

        // Then
        assertThat(read).allSatisfy(translation -> assertThat(translation).isNotNull());
    }

    private static Optional<JsonNode> json(String entry) {
        try {
            return Optional.of(JSON.readTree(entry));
        } catch (JsonProcessingException notJson) {
            // Refused before anything is translated.
            return Optional.empty();
        }
    }
}
