// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.numbers;

import dev.hallway.github.Inventory;
import dev.hallway.github.Issue;
import dev.hallway.github.KnownNumbers;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Review;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** An inventory of every number of a repository; mutable, and knows whether it has changed. */
public final class NumberInventory {

    private static final int MOST_SHOWN = 20;

    private final ShownKinds shown;
    private final NumberSet issues;
    private final NumberSet pulls;
    private final NumberSet deleted;
    private final NumberSet transferred;
    private final NumberSet absent;
    private final NumberSet discussions;
    private final NumberSet invisible;
    private final NumberSet miscounted;
    private NumberSet undecided;
    private NumberSet suspected;
    private long repaired;
    private long silentEdits;
    private long repairedComments;
    private long deletedComments;
    private long deletedReviews;
    private boolean changed;

    /** Starts from what is known; null if nothing is. Nothing is switched off. */
    public NumberInventory(@Nullable KnownNumbers known) {
        this(known, ShownKinds.ALL);
    }

    /**
     * Starts from what is known; null if nothing is.
     *
     * @param shown what GitHub shows now: of hidden items nothing is doubted
     */
    public NumberInventory(@Nullable KnownNumbers known, ShownKinds shown) {
        this.shown = shown;
        KnownNumbers start = known == null ? KnownNumbers.newBuilder().build() : known;
        this.issues = NumberSet.of(start.getIssues());
        this.pulls = NumberSet.of(start.getPullRequests());
        this.deleted = NumberSet.of(start.getDeleted());
        this.transferred = NumberSet.of(start.getTransferred());
        this.absent = NumberSet.of(start.getAbsent());
        this.discussions = NumberSet.of(start.getDiscussions());
        this.invisible = NumberSet.of(start.getInvisible());
        this.miscounted = NumberSet.of(start.getMiscounted());
        this.undecided = NumberSet.of(start.getUndecided());
        this.suspected = NumberSet.of(start.getSuspected());
        this.repaired = start.getRepaired();
        this.silentEdits = start.getSilentEdits();
        this.repairedComments = start.getRepairedComments();
        this.deletedComments = start.getDeletedComments();
        this.deletedReviews = start.getDeletedReviews();
    }

    /** Whether anything changed since the start. */
    public boolean changed() {
        return changed;
    }

    /** A record is published; only issues and pull requests have numbers of their own, deleted reviews are counted. */
    public void publish(SpecificRecord record) {
        if (record instanceof Issue issue && !issue.getDeleted()) {
            changed |= issues.add(issue.getNumber());
            forgetWhatWasWrong(issue.getNumber());
        } else if (record instanceof PullRequest pull && !pull.getDeleted()) {
            changed |= pulls.add(pull.getNumber());
            forgetWhatWasWrong(pull.getNumber());
        } else if (record instanceof Review review && review.getDeleted()) {
            deletedReviews++;
            changed = true;
        }
    }

    /** Whether the number is an item that was published and that GitHub still has. */
    public boolean holds(long number) {
        return issues.contains(number) || pulls.contains(number);
    }

    /** The same, unless the last reconcile did not list it and it has not been requested since. */
    public boolean holdsListed(long number) {
        return holds(number) && !suspected.contains(number);
    }

    /** Whether the number is a published pull request that GitHub still has. */
    public boolean holdsPullRequest(long number) {
        return pulls.contains(number);
    }

    /** The same, unless the last reconcile did not list it and it has not been requested since. */
    public boolean holdsListedPullRequest(long number) {
        return holdsPullRequest(number) && !suspected.contains(number);
    }

    /** The published pull requests that GitHub still has. */
    public NumberSet pullRequests() {
        return pulls.union();
    }

    /** Whether every number up to the highest is a published pull request, so that none of them can be an issue. */
    public boolean holdsOnlyPullRequests() {
        return pulls.size() > 0 && pulls.size() == accounted().highest();
    }

    /** GitHub shows no item under the number. */
    public void depart(long number, Departure why) {
        forgetWhatWasWrong(number);
        changed |= issues.remove(number);
        changed |= pulls.remove(number);
        changed |= miscounted.remove(number);
        changed |= switch (why) {
            case DELETED -> deleted.add(number);
            case TRANSFERRED -> transferred.add(number);
            case ABSENT -> absent.add(number);
        };
    }

    /** The absent number is a discussion. */
    public void classifyAsDiscussion(long number) {
        changed |= discussions.add(number);
    }

    /** The absent number is not a visible discussion. */
    public void classifyAsInvisible(long number) {
        changed |= invisible.add(number);
    }

    /** GitHub gave no usable answer about the number: it is not asked for again until the next reconcile. */
    public void leaveUndecided(long number) {
        changed |= undecided.add(number);
        changed |= suspected.remove(number);
    }

    /** None of the unexplained numbers is asked for again until the next reconcile. */
    public void leaveUnexplainedUndecided() {
        undecided = undecided.union(holes());
        changed = true;
    }

    /** Numbers without a usable answer are asked for again. */
    public void askAgain() {
        changed |= undecided.size() > 0;
        undecided = NumberSet.empty();
    }

    /** The item is still there after all. */
    public void clear(long number) {
        changed |= suspected.remove(number);
    }

    /** An item was found that no walk had read. */
    public void countRepair() {
        repaired++;
        changed = true;
    }

    /** An edit was found that did not change the item's time of change. */
    public void countSilentEdit() {
        silentEdits++;
        changed = true;
    }

    /** GitHub's count of comments on a published item differs from the number held. */
    public void doubtComments(long number) {
        changed |= holds(number) && miscounted.add(number);
    }

    /** GitHub gave no usable answer about comments of a published item; says nothing of the item itself. */
    public void leaveCommentsUndecided(long number) {
        doubtComments(number);
        changed |= undecided.add(number);
    }

    /** The comments of the item are known; returns whether they had been in doubt. */
    public boolean trustComments(long number) {
        boolean doubted = miscounted.remove(number);
        changed |= doubted;
        return doubted;
    }

    /** Comments were found that no walk had read. */
    public void countRepairedComments(long comments) {
        repairedComments += comments;
        changed |= comments > 0;
    }

    /** Comments were found to be gone without any sign from GitHub. */
    public void countDeletedComments(long comments) {
        deletedComments += comments;
        changed |= comments > 0;
    }

    /**
     * GitHub listed exactly these items: any other held item that it would show is suspected to be gone, and explanations
     * are checked again.
     */
    public void reconcile(NumberSet listed) {
        suspected = shown(issues.union(pulls)).without(listed);
        listed.stream().forEach(number -> {
            deleted.remove(number);
            transferred.remove(number);
            forgetAbsence(number);
        });
        undecided = NumberSet.empty();
        changed = true;
    }

    /** The numbers to request next: items that may be gone, then unexplained numbers from the highest down. */
    public List<Long> questions(int most) {
        List<Long> gone = shown(suspected).stream().limit(most).boxed().toList();
        NumberSet holes = holes().without(undecided);
        long skipped = Math.max(0, holes.size() - (most - gone.size()));
        return Stream.concat(gone.stream(), holes.stream().skip(skipped).boxed())
                .toList();
    }

    /** Absent numbers that may be discussions, to ask about next. */
    public List<Long> unclassified(int most) {
        NumberSet known = discussions.union(invisible, undecided);
        return absent.without(known).stream().limit(most).boxed().toList();
    }

    /** Items whose comments are to be listed next. */
    public List<Long> doubtedComments(int most) {
        return shown(miscounted).without(undecided).stream().limit(most).boxed().toList();
    }

    /** The number of items whose comments are still to be listed. */
    public long countDoubtedComments() {
        return shown(miscounted).without(undecided).size();
    }

    /** The number of published issues that GitHub does not show now. */
    public long countHiddenIssues() {
        return shown.issues() ? 0 : issues.size();
    }

    /** The number of published pull requests that GitHub does not show now. */
    public long countHiddenPullRequests() {
        return shown.pullRequests() ? 0 : pulls.size();
    }

    /** Numbers of which nothing is known and that were not asked about, from the highest down. */
    public List<Long> unexplained(Set<Long> asked, int most) {
        long[] holes = holes().without(undecided).stream()
                .filter(number -> !asked.contains(number))
                .toArray();
        return LongStream.range(0, Math.min(most, holes.length))
                .mapToObj(index -> holes[holes.length - 1 - (int) index])
                .toList();
    }

    /** How many numbers are still to be requested: items that may be gone, and unexplained ones. */
    public long countQuestions() {
        return shown(suspected).size() + holes().without(undecided).size();
    }

    /** The number of numbers of which nothing is known. */
    public long countUnexplained() {
        return holes().size();
    }

    /** The inventory as stored in a cursor. */
    public KnownNumbers toRecord() {
        return KnownNumbers.newBuilder()
                .setIssues(issues.toBytes())
                .setPullRequests(pulls.toBytes())
                .setDeleted(deleted.toBytes())
                .setTransferred(transferred.toBytes())
                .setAbsent(absent.toBytes())
                .setDiscussions(discussions.toBytes())
                .setInvisible(invisible.toBytes())
                .setMiscounted(miscounted.toBytes())
                .setUndecided(undecided.toBytes())
                .setSuspected(suspected.toBytes())
                .setRepaired(repaired)
                .setSilentEdits(silentEdits)
                .setRepairedComments(repairedComments)
                .setDeletedComments(deletedComments)
                .setDeletedReviews(deletedReviews)
                .build();
    }

    /** The inventory as it is published, without the times of the checks. */
    public Inventory.Builder toInventory() {
        NumberSet holes = holes();
        return Inventory.newBuilder()
                .setHighestNumber(accounted().highest())
                .setItems(issues.union(pulls).size())
                .setDeletedNumbers(deleted.size())
                .setTransferredNumbers(transferred.size())
                .setAbsentNumbers(absent.size())
                .setDiscussionNumbers(discussions.size())
                .setInvisibleNumbers(invisible.size())
                .setUnexplainedNumbers(holes.size())
                .setFirstUnexplained(holes.stream().limit(MOST_SHOWN).boxed().toList())
                .setRepairedItems(repaired)
                .setSilentEdits(silentEdits)
                .setRepairedComments(repairedComments)
                .setDeletedComments(deletedComments)
                .setDeletedReviews(deletedReviews);
    }

    private NumberSet shown(NumberSet items) {
        NumberSet hidden = NumberSet.empty();
        if (!shown.issues()) {
            hidden = hidden.union(issues);
        }
        return items.without(shown.pullRequests() ? hidden : hidden.union(pulls));
    }

    private NumberSet accounted() {
        return issues.union(pulls, deleted, transferred, absent);
    }

    private NumberSet holes() {
        NumberSet accounted = accounted();
        return accounted.holesUpTo(accounted.highest());
    }

    private void forgetWhatWasWrong(long number) {
        changed |= deleted.remove(number);
        changed |= transferred.remove(number);
        changed |= forgetAbsence(number);
        changed |= undecided.remove(number);
        changed |= suspected.remove(number);
    }

    private boolean forgetAbsence(long number) {
        discussions.remove(number);
        invisible.remove(number);
        return absent.remove(number);
    }
}
