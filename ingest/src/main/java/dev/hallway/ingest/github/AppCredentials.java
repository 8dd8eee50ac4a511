// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Authenticates a client as a GitHub App itself, which may only ask for its installations and their tokens. */
final class AppCredentials implements Credentials {

    // GitHub accepts ten minutes at most and clocks that differ by less than one.
    private static final Duration LIFETIME = Duration.ofMinutes(8);
    private static final Duration BACKDATED = Duration.ofMinutes(1);
    private static final String HEADER = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\"}");

    private final String appId;
    private final AppKey key;
    private final Clock clock;
    private Duration ahead = Duration.ZERO;
    private @Nullable Token last;

    AppCredentials(String appId, AppKey key, Clock clock) {
        this.appId = appId;
        this.key = key;
        this.clock = clock;
    }

    @Override
    public String holder() {
        return "GitHub App " + appId;
    }

    @Override
    public Pass pass() {
        Instant now = clock.instant().plus(ahead);
        String claims = "{\"iat\":" + now.minus(BACKDATED).getEpochSecond() + ",\"exp\":"
                + now.plus(LIFETIME).getEpochSecond() + ",\"iss\":\"" + appId + "\"}";
        String content = HEADER + "." + encoded(claims);
        last = new Token(content + "." + key.sign(content));
        return new Pass.Ready(Optional.of(last));
    }

    /** A wrong local clock is the usual reason: the next token is dated by GitHub's clock. */
    @Override
    public boolean refused(Instant date) {
        ahead = Duration.between(clock.instant(), date);
        return true;
    }

    @Override
    public String redact(String text) {
        return last == null ? text : last.redact(text);
    }

    @Override
    public long requests() {
        return 0;
    }

    @Override
    public void close() {}

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
