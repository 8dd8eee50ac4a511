// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.health.Digest;
import dev.hallway.streams.json.Json;
import dev.hallway.streams.read.Contributor;
import dev.hallway.streams.read.Contributor.Deed;
import dev.hallway.streams.read.Contributor.Deeds;
import dev.hallway.streams.read.CountedContribution;
import dev.hallway.streams.read.InMemoryCommunity;
import dev.hallway.streams.read.ItemView.Kind;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.read.Rows;
import dev.hallway.streams.read.SecretsCommunity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestRenderingTest {

    @Test
    void shouldTellTheStoryOfEachMergeInALine() {
        // When
        String markdown = MarkdownDigest.render(model(SecretsCommunity.community()));

        // Then
        assertThat(markdown)
                .contains("- [#1034](https://github.com/dapr/dapr/issues/1034) API to read secrets "
                        + "&lt;b&gt;@\u200Beveryone&lt;/b&gt; #\u200B1: asked by **ada** (3 people, 2 reactions), first reply after 4 h, "
                        + "answered by pull request [#1059](https://github.com/Dapr/dapr/pull/1059) from "
                        + "**grace\\_h** (community) after 9 d 3 h, as code, docs; also merged in dapr/docs.");
    }

    @Test
    void shouldSayWhoWaitsAndWhoIsNew() {
        // When
        String markdown = MarkdownDigest.render(model(SecretsCommunity.community()));

        // Then
        assertThat(markdown)
                .contains("## Waiting\n\nAs of 2020-02-24 00:00 UTC, newest first.\n\n"
                        + "### For a first reply: 1\n\n- 4 d 16 h: issue "
                        + "[#1060](https://github.com/Dapr/dapr/issues/1060) Cannot start on Windows, "
                        + "by **linus-new** (newcomer)\n")
                .contains("### Drafts without a reply: 0\n\nNone.\n")
                .contains("### For a review: 0\n\nNobody: in no open pull request had its author spoken last.\n")
                .contains("## Newcomers: 1\n\n- **linus-new** opened issue "
                        + "[#1060](https://github.com/Dapr/dapr/issues/1060) Cannot start on Windows.\n");
    }

    @Test
    void shouldSayHowCompleteTheDataAre() {
        // When
        String markdown = MarkdownDigest.render(model(SecretsCommunity.community()));

        // Then
        assertThat(markdown)
                .startsWith(
                        "# [Dapr/dapr](https://github.com/dapr/dapr): week 2020-W08\n\n2020-02-17 to 2020-02-23, UTC.\n")
                .endsWith("## How complete this is\n\n"
                        + "Data until 2020-02-26 08:00 UTC. **Incomplete: 1049 of 1060 numbers are issues "
                        + "and pull requests held here; 4 discussions, 1 not visible, "
                        + "2 discussions or not visible, 1 deleted, "
                        + "2 transferred; missing: 1 number not explained yet (#813), 1 named gap.**\n\n"
                        + "- Gap: 3 review comments of deleted pull requests are not known.\n\n"
                        + "Version 2 of the metric definitions.\n");
    }

    @Test
    void shouldSayWhyNothingIsCompared() {
        // When
        String early = MarkdownDigest.render(model(SecretsCommunity.community()));
        String unfinished = MarkdownDigest.render(
                DigestModel.of(SecretsCommunity.community(), "dapr/dapr", SecretsCommunity.WEEK.next()));

        // Then
        assertThat(early)
                .contains("Not compared with the weeks before: **too early to tell: 1 week is known before it, and it "
                        + "takes 8**.\n\nIn the week: 9 contributions; 3 contributors; ")
                .doesNotContain("As usual");
        assertThat(unfinished)
                .contains("Not compared with the weeks before: **the data do not reach to the end of the week**.\n\n"
                        + "So far: 0 contributions; ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "&", "\\", "\"", "\u0001", "😀", "@x ", "#1 "})
    void shouldStayBelowGitHubsLimitWithThousandsWaiting(String piece) {
        // Given
        InMemoryCommunity community = SecretsCommunity.community();
        for (int number = 2_000; number < 12_000; number++) {
            community.with(Rows.item(
                            SecretsCommunity.NAME,
                            number,
                            Kind.ISSUE,
                            SecretsCommunity.WEEK.start().plusSeconds(number))
                    .title(piece.repeat(5_000))
                    .author(piece.repeat(50))
                    .build());
        }

        // When
        Digest digest = DigestRecord.of(model(community));

        // Then
        assertThat(digest.getMarkdown()).hasSizeLessThan(65_536).contains("### For a first reply: 10001");
        assertThat(digest.getMarkdown()).contains("more who have waited longer, the longest since 2020-02-17");
        assertThat(digest.getJson()).hasSizeLessThan(65_536);
    }

    @Test
    void shouldGiveExactSecondsAndReasonsInJson() throws IOException {
        // When
        JsonNode json = json(JsonDigest.render(model(SecretsCommunity.community())));

        // Then
        assertThat(json.at("/week").asText()).isEqualTo("2020-W08");
        assertThat(json.at("/completeness/syncedAt").asText()).isEqualTo("2020-02-26T08:00:00Z");
        assertThat(json.at("/completeness/note/complete").asBoolean(true)).isFalse();
        assertThat(json.at("/completeness/note/words").asText()).startsWith("1049 of 1060 numbers are issues");
        assertThat(json.at("/merged/shown/0/latencySeconds").asLong()).isEqualTo(790_200);
        assertThat(json.at("/merged/shown/0/authorship").asText()).isEqualTo("community");
        assertThat(json.at("/openFeedback/open").asLong()).isEqualTo(1);
        assertThat(json.at("/openFeedback/medianLatency/value").asLong()).isEqualTo(790_200);
        assertThat(json.findValuesAsText("unavailable")).contains("none of the 1 opened has a response yet");
        assertThat(json.at("/comparison/basis/weeksKnown").asInt()).isOne();
        assertThat(json.at("/comparison/figures/0/figure").asText()).isEqualTo("contributions");
        assertThat(json.at("/comparison/figures/0/value").asInt()).isEqualTo(9);
        assertThat(json.at("/comparison/figures/0/reason").asText()).startsWith("too early to tell: 1 week is known");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u009b31m", "\u202e", "\u2066", "\u200b", "\u001b[31m", "\u0000", "\n", "\u0085"})
    void shouldGiveNoControlCharactersInJson(String control) {
        // Given
        InMemoryCommunity community = SecretsCommunity.community();
        community.with(Rows.item(
                        SecretsCommunity.NAME,
                        2_000,
                        Kind.ISSUE,
                        SecretsCommunity.WEEK.start().plusSeconds(1))
                .title("safe" + control + "text")
                .author("ev" + control + "e")
                .build());

        // When
        JsonNode written = JsonDigest.fitting(model(community));

        // Then
        assertThat(written.findValuesAsText("title"))
                .anySatisfy(title -> assertThat(title).matches("safe ?(\\[?31m)?text"));
        assertThat(written.toString()).doesNotContainPattern("[\\p{Cc}\\p{Cf}]").doesNotContain("\\u00");
    }

    @Test
    void shouldEscapeTheTitleOfThePage() {
        // Given
        DigestModel model = named("</title><script>alert(1)</script>");

        // When
        String html = HtmlDigest.render(model, PageLinks.NONE);

        // Then
        assertThat(html)
                .contains("<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; 2020-W08</title>")
                .doesNotContain("<script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@everyone",
                "<script>alert(1)</script>",
                "[x](javascript:alert(1))",
                "![x](https://elsewhere.example/pixel)",
                "https://elsewhere.example",
                "#1"
            })
    void shouldLetNoTextDoAnythingAnywhere(String hostile) {
        // Given: the same text in every title and login
        InMemoryCommunity community = SecretsCommunity.emptyCommunity();
        Instant opened = SecretsCommunity.WEEK.start().plusSeconds(60);
        community
                .with(Rows.item(SecretsCommunity.NAME, 1, Kind.ISSUE, opened)
                        .title(hostile)
                        .author(hostile)
                        .newcomer()
                        .build())
                .with(Rows.item(SecretsCommunity.NAME, 2, Kind.PULL_REQUEST, opened)
                        .title(hostile)
                        .author(hostile + "2")
                        .merged(opened)
                        .build())
                .with(Rows.item(SecretsCommunity.NAME, 3, Kind.PULL_REQUEST, opened)
                        .title(hostile)
                        .author(hostile + "3")
                        .build())
                .with(SecretsCommunity.WEEK, newcomer(hostile + "2", opened));

        // When
        DigestModel model = model(community);
        String markdown = MarkdownDigest.render(model, PageLinks.to("http://127.0.0.1:8080"));
        String html = HtmlDigest.render(model, PageLinks.to("http://127.0.0.1:8080"));

        // Then
        assertThat(model.people()).hasSize(3);
        assertThat(markdown).doesNotContain("@everyone", "<script", "x](javascript", "://elsewhere", " #1 ");
        assertThat(html)
                .doesNotContain("<script", "<img", "javascript:alert(1)\"", "href=\"https://elsewhere", "style=");
        assertThat(html)
                .contains(
                        "<main class=\"digest\">", "<section id=\"people\">\n<h2>People to talk to this week: 3</h2>");
    }

    @Test
    void shouldLeadToThePagesOfHallwayThatAnswers() {
        // When
        String markdown =
                MarkdownDigest.render(model(SecretsCommunity.community()), PageLinks.to("http://127.0.0.1:8080"));

        // Then
        assertThat(markdown)
                .contains("See [all of this repository](http://127.0.0.1:8080/r/Dapr/dapr).")
                .contains("([story](http://127.0.0.1:8080/r/Dapr/dapr/stories/1034))")
                .contains("[9 contributions](http://127.0.0.1:8080/r/Dapr/dapr/weeks/2020-W08/contributions)");
    }

    @Test
    void shouldSayHowManyHaveWaitedLonger() {
        // Given
        InMemoryCommunity community = SecretsCommunity.emptyCommunity();
        for (int number = 1; number <= 12; number++) {
            community.with(Rows.item(
                            SecretsCommunity.NAME,
                            number,
                            Kind.ISSUE,
                            SecretsCommunity.WEEK.start().minusSeconds(number * 86_400L))
                    .build());
        }

        // When
        String markdown = MarkdownDigest.render(model(community));

        // Then
        assertThat(markdown)
                .contains("### For a first reply: 12\n\n- 8 d: issue [#1]")
                .contains("\n\n… and 2 more who have waited longer, the longest since 2020-02-05: "
                        + "[#12](https://github.com/Dapr/dapr/issues/12).\n");
    }

    @Test
    void shouldBeTheSameForTheSameContents() {
        // When
        Digest again = DigestRecord.of(model(SecretsCommunity.community()));

        // Then
        assertThat(again).isEqualTo(DigestRecord.of(model(SecretsCommunity.community())));
        assertThat(again.getSyncedAt()).isEqualTo(SecretsCommunity.SYNCED);
    }

    @Test
    void shouldRenderACommunityWithoutAnything() {
        // When
        String markdown = MarkdownDigest.render(model(SecretsCommunity.emptyCommunity()));

        // Then
        assertThat(markdown)
                .contains("No feedback was answered by a merge this week.")
                .contains("Nobody: every open item had a reply.")
                .contains("Nobody contributed for the first time.");
    }

    private static Contributor newcomer(String login, Instant at) {
        Deed opened = new Deed(CountedContribution.Kind.PULL_REQUEST_OPENED, 2, at);
        Deed merged = new Deed(CountedContribution.Kind.PULL_REQUEST_MERGED, 2, at);
        return new Contributor(
                login.hashCode(),
                login,
                2,
                0,
                SecretsCommunity.WEEK,
                true,
                null,
                new Deeds(opened, opened, merged, true));
    }

    private static DigestModel named(String repository) {
        RepositorySummary known = SecretsCommunity.summary();
        RepositorySummary summary = new RepositorySummary(
                repository,
                known.htmlUrl(),
                known.syncedAt(),
                known.historyComplete(),
                known.gaps(),
                known.inventory(),
                known.firstWeek(),
                known.lastWeek());
        return DigestModel.of(new InMemoryCommunity(summary), repository, SecretsCommunity.WEEK);
    }

    private static DigestModel model(InMemoryCommunity community) {
        return DigestModel.of(community, "dapr/dapr", SecretsCommunity.WEEK);
    }

    private static JsonNode json(String document) throws IOException {
        return Json.read(document.getBytes(StandardCharsets.UTF_8));
    }
}
