// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import java.time.Instant;
import java.util.Optional;

/** What one client presents to GitHub to authenticate. Not thread-safe: every client has its own. */
public interface Credentials extends AutoCloseable {

    /** What to send with a request. */
    sealed interface Pass {

        /** A token to send, or none to ask without one. */
        record Ready(Optional<Token> token) implements Pass {}

        /** There is no token; the answer says why. */
        record Refused(Answer answer) implements Pass {}
    }

    /** Who that is, in words that follow "GitHub refused". */
    String holder();

    /** What to send with the next request; may ask GitHub for it first. */
    Pass pass() throws InterruptedException;

    /**
     * GitHub refused the credentials.
     *
     * @param date GitHub's clock
     * @return whether another pass may succeed
     */
    boolean refused(Instant date);

    /** The given text without any secret of these credentials. */
    String redact(String text);

    /** Number of requests made for credentials so far. */
    long requests();

    @Override
    void close();

    /** No token: public repositories only, and few requests an hour. */
    static Credentials none() {
        return new FixedCredentials("a request without a token", Optional.empty());
    }

    /**
     * A token that stays the same.
     *
     * @param name what people call it
     */
    static Credentials of(Token token, String name) {
        return new FixedCredentials(name, Optional.of(token));
    }
}
