// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.figure;

import dev.hallway.health.Authorship;
import dev.hallway.health.Story;
import dev.hallway.health.StoryPullRequest;
import dev.hallway.streams.fact.Actor;
import dev.hallway.streams.fact.ItemSnapshot;
import dev.hallway.streams.people.Classification;
import dev.hallway.streams.people.Participant;
import dev.hallway.streams.read.Definitions;
import dev.hallway.streams.read.ItemView.Answer;
import dev.hallway.streams.store.Link;
import dev.hallway.streams.store.Outcome;
import dev.hallway.streams.store.Outcome.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Objects;
import org.apache.avro.SchemaNormalization;
import org.jspecify.annotations.Nullable;

/** Makes the story of a feedback issue from what was derived of it: pure. */
public final class StoryDerivation {

    private final Classification classification;

    /** Stories in which people are what the classification says. */
    public StoryDerivation(Classification classification) {
        this.classification = classification;
    }

    /** The story of a feedback issue, whose outcome has a state. */
    public Story story(ItemSnapshot issue, Actor author, Outcome outcome, LinkSummary links) {
        Answer answer = outcome.answer();
        return Story.newBuilder()
                .setRepository(issue.repository())
                .setNumber(issue.number())
                .setDefinitionVersion(Definitions.VERSION)
                .setHtmlUrl(issue.htmlUrl())
                .setTitle(issue.title())
                .setAuthor(login(author))
                .setAuthorIsMaintainer(outcome.authorIsMaintainer())
                .setOpenedAt(issue.openedAt())
                .setClosedAt(issue.closedAt())
                .setStateReason(issue.stateReason())
                .setState(Objects.requireNonNull(outcome.state(), "the issue is feedback"))
                .setDemandPeople(outcome.participants())
                .setReactions(issue.reactions())
                .setFirstResponseAt(time(outcome.first()))
                .setFirstMaintainerResponseAt(time(outcome.firstByMaintainer()))
                .setPullRequests(links.first().stream().map(this::pullRequest).toList())
                .setLinkedPullRequests(links.count())
                .setFirstMerge(links.firstMerge().map(this::pullRequest).orElse(null))
                .setLastMergeAt(links.lastMerge().orElse(null))
                .setLatencySeconds(answer == null ? null : answer.seconds())
                .setSelfAuthored(answer != null && answer.selfAuthored())
                .build();
    }

    /** A number that tells two stories apart; never 0. */
    public static long fingerprint(Story story) {
        try {
            ByteBuffer bytes = story.toByteBuffer();
            byte[] whole = new byte[bytes.remaining()];
            bytes.get(whole);
            long fingerprint = SchemaNormalization.fingerprint64(whole);
            return fingerprint == 0 ? 1 : fingerprint;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private StoryPullRequest pullRequest(Link link) {
        return StoryPullRequest.newBuilder()
                .setRepository(link.repository())
                .setNumber(link.number())
                .setTitle(link.title())
                .setAuthor(login(link.author().actor()))
                .setAuthorship(authorship(link))
                .setEvidence(link.evidence())
                .setFacet(link.facet())
                .setOpenedAt(link.openedAt())
                .setMergedAt(link.mergedAt())
                .setClosedAt(link.closedAt())
                .build();
    }

    private Authorship authorship(Link link) {
        Participant author =
                classification.participant(link.author(), link.repository(), link.association(), link.openedAt());
        if (author.isBot()) {
            return Authorship.BOT;
        }
        return author.maintainer() ? Authorship.MAINTAINER : Authorship.COMMUNITY;
    }

    private static @Nullable String login(Actor author) {
        return author.isDeleted() ? null : author.login();
    }

    private static @Nullable Instant time(@Nullable Response response) {
        return response == null ? null : response.at();
    }
}
