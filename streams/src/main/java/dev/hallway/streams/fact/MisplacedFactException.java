// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.fact;

/** A fact that lies in another partition than its repository's. */
public final class MisplacedFactException extends InvalidFactException {

    private static final long serialVersionUID = 1L;

    /** Says which record, where it lies and where it belongs. */
    public MisplacedFactException(String message) {
        super(message);
    }
}
