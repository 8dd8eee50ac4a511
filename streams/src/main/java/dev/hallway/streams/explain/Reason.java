// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.explain;

/** Why something is left out of a figure. */
public enum Reason {
    BOT_BY_TYPE("by a bot: GitHub says that the account is one"),
    BOT_BY_LOGIN("by a bot: its login ends in [bot]"),
    BOT_BY_LIST("by a bot: its login is on the list of bots"),
    BOT_BY_REGISTRY("by a bot: the people registry says so"),
    UNKNOWN_PERSON("by a deleted account: nobody knows whose it was"),
    WRAPS_ITS_COMMENTS("a review without a text of its own, which only wraps its comments"),
    MAINTAINER_BY_REGISTRY("by a maintainer: the people registry says so"),
    MAINTAINER_BY_ASSOCIATION("by a maintainer: an owner, member or collaborator according to GitHub"),
    MAINTAINER_BY_MERGE("by a maintainer: had merged a pull request of the repository"),
    COMMUNITY("by one of the community, not by a maintainer"),
    CAME_BEFORE("by somebody who had contributed in an earlier week"),
    MERGE_IS_NO_ARRIVAL("a merge, by which nobody comes"),
    ANOTHER_KIND("another kind of contribution: whoever came by it is not counted here"),
    NO_PULL_REQUEST("by somebody who has opened no pull request so far"),
    NO_MERGED_PULL_REQUEST("by somebody of whom no pull request has been merged so far"),
    NOT_RETURNED("by somebody who has not returned within 12 weeks so far"),
    RETURN_NOT_KNOWN("by somebody of whom it is not known yet whether they return: 12 weeks have not passed"),
    UNAFFILIATED("by somebody of no organisation on that day"),
    FROM_HOME("by somebody of a home organisation on that day"),
    MERGER_NOT_KNOWN("it is not known who merged"),
    MERGED_BY_ANOTHER("merged by somebody other than the author"),
    AUTHOR_NOT_KNOWN("it is not known whose pull request it was"),
    REVIEWED_BEFORE("reviewed before the merge"),
    NOT_MERGED_BY_A_HUMAN("merged by a bot"),
    NO_CLOSING_MERGE("closed without the merge of a pull request that closes it, after it was opened"),
    ANSWERED_IN_ANOTHER_WEEK("closed in this week, but answered by a merge in another"),
    ANSWER_NOT_BY_COMMUNITY("the pull request is by a bot or by a maintainer"),
    UNANSWERED("nobody has answered so far"),
    ANSWERED("somebody has answered"),
    ANSWERED_LATE("answered after more than 48 hours"),
    CLOSED_IN_THE_WEEK("closed before the end of the week");

    private final String words;

    Reason(String words) {
        this.words = words;
    }

    /** In words. */
    @Override
    public String toString() {
        return words;
    }
}
