// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.fact;

/** A record that cannot be a fact; it goes to the dead-letter topic with this message. */
public class InvalidFactException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says which record, what is wrong with it and what would be right. */
    public InvalidFactException(String message) {
        super(message);
    }
}
