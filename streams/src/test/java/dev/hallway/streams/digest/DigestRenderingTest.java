// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.health.Digest;
import dev.hallway.streams.json.Json;
import dev.hallway.streams.read.InMemoryCommunity;
import dev.hallway.streams.read.ItemView.Kind;
import dev.hallway.streams.read.Rows;
import dev.hallway.streams.read.SecretsCommunity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
                        + "&lt;b&gt;@\u200Beveryone&lt;/b&gt; #\u200B1: asked by **ada**, first reply after 4 h, "
                        + "answered by pull request [#1059](https://github.com/Dapr/dapr/pull/1059) from "
                        + "**grace\\_h** (community) after 9 d 3 h; also merged in dapr/docs.");
    }

    @Test
    void shouldSayWhoWaitsAndWhoIsNew() {
        // When
        String markdown = MarkdownDigest.render(model(SecretsCommunity.community()));

        // Then
        assertThat(markdown)
                .contains("## Who waits for a first reply: 1\n\nAs of 2020-02-24 00:00 UTC.\n\n- 4 d 16 h: issue "
                        + "[#1060](https://github.com/Dapr/dapr/issues/1060) Cannot start on Windows, "
                        + "by **linus-new** (newcomer)\n")
                .contains("## Drafts without a reply: 0\n\nAs of 2020-02-24 00:00 UTC, none.\n")
                .contains("## Who waits for a review: 0\n\nAs of 2020-02-24 00:00 UTC, nobody")
                .contains("## Newcomers: 1\n\n**linus-new**\n");
    }

    @Test
    void shouldSayHowCompleteTheDataAre() {
        // When
        String markdown = MarkdownDigest.render(model(SecretsCommunity.community()));

        // Then
        assertThat(markdown)
                .startsWith(
                        "# [Dapr/dapr](https://github.com/dapr/dapr): week 2020-W08\n2020-02-17 to 2020-02-23, UTC. "
                                + "Data until 2020-02-26 08:00 UTC. **Incomplete: 1049 of 1060 numbers are issues "
                                + "and pull requests held here; 4 discussions, 1 not visible, "
                                + "2 discussions or not visible, 1 deleted, "
                                + "2 transferred; missing: 1 number not explained yet (#813), 1 named gap.**\n"
                                + "- Gap: 3 review comments of deleted pull requests are not known.\n");
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
        assertThat(digest.getMarkdown()).hasSizeLessThan(65_536).contains("## Who waits for a first reply: 10001");
        assertThat(digest.getMarkdown()).containsPattern("… and (9\\d{3}|10001) more\\.");
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
        DigestModel written = JsonDigest.fitting(model(community));

        // Then
        assertThat(written.waiting().shown())
                .anySatisfy(item -> assertThat(item.title()).matches("safe ?(\\[?31m)?text"))
                .allSatisfy(item -> assertThat(item.title() + item.author()).doesNotContainPattern("[\\p{Cc}\\p{Cf}]"));
    }

    @Test
    void shouldEscapeTheTitleOfThePage() {
        // Given
        DigestModel model = named("</title><script>alert(1)</script>", model(SecretsCommunity.community()));

        // When
        String html = HtmlDigest.render(model, FigureLinks.NONE);

        // Then
        assertThat(html)
                .contains("<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; 2020-W08</title>")
                .doesNotContain("<script");
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
                .contains("As of 2020-02-24 00:00 UTC, nobody: every open item had a reply.")
                .contains("Nobody contributed for the first time.");
    }

    private static DigestModel named(String repository, DigestModel model) {
        return new DigestModel(
                repository,
                model.htmlUrl(),
                model.week(),
                model.definitionVersion(),
                model.completeness(),
                model.asOf(),
                model.comparison(),
                model.merged(),
                model.waiting(),
                model.waitingDrafts(),
                model.waitingForReview(),
                model.newcomers(),
                model.diversity(),
                model.firstResponses(),
                model.openItems(),
                model.ratios(),
                model.openFeedback(),
                model.botContributions());
    }

    private static DigestModel model(InMemoryCommunity community) {
        return DigestModel.of(community, "dapr/dapr", SecretsCommunity.WEEK);
    }

    private static JsonNode json(String document) throws IOException {
        return Json.read(document.getBytes(StandardCharsets.UTF_8));
    }
}
