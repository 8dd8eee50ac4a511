// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.state;

import dev.hallway.streams.read.ReaderUnavailableException;
import org.jspecify.annotations.Nullable;

/** A store gives back something that was never written, or less than was: it has to be rebuilt from Kafka. */
public final class UnreadableStoreException extends ReaderUnavailableException {

    private static final long serialVersionUID = 1L;

    /** Says what could not be read, and why if that is known. */
    public UnreadableStoreException(String what, @Nullable Throwable cause) {
        super(what + "; what is kept on disk is damaged, and is being rebuilt from Kafka: ask again soon.");
        if (cause != null) {
            initCause(cause);
        }
    }
}
