// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator.demo;

import dev.hallway.simulator.Account;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who writes in the demo community.
 *
 * @param account null for a deleted account
 * @param association GitHub's {@code author_association}
 */
record Person(@Nullable Account account, String association) {

    boolean isStranger() {
        return association.equals("NONE");
    }

    String mention() {
        return account == null ? "@ghost" : "@" + account.login();
    }
}
