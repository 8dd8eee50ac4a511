// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import java.util.regex.Pattern;

/** A GitHub token, which is never printed by accident. */
public final class Token {

    private static final Pattern LIKE_A_TOKEN = Pattern.compile(
            "gh[a-z]_[A-Za-z0-9_.-]{10,}|github_pat_[A-Za-z0-9_]{10,}|eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_.-]+");

    private final String secret;

    /** The token as GitHub issued it; surrounding space is dropped. */
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

    /** The given text without the token, and without anything else that looks like one. */
    String redact(String text) {
        return withoutTokens(text.replace(secret, "***"));
    }

    /** The given text without anything that looks like a token of GitHub. */
    static String withoutTokens(String text) {
        return LIKE_A_TOKEN.matcher(text).replaceAll("***");
    }

    @Override
    public String toString() {
        return "Token[***]";
    }
}
