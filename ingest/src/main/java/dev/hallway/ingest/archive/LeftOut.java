// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.archive;

/** Why an event, or a snapshot in one, was not taken. */
public enum LeftOut {
    /** Nobody asked for its repository. */
    OTHER_REPOSITORY("of other repositories"),
    /** It is no event of an issue, a pull request, a comment or a review. */
    OTHER_KIND("of other kinds"),
    /** It is from a time for which the archive is not to be trusted. */
    TOO_LATE("from after " + ArchiveHours.END),
    /** It is from a time when events had another form. */
    TOO_EARLY("from before " + ArchiveHours.FIRST),
    /** A closed pull request of which the event does not tell whether it was merged. */
    MERGE_UNKNOWN("closed pull requests that do not tell whether they were merged"),
    /** A review comment that cannot be told from the one GitHub shows, because its review is not named. */
    REVIEW_UNKNOWN("review comments from before reviews, which name none");

    private final String words;

    LeftOut(String words) {
        this.words = words;
    }

    /** For people, after a number. */
    public String words() {
        return words;
    }
}
