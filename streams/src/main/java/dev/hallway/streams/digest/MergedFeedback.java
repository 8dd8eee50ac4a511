// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import dev.hallway.health.Authorship;
import dev.hallway.health.Facet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feedback issue and the merge that answered it.
 *
 * @param repository {@code owner/repo} of the issue
 * @param number number of the issue
 * @param htmlUrl its web page
 * @param title untrusted text
 * @param askedBy login; null for a deleted account
 * @param people distinct people other than maintainers who wrote in it, its author included
 * @param reactions reactions on it
 * @param firstReplySeconds seconds to the first reply; null if there was none
 * @param pullRequestRepository repository of the pull request
 * @param pullRequest its number
 * @param pullRequestUrl its web page
 * @param answeredBy login of its author; null for a deleted account
 * @param authorship community, maintainer or bot
 * @param latencySeconds seconds from the opening to the merge
 * @param facets of what the merged pull requests of the story are
 * @param furtherRepositories other repositories whose merged pull requests belong to the story
 */
public record MergedFeedback(
        String repository,
        long number,
        String htmlUrl,
        String title,
        @Nullable String askedBy,
        long people,
        long reactions,
        @Nullable Long firstReplySeconds,
        String pullRequestRepository,
        long pullRequest,
        String pullRequestUrl,
        @Nullable String answeredBy,
        Authorship authorship,
        long latencySeconds,
        List<Facet> facets,
        List<String> furtherRepositories) {

    /**
     * The best stories first: those that more people wanted, then with more reactions, then answered in more ways and
     * further repositories, then by the community, then after the longest wait.
     */
    static final Comparator<MergedFeedback> BEST_FIRST = Comparator.comparingLong(MergedFeedback::people)
            .thenComparingLong(MergedFeedback::reactions)
            .thenComparingInt(MergedFeedback::breadth)
            .thenComparing(story -> story.authorship() == Authorship.COMMUNITY)
            .thenComparingLong(MergedFeedback::latencySeconds)
            .reversed()
            .thenComparing(MergedFeedback::repository)
            .thenComparingLong(MergedFeedback::number);

    private int breadth() {
        return facets.size() + furtherRepositories.size();
    }
}
