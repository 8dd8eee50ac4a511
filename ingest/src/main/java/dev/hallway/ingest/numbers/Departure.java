// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.numbers;

/** Why GitHub shows no item under a number. */
public enum Departure {
    /** GitHub says that it was deleted (410). */
    DELETED,
    /** It is in another repository now (301). */
    TRANSFERRED,
    /** GitHub shows nothing (404): a discussion, or not visible to the token. */
    ABSENT
}
