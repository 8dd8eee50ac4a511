// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;

/** The secret that callers of a server beyond loopback have to present. */
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

    /** Lets a request pass that carries this token; takes the same time for a wrong one as for the right one. */
    public void require(Context context) {
        boolean known = Optional.ofNullable(context.header("Authorization"))
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                .map(header -> header.substring(SCHEME.length()).strip())
                .filter(offered -> MessageDigest.isEqual(secret, offered.getBytes(StandardCharsets.UTF_8)))
                .isPresent();
        if (!known) {
            throw refusal(context, "Send the header 'Authorization: Bearer TOKEN' with the token of " + VARIABLE + ".");
        }
    }

    /** The refusal of a caller who would be admitted with a token. */
    public static Problem.Found refusal(Context context, String detail) {
        context.header("WWW-Authenticate", "Bearer");
        return new Problem.Found(401, detail);
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "ApiToken(hidden)";
    }
}
