// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone;

import java.net.URI;
import java.util.Optional;

/** Who holds a data directory. */
public sealed interface Claim {

    /** We do, until the lock is closed. */
    record Ours(InstanceLock lock) implements Claim {}

    /**
     * Another process does.
     *
     * @param address where it answers; empty while it is still starting
     */
    record Theirs(Optional<URI> address) implements Claim {}
}
