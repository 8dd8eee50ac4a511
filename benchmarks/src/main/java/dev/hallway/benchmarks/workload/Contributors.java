// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.workload;

import dev.hallway.github.Account;
import dev.hallway.github.AccountType;
import dev.hallway.github.AuthorAssociation;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The contributors of one repository: a few write most, many write once; one in fifty is active in every repository.
 *
 * <p>A person is a rank, 0 being the busiest; {@link #GHOST} is a deleted account and {@link #BOT} a bot.
 */
final class Contributors {

    static final int GHOST = -1;
    static final int BOT = -2;

    private static final double GHOSTS = 0.005;
    private static final double BOTS = 0.06;
    private static final double TAIL = 3.5;
    private static final int MEMBERS = 12;
    private static final int CONTRIBUTORS = 200;
    private static final int WELL_KNOWN = 50;
    private static final long IDS_A_REPOSITORY = 1_000_000;
    private static final int BUSIEST = 0;
    private static final int REGULAR = 1;
    private static final long BOT_ID = 49_699_333;

    private final long firstId;
    private final int number;

    Contributors(int repository, int events) {
        firstId = (repository + 1) * IDS_A_REPOSITORY;
        number = Math.max(5, events / 12);
    }

    /** GitHub's id of the busiest contributor of a repository. */
    static long busiest(int repository) {
        return (repository + 1) * IDS_A_REPOSITORY + BUSIEST;
    }

    /** GitHub's id of a regular contributor of a repository. */
    static long regular(int repository) {
        return (repository + 1) * IDS_A_REPOSITORY + REGULAR;
    }

    /** Anyone, more often somebody busy. */
    int anyone(SplittableRandom random) {
        double kind = random.nextDouble();
        if (kind < GHOSTS) {
            return GHOST;
        }
        return kind < GHOSTS + BOTS ? BOT : human(random);
    }

    /** A person with an account. */
    int human(SplittableRandom random) {
        return (int) (number * Math.pow(random.nextDouble(), TAIL));
    }

    @Nullable
    Account account(int person) {
        return switch (person) {
            case GHOST -> null;
            case BOT -> new Account(BOT_ID, "dependabot[bot]", AccountType.BOT);
            default -> {
                long id = person % WELL_KNOWN == WELL_KNOWN - 1 ? person : firstId + person;
                yield new Account(id, "person-" + id, AccountType.USER);
            }
        };
    }

    AuthorAssociation association(int person) {
        if (person >= 0 && person < Math.min(MEMBERS, number / 3 + 1)) {
            return AuthorAssociation.MEMBER;
        }
        return person >= 0 && person < CONTRIBUTORS ? AuthorAssociation.CONTRIBUTOR : AuthorAssociation.NONE;
    }
}
