// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.publication;

import dev.hallway.streams.community.Community;
import dev.hallway.streams.fact.ItemSnapshot;
import dev.hallway.streams.fact.KnownAccount;
import dev.hallway.streams.fact.Membership;
import dev.hallway.streams.people.People;
import dev.hallway.streams.people.PeopleInForce;
import dev.hallway.streams.read.ItemView.Answer;
import dev.hallway.streams.state.Scan;
import dev.hallway.streams.state.StoreKey;
import dev.hallway.streams.state.Table;
import dev.hallway.streams.state.TableReader.Row;
import dev.hallway.streams.store.AccountRow;
import dev.hallway.streams.store.CommunityKey.OfAccount;
import dev.hallway.streams.store.CommunityKey.OfItem;
import dev.hallway.streams.store.CommunityKey.OfLink;
import dev.hallway.streams.store.CommunityKey.OfTask;
import dev.hallway.streams.store.CommunityKey.OfWeek;
import dev.hallway.streams.store.CommunityTables;
import dev.hallway.streams.store.ItemRow;
import dev.hallway.streams.store.Link;
import dev.hallway.streams.store.PeopleRow;
import dev.hallway.streams.store.WeekRow;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds what another people registry changes, and notes it to be derived anew: what accounts did of which it says another
 * thing, the items that links of such lead to, and every week if other organisations are home.
 *
 * <p>It goes through the tables some rows at a time. Under which registry everything was last classified is kept with the
 * tables, so that nothing is left out by a crash, and nothing is done again after a restart.
 */
final class PeopleRederivation {

    private static final OfTask TASK = new OfTask();

    private final Community community;
    private final PeopleInForce inForce;
    private final PeopleInForce classified = new PeopleInForce();
    private PeopleRow kept;
    private @Nullable Pass pass;

    PeopleRederivation(Community community, PeopleInForce inForce) {
        this.community = community;
        this.inForce = inForce;
        PeopleRow row = community.tables().get(CommunityTables.PEOPLE, TASK);
        kept = row == null ? PeopleRow.NONE : row;
        People now = inForce.current();
        if (kept.fingerprint() == now.fingerprint()) {
            classified.replaceBy(now);
        }
    }

    /**
     * The people under whom the tables are classified. They stay while others come into force, until all tables have been
     * gone through: a figure that is derived under two registries would tell one person from themselves.
     */
    PeopleInForce classified() {
        return classified;
    }

    /**
     * True if everything is classified under the people in force, or noted to be. Others who were in force in between, if
     * only for a moment, may have classified something: then it is not.
     */
    boolean isSettled() {
        return pass == null && classified.current() == inForce.current();
    }

    /** Looks at the next rows while there is time. */
    void advance(BooleanSupplier timeIsLeft) {
        People now = inForce.current();
        Pass known = pass;
        if (known == null || known.people != now) {
            known = new Pass(now);
            pass = known;
            // Until it is through, the tables are classified in part under each.
            keep(kept.interrupted());
        }
        if (known.advance(timeIsLeft) && inForce.current() == now) {
            keep(new PeopleRow(now.fingerprint(), now.homeFingerprint()));
            classified.replaceBy(now);
            pass = null;
        }
    }

    private void keep(PeopleRow row) {
        if (!row.equals(kept)) {
            community.tables().put(CommunityTables.PEOPLE, TASK, row);
            kept = row;
        }
    }

    /** One way through the tables. */
    private final class Pass {

        private final People people;
        private final Part<OfAccount, AccountRow> accounts =
                new Part<>(CommunityTables.ACCOUNTS, row -> community.accounts().classify(row.key(), row.value()));
        private final Part<OfLink, Link> links = new Part<>(CommunityTables.LINKS, this::classify);
        private final Part<OfWeek, WeekRow> weeks = new Part<>(
                CommunityTables.WEEKS,
                row -> community.weekChanged(row.key().repository(), row.key().week()));

        Pass(People people) {
            this.people = people;
        }

        /** True if it is through. */
        boolean advance(BooleanSupplier timeIsLeft) {
            boolean sameHome = people.homeFingerprint() == kept.home();
            return accounts.advance(timeIsLeft) && links.advance(timeIsLeft) && (sameHome || weeks.advance(timeIsLeft));
        }

        private void classify(Row<OfLink, Link> row) {
            OfLink key = row.key();
            Link link = row.value();
            Membership before = link.membership();
            Membership now = people.membership(link.author().actor());
            if (!now.countsLike(before)) {
                community.tables().put(CommunityTables.LINKS, key, link.with(now));
            }
            boolean registered = before.isRegistered() || now.isRegistered();
            if (!now.standsLike(before) || (registered && answersAsSomebodyElse(key, link))) {
                community.itemChanged(key.repository(), key.number());
            }
        }

        /**
         * True if the link answers the item, and whether its author answered themselves is something else now. It is so by
         * what is known of either author, whom different repositories may know.
         */
        private boolean answersAsSomebodyElse(OfLink key, Link link) {
            ItemRow item = community.tables().get(CommunityTables.ITEMS, new OfItem(key.repository(), key.number()));
            if (item == null) {
                return false;
            }
            Answer answer = item.outcome().answer();
            return answer != null
                    && answer.pullRequest() == link.number()
                    && answer.repository().equals(link.repository())
                    && answer.selfAuthored() != isByTheOpener(key.repository(), item.snapshot(), link);
        }

        private boolean isByTheOpener(String repository, ItemSnapshot item, Link link) {
            KnownAccount opener = community.accounts().known(repository, item.author());
            return people.participant(link.author(), link.repository(), link.openedAt())
                    .isSamePersonAs(people.participant(opener, item.repository(), item.openedAt()));
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
