// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.people;

import org.jspecify.annotations.Nullable;

/**
 * Who did something, as the metric definitions see it.
 *
 * @param kind human, bot, or unknown because the account was deleted
 * @param bot what makes it a bot
 * @param person who it is: GitHub's numeric user id, a negative number for somebody in the registry, 0 for an unknown one
 * @param login a label only; empty for an unknown person
 * @param evidence what makes this something that a maintainer did
 * @param affiliation the person's organisation on that day; null if there is none
 */
public record Participant(
        Kind kind,
        BotEvidence bot,
        long person,
        String login,
        MaintainerEvidence evidence,
        @Nullable Affiliation affiliation) {

    /** What a participant is. */
    public enum Kind {
        HUMAN,
        BOT,
        /** A deleted account; two of them are never the same person. */
        UNKNOWN
    }

    /** What says that an account is a bot: the first that speaks. */
    public enum BotEvidence {
        /** Nothing: it is none. */
        NONE,
        /** GitHub's type of the account. */
        TYPE,
        /** Its entry in the registry. */
        REGISTRY,
        /** The login ends in {@code [bot]}. */
        LOGIN,
        /** The list of bots: the built-in one, with what the registry adds. */
        LIST
    }

    /** What says that somebody acted as a maintainer: the first that speaks. */
    public enum MaintainerEvidence {
        /** Nothing: it was done as one of the community. */
        NONE,
        REGISTRY,
        /** GitHub's association: OWNER, MEMBER or COLLABORATOR. */
        ASSOCIATION,
        /** The person had merged a pull request of the repository. */
        MERGED
    }

    /**
     * The organisation of a contribution.
     *
     * @param organisation its name
     * @param home true if it counts as home
     */
    public record Affiliation(String organisation, boolean home) {}

    /** True if this was done as a maintainer. */
    public boolean maintainer() {
        return evidence != MaintainerEvidence.NONE;
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
