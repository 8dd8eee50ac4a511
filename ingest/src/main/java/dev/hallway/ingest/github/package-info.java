// SPDX-License-Identifier: Apache-2.0
/**
 * Asks GitHub's REST and GraphQL APIs, politely.
 *
 * <p>Every request goes through {@link dev.hallway.ingest.github.GitHubClient}: it adds the token, honours limits,
 * retries failures and counts requests. Answers are outcomes, not exceptions. Nothing here knows what an issue is.
 */
@NullMarked
package dev.hallway.ingest.github;

import org.jspecify.annotations.NullMarked;
