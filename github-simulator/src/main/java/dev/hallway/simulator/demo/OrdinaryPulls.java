// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Pull requests as they come and go every day. */
final class OrdinaryPulls {

    private static final List<String> UNRELATED_BODIES = List.of(
            "",
            "Small, but it helped us.",
            "See the discussion in the community call. ☎️",
            "> Fixes #1\n\nI had written this at first, but it does not.");
    private static final List<String> CLOSING = List.of("Fixes #", "Closes: #", "This resolves #");

    private final HistoryWriter notes;
    private final Texts texts;
    private final People people;
    private final ActivityPattern pattern;
    private final Chat chat;
    private final OpenIssues open;
    private final Dice dice;

    OrdinaryPulls(
            HistoryWriter notes,
            Texts texts,
            People people,
            ActivityPattern pattern,
            Chat chat,
            OpenIssues open,
            Dice dice) {
        this.notes = notes;
        this.texts = texts;
        this.people = people;
        this.pattern = pattern;
        this.chat = chat;
        this.open = open;
        this.dice = dice;
    }

    void write(long number, Person author, Instant at) {
        if (dice.chance(0.07)) {
            draft(number, author, at);
            return;
        }
        Optional<Long> issue = dice.chance(0.45) ? open.take(dice) : Optional.empty();
        notes.openPull(number, author, texts.pullTitle(dice), body(issue), List.of(), false, at);
        checks(number, at);
        if (dice.chance(0.10)) {
            issue.ifPresent(open::add);
            return;
        }
        Instant discussed = dice.chance(0.3) ? chat.about(number, author, at) : at;
        Instant reviewed = review(number, author, discussed);
        if (dice.chance(0.86)) {
            notes.merge(number, issue.stream().toList(), reviewed.plus(dice.wait(Duration.ofHours(5))));
        } else {
            notes.closePull(number, reviewed.plus(dice.wait(Duration.ofDays(5))));
            issue.ifPresent(open::add);
        }
    }

    /** A bot's pull request: merged without much discussion. */
    void writeUpdate(long number, Instant at) {
        notes.openPull(number, people.updater(), Texts.updateTitle(dice), "", List.of("dependencies"), false, at);
        checks(number, at);
        if (dice.chance(0.8)) {
            Instant approved = at.plus(dice.wait(Duration.ofDays(2)));
            notes.review(number, people.maintainer(dice), "APPROVED", "", List.of(), approved);
            notes.merge(number, List.of(), approved.plusSeconds(90));
        }
    }

    private void draft(long number, Person author, Instant at) {
        notes.openPull(number, author, "WIP: " + texts.pullTitle(dice), "Not ready yet.", List.of(), true, at);
        checks(number, at);
    }

    private String body(Optional<Long> issue) {
        if (issue.isPresent()) {
            return dice.pick(CLOSING) + issue.get() + "\n\nWith a test.";
        }
        return dice.pick(UNRELATED_BODIES);
    }

    private void checks(long number, Instant at) {
        if (dice.chance(0.5)) {
            notes.comment(number, people.ci(), "All checks have passed.", at.plusSeconds(dice.between(240, 900)));
        }
    }

    /** Rounds of review until somebody approves; returns when. */
    private Instant review(long number, Person author, Instant from) {
        Instant at = from.plus(dice.wait(pattern.usualWait(from)));
        int rounds = dice.between(0, 2);
        for (int round = 0; round < rounds; round++) {
            boolean strict = dice.chance(0.3);
            notes.review(
                    number,
                    chat.somebodyBut(author),
                    strict ? "CHANGES_REQUESTED" : "COMMENTED",
                    strict ? "Almost there." : "",
                    dice.chance(0.5) ? List.of(Texts.onLine(dice)) : List.of(Texts.onLine(dice), Texts.onLine(dice)),
                    at);
            at = at.plus(dice.wait(Duration.ofHours(8)));
            notes.replyOnLine(number, author, Texts.thanks(dice), at);
            at = at.plus(dice.wait(Duration.ofHours(8)));
        }
        notes.review(number, chat.somebodyBut(author), "APPROVED", Texts.verdict(dice), List.of(), at);
        return at;
    }
}
