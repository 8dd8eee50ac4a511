// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.probe;

import dev.hallway.github.IngestStream;
import dev.hallway.ingest.github.Answer;
import dev.hallway.ingest.github.GitHubClient;
import dev.hallway.ingest.held.PublishedSnapshots;
import dev.hallway.ingest.ledger.Findings;
import dev.hallway.ingest.ledger.Ledger;
import dev.hallway.ingest.numbers.Departure;
import dev.hallway.ingest.numbers.NumberInventory;
import dev.hallway.ingest.page.EntityReaders;
import dev.hallway.ingest.page.Snapshot;
import dev.hallway.ingest.translate.Snapshots;
import dev.hallway.ingest.translate.Translation;
import dev.hallway.ingest.walk.Step;
import dev.hallway.ingest.walk.UnusableAnswers;
import dev.hallway.ingest.walk.Walk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Requests single numbers: those that nothing is known of, and items that GitHub no longer lists.
 *
 * <p>A number costs a request, a missed pull request or a transferred issue two. A cycle requests a few and commits
 * them together; the answers are kept, so that no number is requested twice.
 */
public final class ProbeWalk implements Walk {

    private final GitHubClient github;
    private final Ledger ledger;
    private final PublishedSnapshots published;
    private final int most;
    private final Instant cycleStart;

    /**
     * A walk of one cycle.
     *
     * @param most how many numbers it requests
     */
    public ProbeWalk(GitHubClient github, Ledger ledger, PublishedSnapshots published, int most, Instant cycleStart) {
        this.github = github;
        this.ledger = ledger;
        this.published = published;
        this.most = most;
        this.cycleStart = cycleStart;
    }

    @Override
    public Step step() throws InterruptedException {
        NumberInventory inventory = ledger.numbers();
        List<Long> questions = inventory.questions(most);
        if (questions.isEmpty()) {
            return new Step.CaughtUp();
        }
        Round round = new Round(inventory);
        for (long number : questions) {
            if (!round.isEmpty() && !github.quotaIsLeft()) {
                break;
            }
            Answer answer = github.get(ledger.path() + "/issues/" + number, Optional.empty());
            if (answer instanceof Answer.Unauthorized) {
                round.commit();
                return UnusableAnswers.stopped(answer, ledger.path() + "/issues/" + number);
            }
            round.understand(number, answer);
            if (answer instanceof Answer.Failed) {
                break;
            }
        }
        round.commit();
        return new Step.CaughtUp();
    }

    /** The results for the numbers of one cycle. */
    private final class Round {

        private final NumberInventory inventory;
        private final List<Snapshot> publish = new ArrayList<>();
        private final List<Long> asked = new ArrayList<>();
        private final List<Long> gone = new ArrayList<>();
        private final Map<String, String> gaps = new LinkedHashMap<>();
        private Instant date = cycleStart;

        Round(NumberInventory inventory) {
            this.inventory = inventory;
        }

        boolean isEmpty() {
            return asked.isEmpty();
        }

        void understand(long number, Answer answer) throws InterruptedException {
            asked.add(number);
            if (answer instanceof Answer.Fresh fresh) {
                date = fresh.date();
                found(number, fresh);
            } else if (answer instanceof Answer.NotFound missing) {
                date = missing.date();
                missing(number, missing);
            } else {
                undecided(number, answer instanceof Answer.Failed failed ? failed.reason() : "GitHub gave no answer");
            }
        }

        void commit() {
            if (asked.isEmpty()) {
                return;
            }
            for (long number : gone) {
                gaps.put("issue #" + number, "GitHub no longer has it, and the topics do not say what it was");
            }
            for (Snapshot deleted : published.deleted(ledger.repository(), gone, date)) {
                publish.add(deleted);
                gaps.remove("issue #" + deleted.number());
            }
            ledger.commit(IngestStream.NUMBERS, new Findings(publish, inventory, Optional.empty(), asked, gaps), date);
        }

        private void found(long number, Answer.Fresh fresh) throws InterruptedException {
            if (isElsewhere(number, fresh)) {
                depart(number, Departure.TRANSFERRED);
            } else if (inventory.holds(number)) {
                inventory.clear(number);
            } else if (Snapshots.isPullRequest(fresh.json())) {
                repairPullRequest(number);
            } else {
                repair(number, EntityReaders.issue(context(fresh), fresh.json()));
            }
        }

        private void repairPullRequest(long number) throws InterruptedException {
            Answer answer = github.get(ledger.path() + "/pulls/" + number, Optional.empty());
            if (answer instanceof Answer.Fresh fresh) {
                repair(number, EntityReaders.pullRequest(context(fresh), fresh.json()));
            } else {
                undecided(number, "GitHub lists it as a pull request but does not find that pull request");
            }
        }

        private void repair(long number, Translation<Snapshot> translation) {
            if (translation instanceof Translation.Read<Snapshot> read) {
                publish.add(read.value());
                if (read.value().updatedAt().isBefore(cycleStart)) {
                    // Anything newer appeared while the lists were read, and was not missed.
                    inventory.countRepair();
                }
            } else {
                undecided(number, ((Translation.Unreadable<Snapshot>) translation).reason());
            }
        }

        /** Only where GitHub says that it was deleted, or shows nothing without a reason, nothing is there any more. */
        private void missing(long number, Answer.NotFound missing) {
            if (missing.deleted()) {
                depart(number, Departure.DELETED);
            } else if (missing.status() == 404) {
                depart(number, Departure.ABSENT);
            } else if (missing.switchedOff() && !ledger.shown().issues() && !inventory.holds(number)) {
                // The gap of the repository says so; every other number would be answered the same.
                inventory.leaveUnexplainedUndecided();
            } else {
                gaps.put("issue #" + number, missing.words() + (inventory.holds(number) ? "; it is kept" : ""));
                inventory.leaveUndecided(number);
            }
        }

        private void depart(long number, Departure why) {
            if (inventory.holds(number)) {
                gone.add(number);
            }
            inventory.depart(number, why);
        }

        private void undecided(long number, String reason) {
            if (!inventory.holds(number)) {
                gaps.put("issue #" + number, reason);
            }
            inventory.leaveUndecided(number);
        }

        private Snapshots context(Answer.Fresh fresh) {
            return ledger.snapshots(fresh);
        }

        /** GitHub redirects to the new place of a transferred issue, and in passing to that of a renamed repository. */
        private boolean isElsewhere(long number, Answer.Fresh fresh) {
            String here = "/issues/" + number;
            return !fresh.url().equals(ledger.path() + here) && !fresh.url().equals(ledger.pathById() + here);
        }
    }
}
