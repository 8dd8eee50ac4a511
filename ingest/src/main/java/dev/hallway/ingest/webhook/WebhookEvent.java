// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.webhook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The kinds of deliveries that are accepted, by GitHub's names. */
public enum WebhookEvent {
    ISSUES,
    ISSUE_COMMENT,
    PULL_REQUEST,
    PULL_REQUEST_REVIEW,
    PULL_REQUEST_REVIEW_COMMENT,
    REPOSITORY,
    INSTALLATION,
    PING;

    /** The event of the {@code X-GitHub-Event} header; empty if it is not an accepted one. */
    public static Optional<WebhookEvent> named(String name) {
        return Arrays.stream(values())
                .filter(event -> event.title().equals(name))
                .findFirst();
    }

    /** The names of all of them, separated by commas. */
    public static String titles() {
        return Arrays.stream(values()).map(WebhookEvent::title).collect(Collectors.joining(", "));
    }

    /** GitHub's name of it. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
