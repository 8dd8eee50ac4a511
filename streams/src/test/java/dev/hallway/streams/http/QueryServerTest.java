// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import static dev.hallway.streams.http.Caller.get;
import static dev.hallway.streams.http.Caller.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.health.StoryState;
import dev.hallway.service.http.HttpServer;
import dev.hallway.streams.read.Definitions;
import dev.hallway.streams.read.InMemoryCommunity;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.read.Rows;
import dev.hallway.streams.read.SecretsCommunity;
import dev.hallway.streams.week.IsoWeek;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryServerTest {

    private static final String DAPR = "/api/v1/repositories/dapr/DAPR";

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    @BeforeAll
    void start() {
        server = Caller.serve(Caller.here(withSecondStory()));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void shouldSayHowFreshAnAnswerIs() throws IOException, InterruptedException {
        // When
        JsonNode answer = json(get(server, DAPR));

        // Then
        assertThat(answer.at("/data/repository").asText()).isEqualTo("Dapr/dapr");
        assertThat(answer.at("/freshness/syncedAt").asText()).isEqualTo("2020-02-26T08:00:00Z");
        assertThat(answer.at("/freshness/historyComplete").asBoolean()).isTrue();
        assertThat(answer.at("/freshness/gaps")).hasSize(1);
        assertThat(answer.at("/freshness/completeness/complete").asBoolean(true))
                .isFalse();
        assertThat(answer.at("/freshness/completeness/words").asText()).startsWith("1049 of 1060 numbers are");
        assertThat(answer.at("/freshness/servedBy").asText())
                .isEqualTo(server.address().getAuthority());
        assertThat(answer.at("/definitionVersion").asInt()).isEqualTo(Definitions.VERSION);
    }

    @Test
    void shouldListRepositories() throws IOException, InterruptedException {
        // When
        JsonNode answer = json(get(server, "/api/v1/repositories"));

        // Then
        assertThat(answer.path("data")).hasSize(1);
        assertThat(answer.at("/data/0/lastWeek").asText()).isEqualTo("2020-W08");
        assertThat(answer.at("/data/0/completeness/words").asText()).endsWith("(#813), 1 named gap");
        assertThat(answer.at("/freshness/gaps/0").asText()).startsWith("Dapr/dapr: 3 review comments");
        assertThat(answer.at("/freshness/completeness/words").asText())
                .isEqualTo("1 of 1 repository incomplete: Dapr/dapr");
    }

    @ParameterizedTest
    @CsvSource({
        "/feedback-latency?from=2020-W08,1,/data/0/p50Seconds,790200",
        "/contributor-diversity,2,/data/1/effectiveContributors,2.25",
        "/responsiveness?to=2020-W07,1,/data/0/issues/p50Seconds,14400",
        "/flow?from=2020-W08&to=2020-W08,1,/data/0/openIssuesAtEnd,3",
        "/flow?from=2031-W01,0,/data,''",
        "/people,0,/data,''",
        "/people?before=99999.999999999999999.-7.a.b,0,/data,''",
        "/contributor-diversity/trailing/series?weeks=4,3,/data/1/contributions,21",
        "/contributor-diversity/trailing/series?weeks=4&from=2020-W08&to=2020-W08,1,/data/0/contributions,21",
        "/merging/trailing/series?from=2031-W01,0,/data,''",
        "/stories?state=merged,1,/data/0/firstMerge/authorship,community",
        "/stories?state=waiting,1,/data/0/number,1060",
        "/stories?state=in_progress,0,/data,''",
        "/stories?limit=1,1,/next,1034",
        "/stories?limit=1&after=1034,1,/data/0/number,1060",
        "/weeks/2020-W08/contributors,2,/data/1/newcomer,true",
        "/weeks/2020-W08/contributions?limit=2,2,/data/1/kind,pull_request_merged",
        "/weeks/2020-W08/contributions?limit=2,2,/next,1059.pull_request_merged.1059",
        "/weeks/2020-W08/contributions?after=1060.issue_opened.1060,1,/data/0/counted,bot",
    })
    void shouldAnswerWithRows(String path, int rows, String pointer, String value)
            throws IOException, InterruptedException {
        // When
        JsonNode answer = json(get(server, DAPR + path));

        // Then
        assertThat(answer.path("data")).hasSize(rows);
        assertThat(answer.at(pointer).asText()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "/contributor-diversity/trailing?week=2020-W08&weeks=4,/data/contributions,21",
        "/stories/1034,/data/openedAt,2020-02-12T16:20:00Z",
        "/items/1034,/data/answer/evidence,keyword",
        "/items/1034,/data/by/login,ada",
        "/items/1034,/data/number,1034",
        "/waiting,/data/items/0/number,1060",
        "/waiting,/data/total,1",
        "/waiting,/data/items/0/since,2020-02-19T08:00:00Z",
        "/waiting,/data/items/0/authorIsNewcomer,true",
        "/waiting,/data/drafts/total,0",
        "/waiting,/data/review/total,0",
        "/weeks/2020-W08/changes,/data/basis/weeksKnown,1",
        "/weeks/2020-W08/changes,/data/figures/7/figure,pull_requests_merged",
        "/weeks/2020-W08/changes,/data/figures/7/value,1",
        "/weeks/2020-W09/changes,/data/basis/syncedAt,2020-02-26T08:00:00Z",
        "/weeks/2020-W10/changes,/data/figures/0/reason,the data do not reach into the week",
        "/weeks/2020-W08/explain/feedback-latency,/data/counted/0/answer/pullRequest,1059",
        "/weeks/2020-W08/explain/feedback-latency,/data/counted/0/answer/evidence,keyword",
        "/weeks/2020-W08/explain/feedback_count,/data/value,1",
        "/weeks/2020-W08/explain/feedback_answered,/data/figure,feedback_count",
        "/weeks/2020-W08/explain/feedback_p50_seconds,/data/counted/0/seconds,790200",
        "/weeks/2020-W08/explain/open_issues_at_end,/data/counted/0/event,open",
        "/weeks/2020-W08/explain/contributors,/data/definedAt,docs/metrics.md#contributor-diversity",
        "/weeks/2020-W08/explain/contributors,/data/window/to,2020-02-24T00:00:00Z",
        "/weeks/2020-W08/explain/responsiveness,/data/leftOut/0/reason,bot_by_type",
        "/weeks/2020-W08/explain/flow,/data/counted/0/why,issue closed",
        "/digest?week=2020-W08&format=json,/data/waiting/total,1",
    })
    void shouldAnswerWithOneThing(String path, String pointer, String value) throws IOException, InterruptedException {
        // When
        JsonNode answer = json(get(server, DAPR + path));

        // Then
        assertThat(answer.at(pointer).asText()).isEqualTo(value);
    }

    @Test
    void shouldSayWhatChangedInWhichWeek() throws IOException, InterruptedException {
        // Given: eight even weeks, and one with many more contributions
        IsoWeek first = IsoWeek.parse("2024-W01");
        IsoWeek last = first.plus(8);
        InMemoryCommunity community = new InMemoryCommunity(new RepositorySummary(
                "acme/app", "https://github.com/acme/app", last.end(), true, List.of(), null, first, last));
        for (IsoWeek week = first; week.compareTo(last) <= 0; week = week.next()) {
            community.with(Rows.diversity("acme/app", week)
                    .setContributions(week.equals(last) ? 90 : 40)
                    .setContributors(5)
                    .build());
        }
        try (HttpServer ofApp = Caller.serve(Caller.here(community))) {
            // When
            JsonNode changes =
                    json(get(ofApp, "/api/v1/repositories/acme/app/changes")).path("data");

            // Then
            assertThat(changes).hasSize(1);
            assertThat(changes.at("/0/week").asText()).isEqualTo("2024-W09");
            assertThat(changes.at("/0/figure").asText()).isEqualTo("contributions");
            assertThat(changes.at("/0/value").asLong()).isEqualTo(90);
            assertThat(changes.at("/0/reference/most").asLong()).isEqualTo(40);
            assertThat(changes.at("/0/direction").asText()).isEqualTo("more");
        }
    }

    @Test
    void shouldSayWhichPageIsTheLast() throws IOException, InterruptedException {
        // When
        JsonNode answer = json(get(server, DAPR + "/stories?limit=1&after=1034"));

        // Then
        assertThat(answer.path("data")).hasSize(1);
        assertThat(answer.has("next")).isFalse();
    }

    @Test
    void shouldLeadFromPageToPageOfAnExplanation() throws IOException, InterruptedException {
        // Given
        JsonNode first = json(get(server, DAPR + "/weeks/2020-W08/explain/flow?limit=1"));

        // When
        JsonNode second = json(get(server, first.at("/data/next").asText()));

        // Then
        assertThat(first.at("/data/counted/0/event").asText()).isEqualTo("issue_closed");
        assertThat(second.at("/data/counted/0/event").asText()).isEqualTo("pull_request_opened");
        assertThat(first.at("/data/unavailable").asText()).startsWith("this is a metric of several figures");
        assertThat(second.at("/freshness/completeness/complete").isBoolean()).isTrue();
    }

    @Test
    void shouldListTheFiguresToThoseWhoAskForNone() throws IOException, InterruptedException {
        // When
        HttpResponse<String> answer = get(server, DAPR + "/weeks/2020-W08/explain/contributers");

        // Then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).path("detail").asText())
                .startsWith("There is no figure 'contributers'; there are contributions, contributors, newcomers,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/flow.csv?from=2020-W08", "/flow?from=2020-W08"})
    void shouldAnswerWithCsv(String path) throws IOException, InterruptedException {
        // When
        HttpResponse<String> answer = get(server, DAPR + path, "Accept", "text/csv");

        // Then
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
        assertThat(answer.headers().firstValue("Hallway-Synced-At")).hasValue("2020-02-26T08:00:00Z");
        assertThat(answer.headers().firstValue("Hallway-Complete")).hasValue("false");
        assertThat(answer.headers().firstValue("Hallway-Completeness").orElse(""))
                .startsWith("1049 of 1060 numbers");
        assertThat(answer.body()).endsWith("at_end\nDapr/dapr,2020-W08,1,2,1,1,1,0,3,0\n");
    }

    @Test
    void shouldAnswerWithATable() throws IOException, InterruptedException {
        // When
        HttpResponse<String> answer = get(server, DAPR + "/tables/references.csv");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("Dapr/dapr,1059,dapr/docs,377,mentions\n");
    }

    @Test
    void shouldAnswerWithTheDigestAsMarkdown() throws IOException, InterruptedException {
        // When
        HttpResponse<String> answer = get(server, DAPR + "/digest?week=2020-W08");

        // Then
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/markdown; charset=utf-8");
        assertThat(answer.headers().firstValue("Hallway-Served-By")).isPresent();
        assertThat(answer.body()).startsWith("# [Dapr/dapr]");
    }

    @Test
    void shouldTellOfTheLastCompleteWeekUnlessAskedForAnother() throws IOException, InterruptedException {
        // When
        HttpResponse<String> answer = get(server, DAPR + "/digest?format=html");

        // Then
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
        assertThat(answer.body()).startsWith("<!DOCTYPE html>").contains("<h1>", ": week 2020-W", "<table>");
        assertThat(answer.body()).contains("Incomplete: 1049 of 1060 numbers are issues");
    }

    @Test
    void shouldLetABrowserApplyTheStyleOfTheDigestAndNoOther() throws Exception {
        // When
        HttpResponse<String> answer = get(server, DAPR + "/digest?week=2020-W08&format=html");

        // Then
        String style = answer.body().replaceAll("(?s).*<style>(.*)</style>.*", "$1");
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .startsWith("default-src 'none';")
                .contains("style-src 'self' 'sha256-" + Base64.getEncoder().encodeToString(hash) + "';");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/flow?from=2020-W60|The parameter 'from' is '2020-W60': write an ISO week as YYYY-Www",
                "/flow?from=2020-W08&to=2020-W07|The parameter 'to' is '2020-W07': it lies before 'from', 2020-W08",
                "/digest?week=2020|The parameter 'week' is '2020': write an ISO week",
                "/digest?week=2020-W08&links=all|The parameter 'links' is 'all': give one of explanations, none.",
                "/digest?week=2020-W08&format=pdf|The parameter 'format' is 'pdf': give one of markdown, html, json.",
                "/stories?state=lost|The parameter 'state' is 'lost': give one of",
                "/stories?limit=501|The parameter 'limit' is '501': give a whole number, 1 to 500.",
                "/stories?after=x|The parameter 'after' is 'x': give a whole number, 0 or more.",
                "/weeks/2020-W08/explain/flow?after=x|The parameter 'after' is 'x': give it as it stands in the 'next'",
                "/weeks/2020-W08/explain/open_issues?after=7.issue_opened.7|The parameter 'after' is '7.issue_opened.7':",
                "/weeks/2020-W08/contributions?after=1.issue.1|The parameter 'after' is '1.issue.1': give it as it stands",
                "/weeks/2020-W08/explain/flow?limit=501|The parameter 'limit' is '501': give a whole number, 1 to 500.",
                "/people?limit=0|The parameter 'limit' is '0': give a whole number, 1 to 500.",
                "/people?before=ada|The parameter 'before' is 'ada': give it as it stands in the 'next'",
                "/people?before=99999999999.1.1.ada|The parameter 'before' is '99999999999.1.1.ada':",
                "/items/1034/conversation?after=7|The parameter 'after' is '7': give it as it stands in the 'next'",
                "/items/1034/conversation?after=1.0.lost.7|The parameter 'after' is '1.0.lost.7':",
                "/merging/trailing/series?weeks=5|The parameter 'weeks' is '5': give 4, 12 or 52.",
                "/merging/trailing/series?from=1999-W01&to=2020-W01|The parameter 'from' is '1999-W01': these are 1096 weeks",
                "/items/0|The parameter 'number' is '0': give a whole number, 1 or more.",
                "/contributor-diversity/trailing?week=2020-W08&weeks=5|The parameter 'weeks' is '5': give 4, 12 or 52.",
            })
    void shouldSayWhatWouldBeRight(String path, String detail) throws IOException, InterruptedException {
        // When
        HttpResponse<String> answer = get(server, DAPR + path);

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json;charset=utf-8");
        assertThat(json(answer).path("detail").asText()).startsWith(detail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/repositories/no/where/flow",
                DAPR + "/items/7",
                DAPR + "/items/7/conversation",
                DAPR + "/stories/1059",
                DAPR + "/tables/nothing.csv",
                "/nowhere"
            })
    void shouldSayThatThereIsNothing(String path) throws IOException, InterruptedException {
        // When
        HttpResponse<String> answer = get(server, path);

        // Then
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).path("title").asText()).isEqualTo("Not Found");
    }

    @Test
    void shouldRefuseAFormatItDoesNotHave() throws IOException, InterruptedException {
        // When
        HttpResponse<String> answer = get(server, DAPR + "/flow", "Accept", "image/png");

        // Then
        assertThat(answer.statusCode()).isEqualTo(406);
    }

    @Test
    void shouldServeThePageUnderAStrictPolicy() throws IOException, InterruptedException {
        // When
        HttpResponse<String> answer = get(server, "/");

        // Then
        assertThat(answer.body()).contains("<script src=\"/page.js\" defer></script>");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'; script-src 'self';"));
    }

    private static InMemoryCommunity withSecondStory() {
        return SecretsCommunity.community().with(SecretsCommunity.story(1060, StoryState.WAITING));
    }
}
