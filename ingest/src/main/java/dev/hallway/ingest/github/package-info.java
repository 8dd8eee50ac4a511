// SPDX-License-Identifier: Apache-2.0
/**
 * Asks GitHub's REST and GraphQL APIs, politely.
 *
 * <p>Every request goes through {@link dev.hallway.ingest.github.GitHubClient}: there the token is added, limits are
 * honoured, failures are retried and requests are counted. Answers are outcomes, not exceptions. Nothing here knows what
 * an issue is.
 */
@NullMarked
package dev.hallway.ingest.github;

import org.jspecify.annotations.NullMarked;
