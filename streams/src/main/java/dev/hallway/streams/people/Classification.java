// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.people;

import dev.hallway.github.AuthorAssociation;
import dev.hallway.streams.fact.KnownAccount;
import java.time.Instant;

/**
 * Who is a person, a bot, a maintainer: the only place that says so.
 *
 * <p>It is asked whenever a figure is derived, never when a fact is written down, so that another answer corrects the
 * past. Whoever changes an answer has what the account did derived anew.
 */
public interface Classification {

    /** What the account is in a contribution made at the given moment with the given association. */
    Participant participant(KnownAccount account, AuthorAssociation association, Instant at);

    /** The same where no association is told. */
    default Participant participant(KnownAccount account, Instant at) {
        return participant(account, AuthorAssociation.UNKNOWN, at);
    }

    /**
     * What GitHub itself says: the type and login of the account, its association with the repository, and who merged.
     */
    static Classification byGitHub() {
        return new GitHubClassification();
    }
}
