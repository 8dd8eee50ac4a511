// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.change;

/** What can have changed of a repository, in the order in which it is derived anew. */
public enum ChangeKind {
    /** What an account is: by its id. */
    ACCOUNT,
    /** Which branch is the default one, on which closing references depend: by the number of the next pull request. */
    DEFAULT_BRANCH,
    /** What was written in an issue or pull request: by its number. */
    CONVERSATION,
    /** An issue or pull request, or what refers to it: by its number. */
    ITEM,
    /** What happened in a week: by the week's ordinal. */
    WEEK,
    /** What was opened or closed in any week: 0 for the rows that differ, 1 for all. */
    FLOW,
    /** A digest is due; only the number 0. */
    DIGEST
}
