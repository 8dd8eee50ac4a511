// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator.demo;

import java.time.Duration;
import java.time.Instant;

/** The comments on an item. */
final class Chat {

    private final HistoryWriter notes;
    private final People people;
    private final ActivityPattern pattern;
    private final Dice dice;

    Chat(HistoryWriter notes, People people, ActivityPattern pattern, Dice dice) {
        this.notes = notes;
        this.people = people;
        this.pattern = pattern;
        this.dice = dice;
    }

    /** Writes comments on an item, or leaves its author without an answer; returns the time of the last comment. */
    Instant about(long number, Person author, Instant openedAt) {
        // Those nobody knows yet are overlooked more often.
        if (dice.chance(author.isStranger() ? 0.3 : 0.14)) {
            return alone(number, author, openedAt);
        }
        Instant at = openedAt.plus(dice.wait(pattern.usualWait(openedAt)));
        Person answering = somebodyBut(author);
        notes.comment(number, answering, author.mention() + " " + Texts.comment(dice), at);
        int more = dice.chance(0.006) ? dice.between(60, 120) : dice.between(0, 4);
        for (int said = 0; said < more; said++) {
            at = at.plus(dice.wait(Duration.ofHours(6)));
            notes.comment(number, dice.chance(0.45) ? author : somebodyBut(author), Texts.comment(dice), at);
        }
        return at;
    }

    /** Somebody else, a maintainer more often than not. */
    Person somebodyBut(Person author) {
        Person found = dice.chance(0.6) ? people.maintainer(dice) : people.regular(dice);
        while (found.equals(author)) {
            found = people.maintainer(dice);
        }
        return found;
    }

    private Instant alone(long number, Person author, Instant openedAt) {
        if (dice.chance(0.75)) {
            return openedAt;
        }
        Instant at = openedAt.plus(dice.wait(Duration.ofDays(4)));
        notes.comment(number, author, "Any news? 🙂", at);
        return at;
    }
}
