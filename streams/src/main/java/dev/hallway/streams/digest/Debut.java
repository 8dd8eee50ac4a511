// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import dev.hallway.streams.read.CountedContribution;
import dev.hallway.streams.read.ItemView.Kind;
import java.util.List;

/**
 * Somebody's first week in a repository.
 *
 * @param login label of the person
 * @param repository {@code owner/repo}
 * @param steps the first contribution; then the first pull request opened and merged in the week, if any
 */
public record Debut(String login, String repository, List<Step> steps) {

    /**
     * What a newcomer did.
     *
     * @param did the contribution
     * @param kind whether it concerned an issue or a pull request
     * @param number its number
     * @param htmlUrl its web page; empty if it is not known
     * @param title untrusted text
     */
    public record Step(CountedContribution.Kind did, Kind kind, long number, String htmlUrl, String title) {}
}
