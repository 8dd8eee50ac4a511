// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.people;

/**
 * Who did something, as the metric definitions see it.
 *
 * @param kind human, bot, or unknown because the account was deleted
 * @param person GitHub's numeric user id, which is the person; 0 for an unknown one
 * @param login a label only; empty for an unknown person
 * @param maintainer true if this was done as a maintainer
 */
public record Participant(Kind kind, long person, String login, boolean maintainer) {

    /** What a participant is. */
    public enum Kind {
        HUMAN,
        BOT,
        /** A deleted account; two of them are never the same person. */
        UNKNOWN
    }

    /** True if this is a person whose identity is known. */
    public boolean isKnownPerson() {
        return kind == Kind.HUMAN;
    }

    /** True if this is an automated account. */
    public boolean isBot() {
        return kind == Kind.BOT;
    }

    /** True if what this participant writes can answer an item opened by the other. */
    public boolean canRespondTo(Participant opener) {
        return switch (kind) {
            case BOT -> false;
            case HUMAN -> opener.kind == Kind.UNKNOWN || opener.person != person;
            case UNKNOWN -> opener.kind != Kind.UNKNOWN;
        };
    }

    /** True if both are known to be the same person. */
    public boolean isSamePersonAs(Participant other) {
        return kind == Kind.HUMAN && other.kind == Kind.HUMAN && person == other.person;
    }
}
