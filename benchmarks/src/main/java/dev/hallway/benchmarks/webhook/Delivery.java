// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.webhook;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One delivery, which adds one contribution to its repository.
 *
 * @param event GitHub's name of the event
 * @param repository whose
 * @param payload what GitHub says
 */
record Delivery(String event, String repository, String payload) {

    private static final String ALGORITHM = "HmacSHA256";

    /** The request that GitHub makes. */
    HttpRequest request(URI service, String secret) {
        byte[] body = payload.getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(service.resolve("/webhooks/github"))
                .header("X-GitHub-Event", event)
                .header("X-GitHub-Delivery", new UUID(repository.hashCode(), payload.hashCode()).toString())
                .header("X-Hub-Signature-256", signature(secret, body))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    private static String signature(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + ALGORITHM + ".", impossible);
        }
    }
}
