// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import java.time.Instant;
import java.util.Optional;

/** A token that stays the same, or none. */
record FixedCredentials(String holder, Optional<Token> token) implements Credentials {

    @Override
    public Pass pass() {
        return new Pass.Ready(token);
    }

    @Override
    public boolean refused(Instant date) {
        return false;
    }

    @Override
    public String redact(String text) {
        return token.map(secret -> secret.redact(text)).orElse(text);
    }

    @Override
    public long requests() {
        return 0;
    }

    @Override
    public void close() {}
}
