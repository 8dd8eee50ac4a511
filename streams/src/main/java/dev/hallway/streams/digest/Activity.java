// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

/**
 * What happened in a week, in numbers.
 *
 * @param contributions contributions of known people
 * @param contributors how many people made them
 * @param newcomers how many of those contributed for the first time
 * @param issuesOpened issues opened
 * @param issuesClosed issues closed
 * @param pullRequestsOpened pull requests opened
 * @param pullRequestsMerged pull requests merged
 * @param feedbackAnswered feedback issues answered by a merge
 */
public record Activity(
        Figure contributions,
        Figure contributors,
        Figure newcomers,
        Figure issuesOpened,
        Figure issuesClosed,
        Figure pullRequestsOpened,
        Figure pullRequestsMerged,
        Figure feedbackAnswered) {}
