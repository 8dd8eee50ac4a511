// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.InMemoryCommunity;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.read.Rows;
import dev.hallway.streams.read.SecretsCommunity;
import dev.hallway.streams.week.IsoWeek;
import dev.hallway.streams.week.WeekRange;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TablesTest {

    private final CommunityReader reader = SecretsCommunity.community();

    @Test
    void shouldWriteFeedbackLatencyForAnsweredIssuesOnly() throws IOException {
        // When
        String csv = csv("feedback-latency");

        // Then
        assertThat(csv).isEqualTo("""
                repository,issue,opened_at,pull_request_repository,pull_request,merged_at,latency_seconds,week,\
                community_authored,self_authored,issue_author_is_maintainer,evidence
                Dapr/dapr,1034,2020-02-12T16:20:00Z,Dapr/dapr,1059,2020-02-21T19:50:00Z,790200,2020-W08,\
                true,false,false,keyword
                """);
    }

    @Test
    void shouldLeaveWeeksWithoutAnAnswerOutOfTheWeeklyLatency() throws IOException {
        // When
        String csv = csv("feedback-latency-weekly");

        // Then
        assertThat(csv).isEqualTo("""
                repository,week,count,p50_seconds,p90_seconds,mean_seconds,community_authored
                Dapr/dapr,2020-W08,1,790200,790200,790200,1
                """);
    }

    @Test
    void shouldCoverAnswersFromElsewhereAfterTheLastEvent() {
        // Given
        IsoWeek afterLastEvent = SecretsCommunity.WEEK.next();

        // When
        Optional<WeekRange> weeks = Weeks.known(SecretsCommunity.summary());

        // Then
        assertThat(weeks).hasValue(new WeekRange(SecretsCommunity.LAST_WEEK, afterLastEvent));
    }

    @Test
    void shouldWriteFirstResponsesOfEveryItemWithBlanksWhileWaiting() throws IOException {
        // When
        String csv = csv("first-response");

        // Then
        assertThat(csv).isEqualTo("""
                repository,number,kind,opened_at,author_is_bot,first_response_at,first_response_seconds,\
                responder_is_maintainer,first_maintainer_response_at,first_maintainer_response_seconds
                Dapr/dapr,1034,issue,2020-02-12T16:20:00Z,false,2020-02-12T20:20:00Z,14400,true,\
                2020-02-12T20:20:00Z,14400
                Dapr/dapr,1059,pull_request,2020-02-18T09:00:00Z,false,2020-02-18T10:00:00Z,3600,true,\
                2020-02-18T10:00:00Z,3600
                Dapr/dapr,1060,issue,2020-02-19T08:00:00Z,false,,,,,
                Dapr/dapr,1061,issue,2020-02-19T09:00:00Z,true,,,,,
                """);
    }

    @Test
    void shouldWriteResponsivenessOnlyForKindsThatWereOpened() throws IOException {
        // When
        String csv = csv("responsiveness-weekly");

        // Then
        assertThat(csv).isEqualTo("""
                repository,week,kind,opened,answered,unanswered,p50_seconds,p90_seconds,answered_within_48_hours
                Dapr/dapr,2020-W07,issue,1,1,0,14400,14400,1
                Dapr/dapr,2020-W08,issue,1,0,1,,,0
                Dapr/dapr,2020-W08,pull_request,1,1,0,3600,3600,1
                """);
    }

    @Test
    void shouldWriteIndicesWithSixDecimals() throws IOException {
        // When
        String csv = csv("contributor-diversity");

        // Then
        assertThat(csv).isEqualTo("""
                repository,week,contributions,contributors,newcomers,maintainer_contributions,\
                community_contributions,community_contributors,shannon,effective_contributors,\
                simpson_effective,absence_factor,top_share,unknown_contributions,bot_contributions
                Dapr/dapr,2020-W07,12,4,1,0,12,4,1.000000,3.500000,3.500000,2,0.500000,0,7
                Dapr/dapr,2020-W08,9,3,1,0,9,3,1.000000,2.250000,2.250000,2,0.500000,0,7
                """);
    }

    @Test
    void shouldWriteFlow() throws IOException {
        // When
        String csv = csv("flow-weekly");

        // Then
        assertThat(csv).isEqualTo("""
                repository,week,issues_opened,issues_closed,issues_closed_linked,pull_requests_opened,\
                pull_requests_merged,pull_requests_closed_unmerged,open_issues_at_end,open_pull_requests_at_end
                Dapr/dapr,2020-W07,4,2,0,0,0,0,2,0
                Dapr/dapr,2020-W08,1,2,1,1,1,0,3,0
                """);
    }

    @Test
    void shouldWriteReferencesWithTheirStrength() throws IOException {
        // When
        String csv = csv("references");

        // Then
        assertThat(csv).isEqualTo("""
                repository,pull_request,target_repository,target_number,strength
                Dapr/dapr,1059,Dapr/dapr,1034,closes
                Dapr/dapr,1059,dapr/docs,377,mentions
                """);
    }

    @Test
    void shouldWriteWhatASpreadsheetWouldRunAsText() throws IOException {
        // Given
        Table hostile = Table.of(
                "hostile",
                "a,b,c,d",
                (none, repository, consumer) -> consumer.accept(new Row()
                        .text("=HYPERLINK(\"x\")")
                        .text("@SUM(1)")
                        .text("a,b\nc")
                        .number(-1L)));
        StringBuilder csv = new StringBuilder();

        // When
        CsvTable.write(hostile, reader, List.of(SecretsCommunity.NAME), csv);

        // Then
        assertThat(csv).hasToString("a,b,c,d\n\"'=HYPERLINK(\"\"x\"\")\",'@SUM(1),\"a,b\nc\",-1\n");
    }

    @Test
    void shouldWriteWhatAWeekIsComparedWith() throws IOException {
        // Given: eight weeks of ten contributions by five people, then one of sixty
        IsoWeek first = IsoWeek.parse("2024-W01");
        InMemoryCommunity community = new InMemoryCommunity(new RepositorySummary(
                "acme/app",
                "https://github.com/acme/app",
                first.plus(9).start(),
                true,
                List.of(),
                null,
                first,
                first.plus(8)));
        for (int week = 0; week < 9; week++) {
            community.with(Rows.diversity("acme/app", first.plus(week))
                    .setContributions(week < 8 ? 10 : 60)
                    .setContributors(5)
                    .setTopShare(week < 8 ? 0.25 : 0.5)
                    .build());
        }

        // When
        StringBuilder csv = new StringBuilder();
        CsvTable.write(Tables.named("changes-weekly").orElseThrow(), community, List.of("acme/app"), csv);

        // Then
        assertThat(csv.toString())
                .startsWith("""
                repository,week,figure,value,reference,n,p,changed
                acme/app,2024-W09,contributions,60,10.000000,8,0.000001,true
                acme/app,2024-W09,contributors,5,5.000000,8,1.000000,false
                """)
                .contains("\nacme/app,2024-W09,top_share,0.500000,0.250000,8,0.000000,true\n");
    }

    private String csv(String table) throws IOException {
        StringBuilder csv = new StringBuilder();
        CsvTable.write(Tables.named(table).orElseThrow(), reader, List.of("dapr/DAPR"), csv);
        return csv.toString();
    }
}
