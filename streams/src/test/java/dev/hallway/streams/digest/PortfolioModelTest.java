// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.streams.json.Json;
import dev.hallway.streams.read.Contributor;
import dev.hallway.streams.read.Contributor.Deeds;
import dev.hallway.streams.read.InMemoryCommunity;
import dev.hallway.streams.read.ItemView.Kind;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.read.Rows;
import dev.hallway.streams.read.SecretsCommunity;
import dev.hallway.streams.week.IsoWeek;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The digest of two communities that share a newcomer, and of very many. */
class PortfolioModelTest {

    private static final IsoWeek WEEK = SecretsCommunity.WEEK;

    @Test
    void shouldCountAPersonOfSeveralRepositoriesOnce() {
        // When
        PortfolioModel portfolio = PortfolioModel.of(WEEK, parts());

        // Then
        assertThat(portfolio.summary().happened())
                .isEqualTo(
                        "In 2 repositories, 2 people made 16 contributions, with 2 first contributions to a repository;"
                                + " 1 issue and 1 pull request was opened, 1 pull request merged, 2 issues closed, and 1 request"
                                + " was answered by a merge.");
    }

    @Test
    void shouldNameAPersonOnceByTheLongestWaitAndSayInWhichRepository() {
        // When
        String markdown = MarkdownPortfolio.render(PortfolioModel.of(WEEK, parts()), PageLinks.NONE);

        // Then
        assertThat(markdown)
                .containsOnlyOnce("**linus-new**, a newcomer")
                .contains("- **linus-new**, a newcomer, has waited 6 d 23 h for a first reply to issue "
                        + "[acme/app#7](https://github.com/acme/app/issues/7) Nothing works.\n");
    }

    @Test
    void shouldTellStoriesChangesAndWaitsByRepository() {
        // When
        String markdown = MarkdownPortfolio.render(PortfolioModel.of(WEEK, parts()), PageLinks.NONE);

        // Then
        assertThat(markdown)
                .startsWith("# 2 repositories: week 2020-W08\n\n2020-02-17 to 2020-02-23, UTC.\n")
                .contains("- [Dapr/dapr#1034](https://github.com/dapr/dapr/issues/1034) API to read secrets")
                .contains("Not compared: [acme/app](https://github.com/acme/app): too early to tell: ")
                .contains("| [acme/app](https://github.com/acme/app) | 1 | 0 | 0 |\n")
                .contains("| [Dapr/dapr](https://github.com/dapr/dapr) | 1 | 0 | 0 |\n")
                .contains("| [Dapr/dapr](https://github.com/dapr/dapr) | 3 | 1 | 9 | 7 | 1 | 2 | 1 | 1 | 1 |\n")
                .contains("## How complete this is\n\n- [acme/app](https://github.com/acme/app): data until ");
    }

    @Test
    void shouldLeadToThePagesOfHallwayThatAnswers() {
        // When
        String html = HtmlDigest.render(PortfolioModel.of(WEEK, parts()), PageLinks.to("http://127.0.0.1:8080"));

        // Then
        assertThat(html)
                .contains(" href=\"http://127.0.0.1:8080/r/acme/app\">acme/app</a>")
                .contains("<section id=\"repositories\">");
    }

    @Test
    void shouldNotDependOnTheOrderOfTheRepositories() {
        // When
        PortfolioModel one = PortfolioModel.of(WEEK, parts());
        PortfolioModel other = PortfolioModel.of(
                WEEK, Stream.of(parts().get(1), parts().get(0)).toList());

        // Then
        assertThat(other).isEqualTo(one);
    }

    @Test
    void shouldTravelBetweenInstancesUnchanged() throws IOException {
        for (PortfolioPart part : parts()) {
            // When
            PortfolioPart arrived = Json.read(Json.bytes(part), PortfolioPart.class);

            // Then
            assertThat(arrived).isEqualTo(part);
        }
    }

    @Test
    void shouldFitWithTwoHundredRepositoriesAndSayWhatItLeavesOut() {
        // Given
        List<PortfolioPart> parts = IntStream.range(0, PortfolioModel.MOST_REPOSITORIES)
                .mapToObj(place -> PortfolioPart.of(
                        community("acme/" + "very-long-name-of-a-repository-".repeat(3) + place), "", WEEK))
                .toList();
        PortfolioModel portfolio = PortfolioModel.of(WEEK, parts);

        // When
        String markdown = MarkdownPortfolio.render(portfolio, PageLinks.NONE);
        JsonNode json = JsonDigest.fitting(portfolio);

        // Then
        assertThat(portfolio.people()).hasSize(1);
        assertThat(markdown)
                .hasSizeLessThan(65_536)
                .contains("## Waiting: 200 for a first reply")
                .containsPattern("… and \\d+ repositories more, which this has no room for\\.");
        assertThat(Json.indented(json)).hasSizeLessThan(65_536);
        assertThat(json.at("/repositories/total").asInt()).isEqualTo(PortfolioModel.MOST_REPOSITORIES);
    }

    private static List<PortfolioPart> parts() {
        return List.of(
                PortfolioPart.of(SecretsCommunity.community(), "dapr/dapr", WEEK),
                PortfolioPart.of(community("acme/app"), "acme/app", WEEK));
    }

    /** In which the newcomer of the other one waits, too. */
    private static InMemoryCommunity community(String name) {
        RepositorySummary summary = new RepositorySummary(
                name, "https://github.com/" + name, SecretsCommunity.SYNCED, true, List.of(), null, WEEK, WEEK);
        return new AnyName(summary)
                .with(Rows.item(name, 7, Kind.ISSUE, WEEK.start().plusSeconds(3_600))
                        .title("Nothing works")
                        .author("linus-new")
                        .newcomer()
                        .build())
                .with(Rows.diversity(name, WEEK)
                        .setContributions(7)
                        .setContributors(1)
                        .setNewcomers(1)
                        .build())
                .with(WEEK, new Contributor("linus-new".hashCode(), "linus-new", 7, 0, WEEK, true, null, Deeds.NONE));
    }

    /** Answers by its own name to any. */
    private static final class AnyName extends InMemoryCommunity {

        private final RepositorySummary summary;

        AnyName(RepositorySummary summary) {
            super(summary);
            this.summary = summary;
        }

        @Override
        public Optional<RepositorySummary> repository(String repository) {
            return Optional.of(summary);
        }
    }
}
