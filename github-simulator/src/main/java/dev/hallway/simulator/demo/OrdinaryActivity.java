// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator.demo;

import java.time.Instant;

/** Everything in a repository that is not part of the story. */
final class OrdinaryActivity {

    private final People people;
    private final OrdinaryIssues issues;
    private final OrdinaryPulls pulls;
    private final Dice dice;

    OrdinaryActivity(HistoryWriter notes, Texts texts, People people, ActivityPattern pattern, Dice dice) {
        OpenIssues open = new OpenIssues();
        Chat chat = new Chat(notes, people, pattern, dice);
        this.people = people;
        this.issues = new OrdinaryIssues(notes, texts, chat, open, dice);
        this.pulls = new OrdinaryPulls(notes, texts, people, pattern, chat, open, dice);
        this.dice = dice;
    }

    void write(long number, Instant at) {
        if (dice.chance(0.07)) {
            pulls.writeUpdate(number, at);
        } else if (dice.chance(0.45)) {
            pulls.write(number, people.anybody(dice), at);
        } else {
            issues.write(number, people.anybody(dice), at);
        }
    }
}
