// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.people;

import dev.hallway.github.AuthorAssociation;
import dev.hallway.streams.fact.Actor;
import dev.hallway.streams.people.Participant.Kind;

/** What the metric definitions make of what GitHub says of an account. */
final class GitHubClassification implements Classification {

    private static final String BOT_SUFFIX = "[bot]";

    @Override
    public Participant participant(Actor actor, AuthorAssociation association) {
        Kind kind = kind(actor);
        return new Participant(kind, actor.id(), actor.login(), kind != Kind.BOT && isMaintainers(association));
    }

    private static Kind kind(Actor actor) {
        if (actor.isDeleted()) {
            return Kind.UNKNOWN;
        }
        return actor.botType() || hasBotSuffix(actor.login()) ? Kind.BOT : Kind.HUMAN;
    }

    private static boolean hasBotSuffix(String login) {
        int suffix = BOT_SUFFIX.length();
        return login.regionMatches(true, login.length() - suffix, BOT_SUFFIX, 0, suffix);
    }

    private static boolean isMaintainers(AuthorAssociation association) {
        return switch (association) {
            case OWNER, MEMBER, COLLABORATOR -> true;
            case UNKNOWN, CONTRIBUTOR, FIRST_TIMER, FIRST_TIME_CONTRIBUTOR, MANNEQUIN, NONE -> false;
        };
    }
}
