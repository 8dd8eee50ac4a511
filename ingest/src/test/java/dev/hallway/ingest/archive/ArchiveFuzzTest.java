// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hallway.ingest.Mutations;
import dev.hallway.ingest.webhook.Payload;
import dev.hallway.service.forgotten.Withholding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Lines of an hour file. */
class ArchiveFuzzTest {

    private static final Instant AT = Instant.parse("2024-09-01T12:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<byte[]> files() {
        return Mutations.bytesOf(
                line("IssuesEvent", Payload.issue("opened", 12, AT).toString()),
                line(
                                "IssueCommentEvent",
                                Payload.issueComment("created", 12, 3, AT).toString())
                        + line(
                                "PullRequestEvent",
                                Payload.pullRequest("closed", 13, AT).toString()),
                line(
                                "PullRequestReviewEvent",
                                Payload.review("created", 13, 5, "approved", AT).toString())
                        + line(
                                "PullRequestReviewCommentEvent",
                                Payload.reviewComment("created", 13, 7, AT).toString()));
    }

    @MethodSource("files")
    @FuzzTest
    void shouldReadEveryLineOrSayWhyNot(byte @NotNull [] file) throws IOException {
        // When
        try (Lines lines = new Lines(new ByteArrayInputStream(file))) {
            while (lines.next()) {
                Line line = EventHeader.read(lines.bytes(), lines.length());

                // Then
                assertThat(line).isNotNull();
                if (line instanceof Line.Event event
                        && EventFacts.areIn(event.header().type())) {
                    assertThat(facts(event.header(), Arrays.copyOf(lines.bytes(), lines.length())))
                            .isNotNull();
                }
            }
        }
    }

    private static EventFacts facts(EventHeader header, byte[] line) throws IOException {
        return EventFacts.read(
                header.type(), JSON.readTree(line), header.repository(), header.createdAt(), Withholding.NOBODY);
    }

    private static String line(String type, String payload) {
        return "{\"type\":\"" + type + "\",\"repo\":{\"id\":77,\"name\":\"Hall/Way\"},\"created_at\":\"" + AT
                + "\",\"payload\":" + payload + "}\n";
    }
}
