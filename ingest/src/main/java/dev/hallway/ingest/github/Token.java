// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

/** A GitHub token, which never shows itself by accident. */
public final class Token {

    private final String secret;

    /** Takes the token as GitHub issued it; surrounding space is dropped. */
    public Token(String secret) {
        this.secret = secret.strip();
        if (this.secret.isEmpty() || this.secret.chars().anyMatch(sign -> sign <= ' ' || sign > '~')) {
            throw new IllegalArgumentException(
                    "The GitHub token is empty or holds characters that no token has: set GITHUB_TOKEN to it, or to nothing.");
        }
    }

    String authorization() {
        return "Bearer " + secret;
    }

    /** The given text without the token. */
    String redact(String text) {
        return text.replace(secret, "***");
    }

    @Override
    public String toString() {
        return "Token[***]";
    }
}
