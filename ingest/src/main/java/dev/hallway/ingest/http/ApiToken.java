// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;

/** The secret that those have to know who ask for status and meters beyond loopback. */
public final class ApiToken {

    /** The environment variable that holds it. */
    public static final String VARIABLE = "HALLWAY_API_TOKEN";

    private static final String SCHEME = "bearer ";

    private final byte[] secret;

    /** Refuses a blank secret. */
    public ApiToken(String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException(VARIABLE + " is blank; set it to a long random secret.");
        }
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** True if an {@code Authorization} header carries this token; takes as long for a wrong one as for the right one. */
    boolean isIn(Optional<String> authorization) {
        return authorization
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                .map(header -> header.substring(SCHEME.length()).strip())
                .filter(offered -> MessageDigest.isEqual(secret, offered.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "ApiToken[hidden]";
    }
}
