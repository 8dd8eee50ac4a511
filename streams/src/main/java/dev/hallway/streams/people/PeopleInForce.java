// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.people;

import dev.hallway.github.AuthorAssociation;
import dev.hallway.streams.fact.KnownAccount;
import java.time.Instant;

/**
 * The people of the registry that is in force: in this instance, shared by all of its threads, or in the tables of a task.
 *
 * <p>While another one comes into force, each task finds the accounts of which another thing is said and has what follows
 * from it derived anew; what is asked meanwhile may be told under the one before, or under both.
 */
public final class PeopleInForce implements Classification {

    private volatile People current = People.unregistered();

    /** The people as they are now. */
    public People current() {
        return current;
    }

    /** From now on, these are the people. */
    public void replaceBy(People people) {
        current = people;
    }

    @Override
    public Participant participant(KnownAccount account, String repository, AuthorAssociation association, Instant at) {
        return current.participant(account, repository, association, at);
    }

    @Override
    public boolean knowsHome() {
        return current.knowsHome();
    }
}
