// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppKeyTest {

    private static final KeyPair PAIR = AppKeys.generate();

    @Test
    void shouldReadTheFileOfGitHubAndTheOneOpensslMakesOfIt() {
        // Given
        List<String> forms = List.of(AppKeys.pkcs1(PAIR), AppKeys.pkcs8(PAIR));

        // When
        List<String> signatures = forms.stream()
                .map(pem -> AppKey.ofPem(pem, "app.pem").sign("a text"))
                .toList();

        // Then
        assertThat(signatures).hasSize(2).allSatisfy(signature -> assertThat(isGenuine(signature))
                .isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
                "-----BEGIN RSA PRIVATE KEY-----\nc2VjcmV0\n-----END RSA PRIVATE KEY-----"
            })
    void shouldRefuseWhatIsNoKeyWithoutShowingIt(String pem) {
        // When
        var refusal = assertThatThrownBy(() -> AppKey.ofPem(pem, "app.pem"));

        // Then
        refusal.isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("app.pem")
                .hasMessageNotContaining("c2VjcmV0");
    }

    @Test
    void shouldNameTheFileThatIsNotThere() {
        // When
        var refusal = assertThatThrownBy(() -> AppKey.read(Path.of("no-such.pem")));

        // Then
        refusal.isInstanceOf(IllegalArgumentException.class).hasMessageContaining("'no-such.pem'");
    }

    private static boolean isGenuine(String signature) {
        try {
            Signature verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(PAIR.getPublic());
            verifier.update("a text".getBytes(StandardCharsets.US_ASCII));
            return verifier.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException wrong) {
            return false;
        }
    }
}
