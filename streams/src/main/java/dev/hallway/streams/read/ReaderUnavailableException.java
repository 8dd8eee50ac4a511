// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.read;

/** The figures cannot be read for the moment, as while partitions move between instances; asking again later helps. */
public class ReaderUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With a sentence for the user that says why. */
    public ReaderUnavailableException(String reason) {
        super(reason);
    }
}
