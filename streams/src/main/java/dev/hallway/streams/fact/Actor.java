// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.fact;

import dev.hallway.github.Account;
import dev.hallway.github.AccountType;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An account as GitHub showed it at some time. What that makes of it, a person or a bot, is not said here.
 *
 * @param id GitHub's numeric user id; 0 for an account that was deleted, of which nothing is known
 * @param login its login, only a label; empty for a deleted account
 * @param botType true if GitHub says that its type is Bot
 * @param day the day (UTC) on which GitHub was seen to say so, in days since the epoch: of an account that is seen with
 *     every comment, not every sight need be written down
 */
public record Actor(long id, String login, boolean botType, long day) {

    /** The id that stands for every deleted account. */
    public static final long DELETED_ID = 0;

    /** A deleted account; two of them are never the same person. */
    public static final Actor DELETED = new Actor(DELETED_ID, "", false, 0);

    private static final long SECONDS_A_DAY = 86_400;
    private static final String GHOST = "ghost";

    // Of what was seen on the same day, any may win, if it is always the same.
    private static final Comparator<Actor> AGE =
            Comparator.comparingLong(Actor::day).thenComparing(Actor::botType).thenComparing(Actor::login);

    /** Reads GitHub's account; a missing one and GitHub's stand-in for deleted accounts are deleted. */
    public static Actor of(@Nullable Account account, Instant observedAt) {
        if (account == null || account.getLogin().equalsIgnoreCase(GHOST)) {
            return DELETED;
        }
        return new Actor(
                account.getId(),
                Limits.excerpt(account.getLogin(), Limits.LOGIN),
                account.getType() == AccountType.BOT,
                Math.floorDiv(observedAt.getEpochSecond(), SECONDS_A_DAY));
    }

    /** True if it is not known whose account it was. */
    public boolean isDeleted() {
        return id == DELETED_ID;
    }

    /** The later of two sights of one account, whichever came first. */
    public Actor latest(Actor other) {
        return AGE.compare(this, other) >= 0 ? this : other;
    }

    /** True if both show the same, whenever they were seen. */
    public boolean looksLike(Actor other) {
        return id == other.id && botType == other.botType && login.equals(other.login);
    }
}
