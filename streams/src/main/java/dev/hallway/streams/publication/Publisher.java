// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.publication;

import dev.hallway.streams.change.ChangeKind;
import dev.hallway.streams.change.Changes;
import dev.hallway.streams.community.Community;
import dev.hallway.streams.people.PeopleInForce;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.store.CommunityKey.OfAccount;
import dev.hallway.streams.store.CommunityKey.OfItem;
import dev.hallway.streams.store.CommunityKey.OfWeek;
import dev.hallway.streams.tracing.TaskTraces;
import dev.hallway.streams.week.IsoWeek;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Derives what has changed, and publishes the rows that differ: a piece at a time, so that nothing takes the thread.
 *
 * <p>What another people registry changes comes before all. Of a repository, accounts and its default branch come before conversations and items, items before weeks, weeks
 * before flow: each may note changes of the next.
 */
public final class Publisher {

    private final Changes changes;
    private final PeopleRederivation people;
    private final AccountRederivation accounts;
    private final BranchRederivation branches;
    private final ItemPublisher items;
    private final WeekPublisher weeks;
    private final FlowPublisher flow;
    private final DigestPublisher digests;
    private final TaskTraces traces;
    private final Rests rests = new Rests();
    private @Nullable String current;

    /** Publishes what is derived from the tables of a task. */
    public Publisher(
            Community community, PeopleInForce people, CommunityReader reader, DigestPrinter printer, Outlet outlet) {
        changes = community.changes();
        traces = outlet.traces();
        this.people = new PeopleRederivation(community, people);
        accounts = new AccountRederivation(community);
        branches = new BranchRederivation(community);
        items = new ItemPublisher(community, this.people.classified(), outlet);
        weeks = new WeekPublisher(community, this.people.classified(), outlet);
        flow = new FlowPublisher(community, outlet);
        digests = new DigestPublisher(community, reader, printer, outlet);
    }

    /** How many changes are still to be derived; what another people registry changes counts as one until it is known. */
    public long outstanding() {
        return changes.size() + (people.isSettled() ? 0 : 1);
    }

    /** How many repositories have something to derive. */
    int repositories() {
        return changes.repositories();
    }

    /**
     * Publishes repository after repository, from the one that has waited longest on; goes on there next time.
     *
     * @param now wall-clock time in milliseconds since the epoch
     * @param most how many repositories to finish
     */
    Progress publish(long now, int most, BooleanSupplier timeIsLeft) {
        boolean any = digests.publishPrinted();
        if (!people.isSettled()) {
            long noted = changes.size();
            people.advance(timeIsLeft);
            any |= changes.size() != noted;
        }
        if (!people.isSettled()) {
            return new Progress(any, 0);
        }
        rests.begin(now);
        int finished = 0;
        while (finished < most && timeIsLeft.getAsBoolean()) {
            if (current == null) {
                current = changes.nextRepository().orElse(null);
            }
            if (current == null) {
                break;
            }
            String repository = current;
            any |= traces.derive(repository, () -> publish(repository, timeIsLeft));
            if (timeIsLeft.getAsBoolean()) {
                if (!changes.isToBeDerived(repository)) {
                    traces.derived(repository);
                }
                current = null;
                finished++;
            }
        }
        return new Progress(any, finished);
    }

    /**
     * How far one look came.
     *
     * @param anything true if anything was derived or sent
     * @param finished how many repositories were finished
     */
    record Progress(boolean anything, int finished) {}

    private boolean publish(String repository, BooleanSupplier timeIsLeft) {
        boolean any = false;
        for (ChangeKind kind : ChangeKind.values()) {
            if (kind == ChangeKind.DIGEST) {
                orderDigest(repository);
            } else {
                any |= publish(repository, kind, timeIsLeft);
            }
        }
        return any;
    }

    private boolean publish(String repository, ChangeKind kind, BooleanSupplier timeIsLeft) {
        boolean any = false;
        OptionalLong next = first(repository, kind);
        while (next.isPresent() && timeIsLeft.getAsBoolean()) {
            long number = next.getAsLong();
            if (rests.isResting(repository, kind, number)) {
                next = after(repository, kind, number);
            } else {
                long began = System.nanoTime();
                derive(repository, kind, number);
                rests.derived(repository, kind, number, System.nanoTime() - began);
                any = true;
                // What was derived may have noted others of its kind, whatever their numbers.
                next = first(repository, kind);
            }
        }
        return any;
    }

    /** The last week comes first: what people did in it tells what became of those who came before. */
    private OptionalLong first(String repository, ChangeKind kind) {
        return kind == ChangeKind.WEEK
                ? changes.previous(repository, kind, Long.MAX_VALUE)
                : changes.next(repository, kind, Long.MIN_VALUE);
    }

    private OptionalLong after(String repository, ChangeKind kind, long number) {
        return kind == ChangeKind.WEEK
                ? changes.previous(repository, kind, number)
                : changes.next(repository, kind, number + 1);
    }

    private void derive(String repository, ChangeKind kind, long number) {
        if (kind != ChangeKind.ACCOUNT) {
            changes.forget(repository, kind, number);
        }
        switch (kind) {
            case ACCOUNT -> accounts.advance(new OfAccount(repository, number));
            case DEFAULT_BRANCH -> branches.advance(repository, number);
            case CONVERSATION -> publishConversation(new OfItem(repository, number));
            case ITEM -> items.publish(new OfItem(repository, number));
            case WEEK -> weeks.publish(new OfWeek(repository, new IsoWeek((int) number)));
            case FLOW -> flow.publish(repository, number == Community.ALL_FLOW);
            case DIGEST -> throw new IllegalArgumentException("A digest is ordered, not derived.");
        }
    }

    private void publishConversation(OfItem item) {
        // An item that changed itself is derived as a whole.
        boolean itemChanged = changes.isNoted(item.repository(), ChangeKind.ITEM, item.number());
        if (!itemChanged) {
            items.publishConversation(item);
        }
    }

    /** A digest shows what was derived, so it comes last. */
    private void orderDigest(String repository) {
        boolean due = changes.next(repository, ChangeKind.DIGEST, 0).isPresent();
        if (due && !changes.isToBeDerived(repository)) {
            digests.order(repository);
        }
    }
}
