// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Issues as they come and go every day. */
final class OrdinaryIssues {

    private static final List<List<String>> LABELS = List.of(
            List.of(),
            List.of(),
            List.of("kind/bug"),
            List.of("kind/enhancement"),
            List.of("kind/question", "triaged 🏷️"));

    private final HistoryWriter notes;
    private final Texts texts;
    private final Chat chat;
    private final OpenIssues open;
    private final Dice dice;

    OrdinaryIssues(HistoryWriter notes, Texts texts, Chat chat, OpenIssues open, Dice dice) {
        this.notes = notes;
        this.texts = texts;
        this.chat = chat;
        this.open = open;
        this.dice = dice;
    }

    void write(long number, Person author, Instant at) {
        notes.openIssue(number, author, texts.issueTitle(dice), Texts.issueBody(dice), dice.pick(LABELS), at);
        Instant lastWord = chat.about(number, author, at);
        if (dice.chance(0.25)) {
            close(number, author, lastWord.plus(dice.wait(Duration.ofDays(3))));
        } else {
            open.add(number);
        }
    }

    private void close(long number, Person author, Instant at) {
        notes.closeIssue(number, dice.chance(0.7) ? "completed" : "not_planned", at);
        if (dice.chance(0.12)) {
            Instant again = at.plus(dice.wait(Duration.ofDays(2)));
            notes.reopenIssue(number, again);
            notes.comment(number, author, "It is back, so I open this again.", again.plusSeconds(40));
        }
    }
}
