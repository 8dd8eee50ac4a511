// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The secret that callers of a server beyond loopback have to know. */
public final class ApiToken {

    private static final String SCHEME = "bearer ";

    private final byte[] secret;

    /** Refuses a blank secret. */
    public ApiToken(String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("HALLWAY_API_TOKEN is blank; set it to a long random secret.");
        }
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** True if an {@code Authorization} header carries this token; takes as long for a wrong one as for the right one. */
    boolean isIn(@Nullable String authorization) {
        if (authorization == null || !authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return false;
        }
        byte[] offered = authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(secret, offered);
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "ApiToken[hidden]";
    }
}
