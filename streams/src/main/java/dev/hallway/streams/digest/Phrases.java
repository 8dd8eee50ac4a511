// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import dev.hallway.health.Authorship;
import dev.hallway.health.Facet;
import dev.hallway.streams.digest.DigestModel.WaitingItem;
import dev.hallway.streams.read.CountedContribution;
import dev.hallway.streams.read.ItemView.Kind;
import dev.hallway.streams.week.IsoWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What digests say of people, items and stories, in Markdown.
 *
 * @param links where they lead to pages of Hallway
 * @param several true if the digest is of several repositories, so that each item says of which it is
 */
record Phrases(PageLinks links, boolean several) {

    private static final int MOST_REPOSITORIES = 5;

    /** Why somebody is to be talked to. */
    String reason(PersonToTalkTo person) {
        String who = person(person.login());
        String item = kind(person.kind()) + " " + item(person.repository(), person.number(), person.htmlUrl());
        String title = titled(person.title());
        return switch (person.reason()) {
            case WAITS_FOR_FIRST_REPLY ->
                who + ", a newcomer, has waited" + waited(person) + " for a first reply to " + item + title + ".";
            case FIRST_MERGE ->
                who + " had a first pull request merged, "
                        + item(person.repository(), person.number(), person.htmlUrl()) + title + ": say thank you.";
            case CAME_BACK ->
                who + " came back, last seen in " + IsoWeek.of(person.since()) + ", and "
                        + (person.did() == null ? "contributed to " + item : did(person.did(), item)) + title + ".";
            case WAITS_FOR_REVIEW -> who + " has waited" + waited(person) + " for a review of " + item + title + ".";
            case REQUEST_ANSWERED ->
                who + " asked for "
                        + item(person.repository(), person.number(), person.htmlUrl()) + title
                        + ", which a merge answered after" + waited(person)
                        + story(person.repository(), person.number())
                        + ": tell them.";
        };
    }

    /** A story in a sentence. */
    String story(MergedFeedback story) {
        String reply = story.firstReplySeconds() == null
                ? "no reply before"
                : "first reply after " + Wording.duration(story.firstReplySeconds());
        String elsewhere = story.pullRequestRepository().equalsIgnoreCase(story.repository())
                ? ""
                : " in " + MarkdownText.inert(story.pullRequestRepository());
        return item(story.repository(), story.number(), story.htmlUrl()) + titled(story.title()) + ": asked by "
                + person(story.askedBy()) + wanted(story) + ", " + reply + ", answered by pull request "
                + MarkdownText.link("#" + story.pullRequest(), story.pullRequestUrl()) + elsewhere + " from "
                + person(story.answeredBy()) + authorship(story.authorship()) + " after "
                + Wording.duration(story.latencySeconds()) + facets(story.facets())
                + further(story.furtherRepositories()) + story(story.repository(), story.number()) + ".";
    }

    /** Somebody who waits. */
    String waiting(WaitingItem item) {
        return Wording.duration(item.waitingSeconds()) + ": " + kind(item.kind()) + " "
                + MarkdownText.link("#" + item.number(), item.htmlUrl()) + titled(item.title()) + ", by "
                + person(item.author()) + standing(item);
    }

    /** What a newcomer did. */
    String debut(Debut debut) {
        List<String> deeds = new ArrayList<>();
        List<Long> named = new ArrayList<>();
        for (Debut.Step step : debut.steps()) {
            String item = item(debut.repository(), step.number(), step.htmlUrl());
            String title = named.contains(step.number()) ? "" : titled(step.title());
            named.add(step.number());
            deeds.add(
                    step.did() == CountedContribution.Kind.PULL_REQUEST_MERGED
                            ? "had " + item + title + " merged"
                            : did(step.did(), kind(step.kind()) + " " + item) + title);
        }
        return person(debut.login()) + (deeds.isEmpty() ? "" : " " + String.join("; ", deeds)) + ".";
    }

    static String person(@Nullable String login) {
        return login == null || login.isEmpty() ? "a deleted account" : "**" + MarkdownText.inert(login) + "**";
    }

    private String item(String repository, long number, String url) {
        return MarkdownText.link((several ? MarkdownText.inert(repository) : "") + "#" + number, url);
    }

    private static String titled(String title) {
        return title.isEmpty() ? "" : " " + MarkdownText.inert(title);
    }

    private String story(String repository, long number) {
        String link = links.story(repository, number, "story");
        return link.isEmpty() ? "" : " (" + link + ")";
    }

    private static String waited(PersonToTalkTo person) {
        return person.waitedSeconds() == null ? "" : " " + Wording.duration(person.waitedSeconds());
    }

    private static String kind(Kind kind) {
        return kind == Kind.ISSUE ? "issue" : "pull request";
    }

    private static String did(CountedContribution.Kind did, String item) {
        return switch (did) {
            case ISSUE_OPENED, PULL_REQUEST_OPENED -> "opened " + item;
            case PULL_REQUEST_MERGED -> "had merged " + item;
            case ISSUE_COMMENT -> "commented on " + item;
            case REVIEW_COMMENT, REVIEW -> "reviewed " + item;
        };
    }

    /** How many people wanted it, beyond the one who asked. */
    private static String wanted(MergedFeedback story) {
        List<String> parts = Stream.of(
                        story.people() > 1 ? story.people() + " people" : "",
                        story.reactions() > 0 ? Activities.counted(story.reactions(), "reaction", "reactions") : "")
                .filter(part -> !part.isEmpty())
                .toList();
        return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    }

    /** Code is what an answer usually is. */
    private static String facets(List<Facet> facets) {
        String words = facets.stream()
                .map(facet -> facet.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return facets.isEmpty() || facets.equals(List.of(Facet.CODE)) ? "" : ", as " + words;
    }

    private static String further(List<String> repositories) {
        int more = repositories.size() - MOST_REPOSITORIES;
        return repositories.isEmpty()
                ? ""
                : "; also merged in "
                        + repositories.stream()
                                .limit(MOST_REPOSITORIES)
                                .map(MarkdownText::inert)
                                .collect(Collectors.joining(", "))
                        + (more > 0 ? " and " + more + " more" : "");
    }

    private static String authorship(Authorship authorship) {
        return authorship == Authorship.UNKNOWN ? "" : " (" + authorship.name().toLowerCase(Locale.ROOT) + ")";
    }

    private static String standing(WaitingItem item) {
        String words = Stream.of(
                        item.newcomer() ? "newcomer" : "",
                        item.returning() ? "returning contributor" : "",
                        item.maintainer() ? "maintainer" : "")
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "" : " (" + words + ")";
    }
}
