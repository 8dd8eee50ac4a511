// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.story;

import dev.hallway.health.Authorship;
import dev.hallway.health.Story;
import dev.hallway.health.StoryPullRequest;
import dev.hallway.health.StoryState;
import dev.hallway.streams.fact.Author;
import dev.hallway.streams.fact.ItemFacts;
import dev.hallway.streams.fact.Link;
import dev.hallway.streams.fact.Reply;
import dev.hallway.streams.read.Definitions;
import dev.hallway.streams.read.ItemView.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the story of a feedback issue from what is known of it: pure. */
final class StoryTeller {

    /** How many pull requests a story names; it tells how many there are in all. */
    static final int MOST_PULL_REQUESTS = 50;

    private StoryTeller() {}

    static Optional<Answer> answer(ItemFacts issue, Optional<Link> firstMerge) {
        return firstMerge.map(merge -> {
            Instant mergedAt = mergedAt(merge);
            return new Answer(
                    merge.repository(),
                    merge.number(),
                    mergedAt,
                    seconds(issue.openedAt(), mergedAt),
                    !merge.author().isBot() && !merge.authorIsMaintainer(),
                    merge.author().isSamePersonAs(issue.author()),
                    merge.evidence());
        });
    }

    static Story tell(Subject subject, ItemFacts issue, Linked linked) {
        Optional<Answer> answer = answer(issue, linked.firstMerge());
        return Story.newBuilder()
                .setRepository(issue.repository())
                .setNumber(issue.number())
                .setDefinitionVersion(Definitions.VERSION)
                .setHtmlUrl(issue.htmlUrl())
                .setTitle(issue.title())
                .setAuthor(login(issue.author()))
                .setAuthorIsMaintainer(issue.authorIsMaintainer())
                .setOpenedAt(issue.openedAt())
                .setClosedAt(issue.closedAt())
                .setStateReason(issue.stateReason())
                .setState(state(subject, issue, linked))
                .setDemandPeople(subject.people())
                .setReactions(issue.reactions())
                .setFirstResponseAt(time(subject.replies().first()))
                .setFirstMaintainerResponseAt(time(subject.replies().firstByMaintainer()))
                .setPullRequests(
                        linked.first().stream().map(StoryTeller::pullRequest).toList())
                .setLinkedPullRequests(subject.links())
                .setFirstMerge(linked.firstMerge().map(StoryTeller::pullRequest).orElse(null))
                .setLastMergeAt(linked.lastMerge().orElse(null))
                .setLatencySeconds(answer.map(Answer::seconds).orElse(null))
                .setSelfAuthored(answer.map(Answer::selfAuthored).orElse(false))
                .build();
    }

    private static StoryState state(Subject subject, ItemFacts issue, Linked linked) {
        if (linked.firstMerge().isPresent()) {
            return StoryState.MERGED;
        }
        if (issue.closedAt() != null) {
            return StoryState.CLOSED_WITHOUT_MERGE;
        }
        if (linked.anyClosingIsOpen()) {
            return StoryState.IN_PROGRESS;
        }
        return subject.replies().first() == null ? StoryState.WAITING : StoryState.ANSWERED;
    }

    private static StoryPullRequest pullRequest(Link link) {
        return StoryPullRequest.newBuilder()
                .setRepository(link.repository())
                .setNumber(link.number())
                .setTitle(link.title())
                .setAuthor(login(link.author()))
                .setAuthorship(authorship(link))
                .setEvidence(link.evidence())
                .setFacet(link.facet())
                .setOpenedAt(link.openedAt())
                .setMergedAt(link.mergedAt())
                .setClosedAt(link.closedAt())
                .build();
    }

    private static Authorship authorship(Link link) {
        if (link.author().isBot()) {
            return Authorship.BOT;
        }
        return link.authorIsMaintainer() ? Authorship.MAINTAINER : Authorship.COMMUNITY;
    }

    private static @Nullable String login(Author author) {
        return author.kind() == Author.Kind.UNKNOWN ? null : author.login();
    }

    private static @Nullable Instant time(@Nullable Reply reply) {
        return reply == null ? null : reply.time();
    }

    private static Instant mergedAt(Link merge) {
        Instant mergedAt = merge.mergedAt();
        if (mergedAt == null) {
            throw new IllegalStateException(
                    "The answer " + merge.repository() + "#" + merge.number() + " is not merged");
        }
        return mergedAt;
    }

    private static long seconds(Instant from, Instant to) {
        return Duration.between(from, to).toSeconds();
    }
}
