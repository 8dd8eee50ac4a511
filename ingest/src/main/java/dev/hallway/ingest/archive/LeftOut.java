// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.archive;

/** Why an event, or a snapshot in one, was left out. */
public enum LeftOut {
    /** Its repository was not asked for. */
    OTHER_REPOSITORY("of other repositories"),
    /** It is not about an issue, a pull request, a comment or a review. */
    OTHER_KIND("of other kinds"),
    /** It is from a time for which the archive is unreliable. */
    TOO_LATE("from after " + ArchiveHours.END),
    /** It is from a time when events had another form. */
    TOO_EARLY("from before " + ArchiveHours.FIRST),
    /** A closed pull request whose event does not say whether it was merged. */
    MERGE_UNKNOWN("closed pull requests that do not show whether they were merged"),
    /** A review comment that cannot be matched with the one GitHub shows, because its review is not named. */
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
