// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import dev.hallway.ingest.http.IngestHttpSettings;
import dev.hallway.ingest.webhook.WebhookSecrets;
import dev.hallway.standalone.Hallway;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Delivers webhooks as GitHub does, to a Hallway that shares its secret. */
final class SignedDelivery {

    private static final String SECRET = "correct horse battery staple";
    private static final String ALGORITHM = "HmacSHA256";
    private static final String OPENED = """
            {"action": "opened", "repository": {"id": 700000, "full_name": "Small/Town"},
             "issue": {"id": 5, "number": 1000, "html_url": "https://github.com/Small/Town/issues/1000",
             "title": "%s", "body": "", "state": "open", "user": {"id": 99, "login": "dora", "type": "User"},
             "author_association": "NONE", "labels": [],
             "created_at": "2024-01-10T10:00:00Z", "updated_at": "2024-01-10T10:00:00Z"}}""";

    private SignedDelivery() {}

    /** How a Hallway receives them: on a free port. */
    static Optional<IngestHttpSettings> received() {
        return Optional.of(
                new IngestHttpSettings("127.0.0.1", 0, Optional.of(WebhookSecrets.of(SECRET)), Optional.empty()));
    }

    /** Small/Town's issue 1000 was opened in 2024-W02. */
    static String opened(String title) {
        return OPENED.formatted(title);
    }

    static HttpResponse<String> of(String payload, Hallway hallway) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        hallway.webhooks().orElseThrow().resolve("/webhooks/github"))
                .header("X-GitHub-Event", "issues")
                .header("X-GitHub-Delivery", "72d3162e-cc78-11e3-81ab-4c9367dc0958")
                .header("X-Hub-Signature-256", signature(payload))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(payload))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static String signature(String payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(payload.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
