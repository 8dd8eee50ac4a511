// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.people;

import dev.hallway.github.AuthorAssociation;
import dev.hallway.streams.fact.Actor;

/**
 * Who is a person, a bot, a maintainer: the only place that says so.
 *
 * <p>It is asked whenever a figure is derived, never when a fact is written down, so that another answer corrects the
 * past. Whoever changes an answer has what the account did derived anew.
 */
public interface Classification {

    /** What the account is in a contribution made with the given association. */
    Participant participant(Actor actor, AuthorAssociation association);

    /** What GitHub itself says: the type and login of the account, and the association with the repository. */
    static Classification byGitHub() {
        return new GitHubClassification();
    }
}
