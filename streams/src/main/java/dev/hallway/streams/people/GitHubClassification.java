// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.people;

import dev.hallway.github.AuthorAssociation;
import dev.hallway.streams.fact.Actor;
import dev.hallway.streams.fact.KnownAccount;
import dev.hallway.streams.people.Participant.Kind;
import java.time.Instant;

/** What the metric definitions make of what GitHub says of an account. */
final class GitHubClassification implements Classification {

    private static final String BOT_SUFFIX = "[bot]";

    @Override
    public Participant participant(KnownAccount account, AuthorAssociation association, Instant at) {
        Actor actor = account.actor();
        Kind kind = kind(actor);
        boolean maintainer = kind != Kind.BOT && (isMaintainers(association) || account.hadMergedBy(at));
        return new Participant(kind, actor.id(), actor.login(), maintainer);
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
