// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import static dev.hallway.streams.read.CountedContribution.Kind.ISSUE_COMMENT;
import static dev.hallway.streams.read.CountedContribution.Kind.ISSUE_OPENED;
import static dev.hallway.streams.read.CountedContribution.Kind.PULL_REQUEST_MERGED;
import static dev.hallway.streams.read.CountedContribution.Kind.PULL_REQUEST_OPENED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.health.Authorship;
import dev.hallway.health.Evidence;
import dev.hallway.health.Facet;
import dev.hallway.health.Story;
import dev.hallway.health.StoryPullRequest;
import dev.hallway.health.StoryState;
import dev.hallway.streams.json.Json;
import dev.hallway.streams.read.Contributor;
import dev.hallway.streams.read.Contributor.Deed;
import dev.hallway.streams.read.Contributor.Deeds;
import dev.hallway.streams.read.CountedContribution;
import dev.hallway.streams.read.Definitions;
import dev.hallway.streams.read.InMemoryCommunity;
import dev.hallway.streams.read.ItemView.Kind;
import dev.hallway.streams.read.LastWord;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.read.Rows;
import dev.hallway.streams.week.IsoWeek;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A community of quiet weeks, and one in which much is as usual and some of it is not. */
class ChangedWeekTest {

    private static final String APP = "acme/app";
    private static final IsoWeek WEEK = IsoWeek.parse("2024-W20");
    private static final int WEEKS_BEFORE = 12;
    private static final IsoWeek FIRST = WEEK.plus(-WEEKS_BEFORE);

    private final InMemoryCommunity community = new InMemoryCommunity(new RepositorySummary(
            APP,
            "https://github.com/acme/app",
            WEEK.end().plusSeconds(3 * 86_400),
            true,
            List.of(),
            null,
            FIRST,
            WEEK));

    @Test
    void shouldTellWhatChangedFirstAndTheRestInOneLine() throws IOException {
        // Given
        usualWeeks();
        changedWeek();
        waitingPeople();
        contributingPeople();

        // When
        String markdown = MarkdownDigest.render(DigestModel.of(community, APP, WEEK));

        // Then
        Path written = Path.of("target", "digest", "changed-week.md");
        Files.createDirectories(written.getParent());
        Files.writeString(written, markdown);
        assertThat(markdown).isEqualTo(golden());
    }

    @Test
    void shouldLinkEachFigureToItsExplanation() {
        // Given
        usualWeeks();
        usual(WEEK, 0);
        PageLinks links = PageLinks.to("http://127.0.0.1:8080");

        // When
        String markdown = MarkdownDigest.render(DigestModel.of(community, APP, WEEK), links);

        // Then
        assertThat(markdown)
                .contains("As usual: [40 contributions](http://127.0.0.1:8080/r/" + APP + "/weeks/" + WEEK
                        + "/contributions); ");
    }

    @Test
    void shouldLinkNoFigureToAnAddressThatIsNone() {
        // Given
        usualWeeks();
        usual(WEEK, 0);

        // When
        String markdown = MarkdownDigest.render(
                DigestModel.of(community, APP, WEEK), PageLinks.to("http://evil\")](javascript:alert(1))"));

        // Then
        assertThat(markdown).contains("As usual: 40 contributions; ").doesNotContain("javascript");
    }

    @Test
    void shouldSayNothingChangedInAWeekLikeTheOthers() {
        // Given
        usualWeeks();
        usual(WEEK, 0);

        // When
        String markdown = MarkdownDigest.render(DigestModel.of(community, APP, WEEK));

        // Then
        assertThat(markdown)
                .contains(
                        "\n\nNothing: no figure differs from those weeks by more than chance explains.\n\nAs usual: 40 "
                                + "contributions; ")
                .doesNotContain(" than usual");
    }

    @Test
    void shouldGiveTheNumbersOfTheComparisonInJson() throws IOException {
        // Given
        usualWeeks();
        changedWeek();

        // When
        JsonNode figures = Json.read(
                        JsonDigest.render(DigestModel.of(community, APP, WEEK)).getBytes(StandardCharsets.UTF_8))
                .at("/comparison/figures");

        // Then
        JsonNode merged = figure(figures, "pull_requests_merged");
        assertThat(merged.path("value").asInt()).isEqualTo(19);
        assertThat(merged.at("/reference/least").asInt()).isEqualTo(4);
        assertThat(merged.at("/reference/most").asInt()).isEqualTo(6);
        assertThat(merged.at("/reference/n").asInt()).isEqualTo(12);
        assertThat(merged.path("p").asDouble()).isLessThan(0.01);
        assertThat(merged.path("changed").asBoolean()).isTrue();
        assertThat(figure(figures, "feedback_to_merge_latency").path("reason").asText())
                .isEqualTo("1 value in the week, and it takes 3");
    }

    private static JsonNode figure(JsonNode figures, String name) {
        for (JsonNode figure : figures) {
            if (figure.path("figure").asText().equals(name)) {
                return figure;
            }
        }
        throw new AssertionError("There is no figure " + name);
    }

    private void usualWeeks() {
        for (int place = 0; place < WEEKS_BEFORE; place++) {
            usual(FIRST.plus(place), place % 3 - 1);
        }
    }

    private void usual(IsoWeek week, int more) {
        diversity(week, 40 + more, 0.25 + more / 100.0);
        flow(week, 5 + more);
        community.with(Rows.responsiveness(APP, week, Rows.cohort(6, 5, 7_200L), Rows.cohort(5, 4, 3_600L)));
    }

    private void changedWeek() {
        diversity(WEEK, 41, 0.6);
        flow(WEEK, 19);
        community
                .with(Rows.responsiveness(APP, WEEK, Rows.cohort(12, 2, 90_000L), Rows.cohort(0, 0, null)))
                .with(Rows.latency(APP, WEEK).setCount(1).setP50Seconds(86_400L).build())
                .with(answered());
    }

    private void diversity(IsoWeek week, long contributions, @Nullable Double topShare) {
        community.with(Rows.diversity(APP, week)
                .setContributions(contributions)
                .setContributors(9)
                .setNewcomers(1)
                .setCommunityContributors(5)
                .setEffectiveContributors(6.5)
                .setAbsenceFactor(3L)
                .setTopShare(topShare)
                .build());
    }

    private void flow(IsoWeek week, long merged) {
        community.with(Rows.flow(APP, week)
                .setIssuesOpened(6)
                .setIssuesClosed(4)
                .setPullRequestsOpened(5)
                .setPullRequestsMerged(merged)
                .setOpenIssuesAtEnd(31)
                .setOpenPullRequestsAtEnd(8)
                .build());
    }

    private static Story answered() {
        Instant merged = WEEK.start().plusSeconds(2 * 86_400);
        StoryPullRequest merge = StoryPullRequest.newBuilder()
                .setRepository(APP)
                .setNumber(8)
                .setTitle("Secrets")
                .setAuthor("odo")
                .setAuthorship(Authorship.COMMUNITY)
                .setEvidence(Evidence.KEYWORD)
                .setFacet(Facet.CODE)
                .setOpenedAt(merged.minusSeconds(7_200))
                .setMergedAt(merged)
                .setClosedAt(merged)
                .build();
        return Story.newBuilder()
                .setRepository(APP)
                .setNumber(7)
                .setDefinitionVersion(Definitions.VERSION)
                .setHtmlUrl("https://github.com/acme/app/issues/7")
                .setTitle("Read secrets")
                .setAuthor("remy")
                .setAuthorIsMaintainer(false)
                .setOpenedAt(merged.minusSeconds(86_400))
                .setClosedAt(merged)
                .setState(StoryState.MERGED)
                .setDemandPeople(1)
                .setReactions(0)
                .setFirstResponseAt(merged.minusSeconds(82_800))
                .setPullRequests(List.of(merge))
                .setLinkedPullRequests(1)
                .setFirstMerge(merge)
                .setLastMergeAt(merged)
                .setLatencySeconds(86_400L)
                .build();
    }

    private void waitingPeople() {
        Instant opened = WEEK.start();
        community
                .with(Rows.item(APP, 101, Kind.ISSUE, opened)
                        .title("It does not start")
                        .author("nell")
                        .newcomer()
                        .build())
                .with(Rows.item(APP, 102, Kind.PULL_REQUEST, opened.plusSeconds(3_600))
                        .title("Start sooner")
                        .author("odo")
                        .draft()
                        .build())
                .with(Rows.item(APP, 103, Kind.PULL_REQUEST, opened)
                        .title("Say why it does not start")
                        .author("pia")
                        .returning()
                        .response(opened.plusSeconds(7_200), true)
                        .build())
                .with(103, new LastWord(true, opened.plusSeconds(86_400)))
                .with(Rows.item(APP, 104, Kind.PULL_REQUEST, opened.plusSeconds(172_800))
                        .title("Tidy up")
                        .author("quinn")
                        .byMaintainer()
                        .response(opened.plusSeconds(180_000), true)
                        .build());
    }

    /** Odo's first pull request answered Remy, Nell is new, Pia came back, and a maintainer did much. */
    private void contributingPeople() {
        Instant merged = WEEK.start().plusSeconds(2 * 86_400);
        community
                .with(Rows.item(APP, 7, Kind.ISSUE, merged.minusSeconds(86_400))
                        .title("Read secrets")
                        .author("remy")
                        .closed(merged)
                        .build())
                .with(Rows.item(APP, 8, Kind.PULL_REQUEST, merged.minusSeconds(7_200))
                        .title("Secrets")
                        .author("odo")
                        .merged(merged)
                        .build())
                .with(WEEK, contributor("nell", WEEK, null, new Deeds(did(ISSUE_OPENED, 101), null, null, false)))
                .with(
                        WEEK,
                        contributor(
                                "odo",
                                WEEK,
                                null,
                                new Deeds(
                                        did(ISSUE_COMMENT, 7),
                                        did(PULL_REQUEST_OPENED, 8),
                                        did(PULL_REQUEST_MERGED, 8),
                                        true)))
                .with(
                        WEEK,
                        contributor(
                                "pia",
                                FIRST.plus(-30),
                                WEEK.plus(-20),
                                new Deeds(did(ISSUE_COMMENT, 101), did(PULL_REQUEST_OPENED, 103), null, false)))
                .with(Rows.organisations(APP, WEEK)
                        .setContributions(482)
                        .setAffiliatedContributions(400)
                        .setOrganisations(3)
                        .setEffectiveOrganisations(1.7)
                        .setTopOrganisation("Acme <Inc>")
                        .setTopOrganisationShare(0.7)
                        .setElephantFactor(1L)
                        .setOutsideHomeShare(0.3)
                        .build())
                .with(Rows.merging(APP, WEEK)
                        .setMerged(75)
                        .setMergerKnown(70)
                        .setMergers(4L)
                        .setTopMergerShare(0.6)
                        .setMergerAbsenceFactor(1L)
                        .setSelfMerged(5L)
                        .setMergedWithoutReview(12)
                        .build());
    }

    private static Contributor contributor(
            String login, IsoWeek firstWeek, @Nullable IsoWeek lastWeekBefore, Deeds deeds) {
        return new Contributor(login.hashCode(), login, 2, 0, firstWeek, firstWeek.equals(WEEK), lastWeekBefore, deeds);
    }

    private static Deed did(CountedContribution.Kind kind, long number) {
        return new Deed(kind, number, WEEK.start().plusSeconds(kind.ordinal()));
    }

    private static String golden() throws IOException {
        try (var stream = ChangedWeekTest.class.getResourceAsStream("/digest/changed-week.md")) {
            return stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
