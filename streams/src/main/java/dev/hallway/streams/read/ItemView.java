// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.read;

import dev.hallway.health.Evidence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One issue or pull request with everything the per-item tables show.
 *
 * @param repository {@code owner/repo} as GitHub writes it
 * @param number its number
 * @param kind issue or pull request
 * @param htmlUrl web page
 * @param title title, untrusted text
 * @param author login of who opened it; empty for a deleted account
 * @param authorPerson who that is: GitHub's numeric user id, a negative number for somebody in the people registry, 0 for a
 *     deleted account
 * @param authorIsBot true if a bot opened it
 * @param authorIsMaintainer true if a maintainer opened it
 * @param authorIsNewcomer true if the author's first contribution in the repository lies in the week of the opening
 * @param authorIsReturning true if the author had contributed before the week of the opening, but not in the {@value
 *     #WEEKS_AWAY} weeks before it
 * @param openedAt UTC
 * @param closedAt UTC; null while open
 * @param mergedAt UTC; null unless a merged pull request
 * @param draft true if a pull request that is a draft
 * @param firstResponse first response by another human; null while waiting
 * @param firstMaintainerResponse first response by a maintainer; null while waiting
 * @param references what a pull request refers to, closing references first; as many as are kept
 * @param referencesFound how many references there are, kept or not
 * @param answer the merge that answered a feedback issue; null if there is none
 * @param pullRequest what only a pull request has; null for an issue
 */
public record ItemView(
        String repository,
        long number,
        Kind kind,
        String htmlUrl,
        String title,
        String author,
        long authorPerson,
        boolean authorIsBot,
        boolean authorIsMaintainer,
        boolean authorIsNewcomer,
        boolean authorIsReturning,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Instant mergedAt,
        boolean draft,
        @Nullable Response firstResponse,
        @Nullable Response firstMaintainerResponse,
        List<Reference> references,
        long referencesFound,
        @Nullable Answer answer,
        @Nullable PullRequestView pullRequest) {

    /** Who contributes after so many weeks without a contribution has returned. */
    public static final int WEEKS_AWAY = 12;

    /** Issue or pull request. */
    public enum Kind {
        ISSUE,
        PULL_REQUEST
    }

    /**
     * A response to an item.
     *
     * @param at when, UTC
     * @param seconds seconds since the opening
     * @param byMaintainer true if a maintainer responded
     */
    public record Response(Instant at, long seconds, boolean byMaintainer) {}

    /**
     * A reference from a pull request to an item.
     *
     * @param repository {@code owner/repo} of the target: the pull request's own name as GitHub writes it, others in
     *     lower case
     * @param number number of the target
     * @param evidence what decided: {@link Evidence#MENTION} mentions, the others close
     * @param textCloses whether the text alone would close the target, whatever GitHub says
     */
    public record Reference(String repository, long number, Evidence evidence, boolean textCloses) {

        /** A reference about which the text and the evidence agree. */
        public Reference(String repository, long number, Evidence evidence) {
            this(repository, number, evidence, evidence == Evidence.KEYWORD);
        }

        /** True if the merge of the pull request closes the target. */
        public boolean closes() {
            return evidence != Evidence.MENTION;
        }
    }

    /**
     * The first closing pull request merged strictly after a feedback issue was opened.
     *
     * @param repository {@code owner/repo} of the pull request as GitHub writes it
     * @param pullRequest its number
     * @param mergedAt when, UTC
     * @param seconds seconds from the opening of the issue
     * @param communityAuthored true if its author is neither a bot nor a maintainer by that pull request
     * @param selfAuthored true if the same person wrote the issue and the pull request
     * @param evidence what links the two
     */
    public record Answer(
            String repository,
            long pullRequest,
            Instant mergedAt,
            long seconds,
            boolean communityAuthored,
            boolean selfAuthored,
            Evidence evidence) {}
}
