// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.numbers;

import dev.hallway.github.Inventory;
import dev.hallway.github.Issue;
import dev.hallway.github.KnownNumbers;
import dev.hallway.github.PullRequest;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Keeps account of every number of a repository; changes in place and says whether it did. */
public final class NumberBook {

    private static final int MOST_SHOWN = 20;

    private final NumberSet issues;
    private final NumberSet pulls;
    private final NumberSet deleted;
    private final NumberSet transferred;
    private final NumberSet absent;
    private NumberSet undecided;
    private NumberSet suspected;
    private long repaired;
    private long silentEdits;
    private boolean changed;

    /** Starts with what is known; null if nothing is. */
    public NumberBook(@Nullable KnownNumbers known) {
        KnownNumbers start = known == null ? KnownNumbers.newBuilder().build() : known;
        this.issues = NumberSet.of(start.getIssues());
        this.pulls = NumberSet.of(start.getPullRequests());
        this.deleted = NumberSet.of(start.getDeleted());
        this.transferred = NumberSet.of(start.getTransferred());
        this.absent = NumberSet.of(start.getAbsent());
        this.undecided = NumberSet.of(start.getUndecided());
        this.suspected = NumberSet.of(start.getSuspected());
        this.repaired = start.getRepaired();
        this.silentEdits = start.getSilentEdits();
    }

    /** Whether anything changed since the start. */
    public boolean changed() {
        return changed;
    }

    /** A record is published; only issues and pull requests have numbers of their own. */
    public void publish(SpecificRecord record) {
        if (record instanceof Issue issue && !issue.getDeleted()) {
            changed |= issues.add(issue.getNumber());
            forgetWhatWasWrong(issue.getNumber());
        } else if (record instanceof PullRequest pull && !pull.getDeleted()) {
            changed |= pulls.add(pull.getNumber());
            forgetWhatWasWrong(pull.getNumber());
        }
    }

    /** Whether the number is an item that was published and that GitHub still has. */
    public boolean holds(long number) {
        return issues.contains(number) || pulls.contains(number);
    }

    /** Whether the number is a published pull request that GitHub still has. */
    public boolean holdsPullRequest(long number) {
        return pulls.contains(number);
    }

    /** The published pull requests that GitHub still has. */
    public NumberSet pullRequests() {
        return pulls.and();
    }

    /** GitHub shows no item under the number. */
    public void depart(long number, Departure why) {
        forgetWhatWasWrong(number);
        changed |= issues.remove(number);
        changed |= pulls.remove(number);
        changed |= switch (why) {
            case DELETED -> deleted.add(number);
            case TRANSFERRED -> transferred.add(number);
            case ABSENT -> absent.add(number);
        };
    }

    /** GitHub gave no usable answer about the number: it is left alone until the next reconcile. */
    public void leaveUndecided(long number) {
        changed |= undecided.add(number);
        changed |= suspected.remove(number);
    }

    /** The item is still there after all. */
    public void clear(long number) {
        changed |= suspected.remove(number);
    }

    /** An item that no walk had brought was found. */
    public void countRepair() {
        repaired++;
        changed = true;
    }

    /** A change without a new time of change was found. */
    public void countSilentEdit() {
        silentEdits++;
        changed = true;
    }

    /** GitHub listed exactly these items: what else is held is suspected, and what was explained is looked at again. */
    public void reconcile(NumberSet listed) {
        suspected = issues.and(pulls).without(listed);
        listed.stream().forEach(number -> {
            deleted.remove(number);
            transferred.remove(number);
            absent.remove(number);
        });
        undecided = NumberSet.empty();
        changed = true;
    }

    /** The numbers to ask for next: items that may be gone, then holes from the latest down. */
    public List<Long> questions(int most) {
        List<Long> gone = suspected.stream().limit(most).boxed().toList();
        NumberSet holes = holes().without(undecided);
        long skipped = Math.max(0, holes.size() - (most - gone.size()));
        return Stream.concat(gone.stream(), holes.stream().skip(skipped).boxed())
                .toList();
    }

    /** The book as a cursor keeps it. */
    public KnownNumbers toRecord() {
        return KnownNumbers.newBuilder()
                .setIssues(issues.toBytes())
                .setPullRequests(pulls.toBytes())
                .setDeleted(deleted.toBytes())
                .setTransferred(transferred.toBytes())
                .setAbsent(absent.toBytes())
                .setUndecided(undecided.toBytes())
                .setSuspected(suspected.toBytes())
                .setRepaired(repaired)
                .setSilentEdits(silentEdits)
                .build();
    }

    /** The book as everybody may read it, without the times of the checks. */
    public Inventory.Builder inventory() {
        NumberSet holes = holes();
        return Inventory.newBuilder()
                .setHighestNumber(accounted().highest())
                .setItems(issues.and(pulls).size())
                .setDeletedNumbers(deleted.size())
                .setTransferredNumbers(transferred.size())
                .setAbsentNumbers(absent.size())
                .setUnexplainedNumbers(holes.size())
                .setFirstUnexplained(holes.stream().limit(MOST_SHOWN).boxed().toList())
                .setRepairedItems(repaired)
                .setSilentEdits(silentEdits);
    }

    private NumberSet accounted() {
        return issues.and(pulls, deleted, transferred, absent);
    }

    private NumberSet holes() {
        NumberSet accounted = accounted();
        return accounted.holesUpTo(accounted.highest());
    }

    private void forgetWhatWasWrong(long number) {
        changed |= deleted.remove(number);
        changed |= transferred.remove(number);
        changed |= absent.remove(number);
        changed |= undecided.remove(number);
        changed |= suspected.remove(number);
    }
}
