// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.fact;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All that is known in a repository of an account, whatever it makes of it.
 *
 * @param actor the account as last seen
 * @param mergesSince when it first merged a pull request of the repository, UTC; null if it is not known to have
 */
public record KnownAccount(Actor actor, @Nullable Instant mergesSince) {

    /** A deleted account. */
    public static final KnownAccount DELETED = new KnownAccount(Actor.DELETED, null);

    /** True if it had merged a pull request of the repository at or before the moment. */
    public boolean hadMergedBy(Instant moment) {
        return mergesSince != null && !mergesSince.isAfter(moment);
    }

    /** True if nothing that is derived can tell them apart. */
    public boolean countsLike(KnownAccount other) {
        return actor.looksLike(other.actor) && Objects.equals(mergesSince, other.mergesSince);
    }
}
