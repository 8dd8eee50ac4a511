// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.people;

import dev.hallway.github.AuthorAssociation;
import dev.hallway.streams.fact.KnownAccount;
import java.time.Instant;

/**
 * Who is a person, a bot, a maintainer, and of which organisation: the only place that says so.
 *
 * <p>It is asked whenever a figure is derived, never when a fact is written down, so that another answer corrects the
 * past. Whoever changes an answer has what the account did derived anew.
 */
public interface Classification {

    /**
     * What an account is in a contribution.
     *
     * @param account the account as it is known in the repository
     * @param repository {@code owner/repo} in any case
     * @param association what GitHub says of the account in this contribution
     * @param at when it contributed, UTC
     */
    Participant participant(KnownAccount account, String repository, AuthorAssociation association, Instant at);

    /** The same where no association is told. */
    default Participant participant(KnownAccount account, String repository, Instant at) {
        return participant(account, repository, AuthorAssociation.UNKNOWN, at);
    }

    /** True if it is known which organisations are home. */
    boolean knowsHome();
}
