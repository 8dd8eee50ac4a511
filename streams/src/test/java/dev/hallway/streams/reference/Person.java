// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import dev.hallway.github.Account;
import dev.hallway.github.AccountType;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Who stands behind a fact.
 *
 * @param id the account's id; empty if it was deleted
 * @param bot true for a bot
 */
record Person(OptionalLong id, boolean bot) {

    static Person of(@Nullable Account account) {
        if (account == null || account.getLogin().equalsIgnoreCase("ghost")) {
            return new Person(OptionalLong.empty(), false);
        }
        boolean bot = account.getType() == AccountType.BOT
                || account.getLogin().toLowerCase(Locale.ROOT).endsWith("[bot]");
        return new Person(OptionalLong.of(account.getId()), bot);
    }

    boolean unknown() {
        return id.isEmpty();
    }

    boolean human() {
        return !bot && !unknown();
    }

    /** An account may be known as a bot in one repository and not in another; a bot is no person. */
    boolean isSameAs(Person other) {
        return human() && other.human() && id.equals(other.id);
    }
}
