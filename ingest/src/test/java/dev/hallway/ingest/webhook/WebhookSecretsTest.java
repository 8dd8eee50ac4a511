// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretsTest {

    // The example of GitHub's documentation.
    private static final String SECRET = "It's a Secret to Everybody";
    private static final byte[] PAYLOAD = "Hello, World!".getBytes(StandardCharsets.UTF_8);
    private static final String SIGNATURE = "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";

    @Test
    void shouldKnowTheSignatureOfGitHubsExample() {
        // Given
        WebhookSecrets secrets = WebhookSecrets.of(SECRET);

        // When
        boolean signed = secrets.signed(PAYLOAD, SIGNATURE);

        // Then
        assertThat(signed).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "old, It's a Secret to Everybody",
                "It's a Secret to Everybody,new",
                ",It's a Secret to Everybody,"
            })
    void shouldTakeAnyOfSeveralSecretsWhileTheyAreChanged(String several) {
        // Given
        WebhookSecrets secrets = WebhookSecrets.of(several);

        // When
        boolean signed = secrets.signed(PAYLOAD, SIGNATURE);

        // Then
        assertThat(signed).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sha256=",
                "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e18",
                "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e",
                "sha1=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
                "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
                "sha256=zz7107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
            })
    void shouldTakeNoOtherSignature(String signature) {
        // Given
        WebhookSecrets secrets = WebhookSecrets.of(SECRET);

        // When
        boolean signed = secrets.signed(PAYLOAD, signature);

        // Then
        assertThat(signed).isFalse();
    }

    @Test
    void shouldSignBytesAndNotText() {
        // Given
        WebhookSecrets secrets = WebhookSecrets.of(SECRET);
        byte[] sameText = "Hello,  World!".getBytes(StandardCharsets.UTF_8);

        // When
        boolean signed = secrets.signed(sameText, SIGNATURE);

        // Then
        assertThat(signed).isFalse();
    }

    @Test
    void shouldNeverShowTheSecrets() {
        // When
        String shown = WebhookSecrets.of(SECRET).toString();

        // Then
        assertThat(shown).doesNotContain("Secret to").contains("hidden");
    }

    @Test
    void shouldRefuseToHaveNoSecret() {
        // When
        var refusal = assertThatIllegalArgumentException().isThrownBy(() -> WebhookSecrets.of(" , "));

        // Then
        refusal.withMessageContaining("HALLWAY_WEBHOOK_SECRET");
    }
}
