// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.read;

import org.jspecify.annotations.Nullable;

/**
 * Who did something, with what says so.
 *
 * @param kind human, bot, or unknown because the account was deleted
 * @param person who it is: GitHub's numeric user id, a negative number for somebody in the people registry, 0 for an
 *     unknown one
 * @param login a label only; empty for an unknown person
 * @param botSign what says that it is a bot; null for anybody else
 * @param maintainerSign what says that this was done as a maintainer; null if it was not
 * @param organisation the person's organisation on that day; null if there is none
 * @param fromHome true if that organisation counts as home
 */
public record ParticipantView(
        Kind kind,
        long person,
        String login,
        @Nullable BotSign botSign,
        @Nullable MaintainerSign maintainerSign,
        @Nullable String organisation,
        boolean fromHome) {

    /** A deleted account, or nobody who is known. */
    public static final ParticipantView UNKNOWN = new ParticipantView(Kind.UNKNOWN, 0, "", null, null, null, false);

    /** What a participant is. */
    public enum Kind {
        HUMAN,
        BOT,
        UNKNOWN
    }

    /** What says that an account is a bot. */
    public enum BotSign {
        /** GitHub's type of the account. */
        TYPE,
        /** The entry of the account in the people registry. */
        REGISTRY,
        /** The login ends in {@code [bot]}. */
        LOGIN,
        /** The list of bots: the built-in one, with what the people registry adds. */
        LIST
    }

    /** What says that somebody acted as a maintainer. */
    public enum MaintainerSign {
        REGISTRY,
        /** GitHub's association with the repository: OWNER, MEMBER or COLLABORATOR. */
        ASSOCIATION,
        /** The person had merged a pull request of the repository. */
        MERGED
    }

    /** True if this is a person whose identity is known. */
    public boolean knownPerson() {
        return kind == Kind.HUMAN;
    }

    /** True if both are known to be the same person. */
    public boolean isSamePersonAs(ParticipantView other) {
        return knownPerson() && other.knownPerson() && person == other.person;
    }
}
