// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hallway.ingest.http.IngestHttpSettings;
import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.standalone.failure.Failure;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class WebhookOptionsTest {

    private static final Map<String, String> SECRET = Map.of("HALLWAY_WEBHOOK_SECRET", "correct horse battery staple");

    @Test
    void shouldTakeNoWebhooksUnlessTheyAreWanted() {
        // When
        Optional<IngestHttpSettings> settings = parsed().settings(Map.of());

        // Then
        assertThat(settings).isEmpty();
    }

    @Test
    void shouldTakeWebhooksOnLoopbackWhenThereIsASecret() {
        // When
        Optional<IngestHttpSettings> settings = parsed().settings(SECRET);

        // Then
        assertThat(settings).hasValueSatisfying(how -> {
            assertThat(how.host()).isEqualTo("127.0.0.1");
            assertThat(how.port()).isEqualTo(8090);
            assertThat(how.secrets()).isPresent();
        });
    }

    @Test
    void shouldListenWhereItIsTold() {
        // When
        Optional<IngestHttpSettings> settings =
                parsed("--ingest-port", "0", "--ingest-listen", "::1").settings(Map.of());

        // Then
        assertThat(settings).hasValueSatisfying(how -> {
            assertThat(how.host()).isEqualTo("::1");
            assertThat(how.port()).isZero();
            assertThat(how.secrets()).isEmpty();
        });
    }

    @Test
    void shouldSayThatTheDemoReceivesNoWebhooks() {
        // When
        Optional<String> said = parsed().ignoredByDemo(SECRET);

        // Then
        assertThat(said).hasValueSatisfying(line -> assertThat(line)
                .startsWith("The demo receives no webhooks")
                .contains("HALLWAY_WEBHOOK_SECRET"));
        assertThat(parsed().ignoredByDemo(Map.of())).isEmpty();
    }

    @Test
    void shouldSayInOneLineThatASecretIsNone() {
        // Given
        WebhookOptions options = parsed();

        // When
        var refusal = assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> options.settings(Map.of("HALLWAY_WEBHOOK_SECRET", ", ,")));

        // Then
        refusal.withMessageStartingWith("HALLWAY_WEBHOOK_SECRET holds no secret")
                .satisfies(failure -> assertThat(failure.exitCode()).isEqualTo(HallwayExitCode.USAGE));
    }

    private static WebhookOptions parsed(String... arguments) {
        WebhookOptions options = new WebhookOptions();
        new CommandLine(CommandLine.Model.CommandSpec.create())
                .addMixin("webhooks", options)
                .parseArgs(arguments);
        return options;
    }
}
