// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.query;

import dev.hallway.streams.people.Participant;
import dev.hallway.streams.people.Participant.Affiliation;
import dev.hallway.streams.read.ParticipantView;
import dev.hallway.streams.read.ParticipantView.BotSign;
import dev.hallway.streams.read.ParticipantView.Kind;
import dev.hallway.streams.read.ParticipantView.MaintainerSign;
import org.jspecify.annotations.Nullable;

/** Shows participants. */
final class ParticipantViews {

    private ParticipantViews() {}

    /** As those who ask see them. */
    static ParticipantView of(Participant participant) {
        Affiliation affiliation = participant.affiliation();
        return new ParticipantView(
                kind(participant),
                participant.person(),
                participant.login(),
                botSign(participant),
                maintainerSign(participant),
                affiliation == null ? null : affiliation.organisation(),
                affiliation != null && affiliation.home());
    }

    private static Kind kind(Participant participant) {
        return switch (participant.kind()) {
            case HUMAN -> Kind.HUMAN;
            case BOT -> Kind.BOT;
            case UNKNOWN -> Kind.UNKNOWN;
        };
    }

    private static @Nullable BotSign botSign(Participant participant) {
        return switch (participant.bot()) {
            case NONE -> null;
            case TYPE -> BotSign.TYPE;
            case REGISTRY -> BotSign.REGISTRY;
            case LOGIN -> BotSign.LOGIN;
            case LIST -> BotSign.LIST;
        };
    }

    private static @Nullable MaintainerSign maintainerSign(Participant participant) {
        return switch (participant.evidence()) {
            case NONE -> null;
            case REGISTRY -> MaintainerSign.REGISTRY;
            case ASSOCIATION -> MaintainerSign.ASSOCIATION;
            case MERGED -> MaintainerSign.MERGED;
        };
    }
}
