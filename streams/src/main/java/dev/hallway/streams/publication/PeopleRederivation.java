// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.publication;

import dev.hallway.streams.community.Community;
import dev.hallway.streams.fact.Membership;
import dev.hallway.streams.people.People;
import dev.hallway.streams.people.PeopleInForce;
import dev.hallway.streams.state.Scan;
import dev.hallway.streams.state.StoreKey;
import dev.hallway.streams.state.Table;
import dev.hallway.streams.state.TableReader.Row;
import dev.hallway.streams.store.AccountRow;
import dev.hallway.streams.store.CommunityKey.OfAccount;
import dev.hallway.streams.store.CommunityKey.OfLink;
import dev.hallway.streams.store.CommunityKey.OfTask;
import dev.hallway.streams.store.CommunityKey.OfWeek;
import dev.hallway.streams.store.CommunityTables;
import dev.hallway.streams.store.Link;
import dev.hallway.streams.store.PeopleRow;
import dev.hallway.streams.store.WeekRow;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds what another people registry changes, and notes it to be derived anew: the accounts of which it says another thing,
 * the links whose authors are such, and every week if other organisations are home.
 *
 * <p>It goes through the tables some rows at a time. Under which registry everything was last classified is kept with the
 * tables, so that nothing is left out by a crash, and nothing is done again after a restart.
 */
final class PeopleRederivation {

    private static final OfTask TASK = new OfTask();

    private final Community community;
    private final PeopleInForce people;
    private PeopleRow classified;
    private @Nullable Pass pass;

    PeopleRederivation(Community community, PeopleInForce people) {
        this.community = community;
        this.people = people;
        PeopleRow kept = community.tables().get(CommunityTables.PEOPLE, TASK);
        classified = kept == null ? PeopleRow.NONE : kept;
    }

    /** True if everything is classified under the registry in force, or noted to be. */
    boolean isSettled() {
        return classified.fingerprint() == people.current().fingerprint();
    }

    /** Looks at the next rows while there is time. */
    void advance(BooleanSupplier timeIsLeft) {
        People now = people.current();
        Pass known = pass;
        if (known == null || known.people.fingerprint() != now.fingerprint()) {
            known = new Pass(now);
            pass = known;
        }
        if (known.advance(timeIsLeft)) {
            classified = new PeopleRow(now.fingerprint(), now.homeFingerprint());
            community.tables().put(CommunityTables.PEOPLE, TASK, classified);
            pass = null;
        }
    }

    /** One way through the tables. */
    private final class Pass {

        private final People people;
        private final Part<OfAccount, AccountRow> accounts =
                new Part<>(CommunityTables.ACCOUNTS, row -> community.accounts().classify(row.key()));
        private final Part<OfLink, Link> links = new Part<>(CommunityTables.LINKS, this::classify);
        private final Part<OfWeek, WeekRow> weeks = new Part<>(
                CommunityTables.WEEKS,
                row -> community.weekChanged(row.key().repository(), row.key().week()));

        Pass(People people) {
            this.people = people;
        }

        /** True if it is through. */
        boolean advance(BooleanSupplier timeIsLeft) {
            boolean sameHome = people.homeFingerprint() == classified.home();
            return accounts.advance(timeIsLeft) && links.advance(timeIsLeft) && (sameHome || weeks.advance(timeIsLeft));
        }

        private void classify(Row<OfLink, Link> row) {
            Membership now = people.membership(row.value().author().actor());
            if (!now.countsLike(row.value().membership())) {
                community
                        .tables()
                        .put(CommunityTables.LINKS, row.key(), row.value().with(now));
                community.itemChanged(row.key().repository(), row.key().number());
            }
        }
    }

    /** One table, of which some rows have been looked at. */
    private final class Part<K extends StoreKey, V> {

        private final Table<K, V> table;
        private final Consumer<Row<K, V>> look;
        private @Nullable K next;
        private boolean through;

        Part(Table<K, V> table, Consumer<Row<K, V>> look) {
            this.table = table;
            this.look = look;
        }

        boolean advance(BooleanSupplier timeIsLeft) {
            if (through) {
                return true;
            }
            try (Scan<K, V> rows = scan()) {
                while (rows.hasNext()) {
                    Row<K, V> row = rows.next();
                    if (!timeIsLeft.getAsBoolean()) {
                        next = row.key();
                        return false;
                    }
                    look.accept(row);
                }
            }
            through = true;
            return true;
        }

        private Scan<K, V> scan() {
            K from = next;
            return from == null
                    ? community.tables().scan(table)
                    : community.tables().scan(table, TASK, from);
        }
    }
}
