// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The secrets that GitHub signs deliveries with: one, or several during a change of secrets. Never shown. */
public final class WebhookSecrets {

    /** The environment variable that holds them. */
    public static final String VARIABLE = "HALLWAY_WEBHOOK_SECRET";

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "sha256=";
    private static final Pattern SIGNATURE = Pattern.compile(PREFIX + "[0-9a-fA-F]{64}");

    private final List<SecretKeySpec> keys;

    private WebhookSecrets(List<SecretKeySpec> keys) {
        this.keys = List.copyOf(keys);
    }

    /** Comma-separated secrets; surrounding space is dropped. At least one is expected. */
    public static WebhookSecrets of(String commaSeparated) {
        List<SecretKeySpec> keys = Arrays.stream(commaSeparated.split(",", -1))
                .map(String::strip)
                .filter(secret -> !secret.isEmpty())
                .map(secret -> new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM))
                .toList();
        if (keys.isEmpty()) {
            throw new IllegalArgumentException(
                    VARIABLE + " holds no secret: set it to the webhook's, or to nothing for no webhooks.");
        }
        return new WebhookSecrets(keys);
    }

    /** Whether a header looks like a signature at all. */
    public static boolean isSignature(String header) {
        return SIGNATURE.matcher(header).matches();
    }

    /**
     * Whether the signature is that of exactly these bytes; takes the same time for a wrong one as for the right one.
     */
    public boolean signed(byte[] payload, String header) {
        if (!isSignature(header)) {
            return false;
        }
        byte[] offered = HexFormat.of().parseHex(header.substring(PREFIX.length()));
        boolean signed = false;
        for (SecretKeySpec key : keys) {
            // Every secret is tried, even after a match, so that the time reveals nothing.
            signed |= MessageDigest.isEqual(signature(key, payload), offered);
        }
        return signed;
    }

    /** Never the secrets. */
    @Override
    public String toString() {
        return "WebhookSecrets[" + keys.size() + " hidden]";
    }

    private static byte[] signature(SecretKeySpec key, byte[] payload) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(payload);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + ALGORITHM + ".", impossible);
        }
    }
}
