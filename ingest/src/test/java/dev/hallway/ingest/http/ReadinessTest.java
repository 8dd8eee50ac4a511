// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.Topics;
import dev.hallway.ingest.publish.Write;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Ready means that the first delivery finds everything there. */
class ReadinessTest {

    private final Served served = Served.start();

    @AfterEach
    void stop() {
        served.close();
    }

    @Test
    void shouldPrepareEveryTopicAndWriteNothing() throws IOException, InterruptedException {
        // Given
        served.connected();

        // When
        HttpResponse<String> answer = served.get("/health/ready");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(served.facts().preparedFor())
                .extracting(record -> record.topic().name())
                .contains(
                        Topics.ISSUES.name(),
                        Topics.PULL_REQUESTS.name(),
                        Topics.COMMENTS.name(),
                        Topics.REVIEWS.name());
        assertThat(served.facts().log()).isEmpty();
    }

    @Test
    void shouldNotBeReadyWhileTheRegistryIsAway() throws IOException, InterruptedException {
        // Given
        served.facts().answerWith(new Write.Unavailable("The schema registry is away."));
        served.connected();

        // When
        HttpResponse<String> answer = served.get("/health/ready");

        // Then
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("schema registry");
    }

    @Test
    void shouldPrepareAfterTheNextPollWhenTheRegistryWasAway() throws IOException, InterruptedException {
        // Given
        served.facts().answerWith(new Write.Unavailable("The schema registry is away."));
        served.connected();
        served.facts().answerWith(new Write.Durable());
        served.polled();

        // When
        HttpResponse<String> answer = served.get("/health/ready");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
