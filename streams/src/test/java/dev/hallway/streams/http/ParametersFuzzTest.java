// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.hallway.service.http.HttpServer;
import dev.hallway.streams.Mutations;
import dev.hallway.streams.read.SecretsCommunity;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.provider.MethodSource;

class ParametersFuzzTest {

    private static final HttpServer SERVER = Caller.serve(Caller.here(SecretsCommunity.community()));
    private static final String DAPR = "/api/v1/repositories/dapr/dapr";

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    static Stream<String> paths() {
        return Mutations.of(
                "/api/v1/portfolio?q=dapr&owner=Dapr&sort=feedback&order=desc&offset=0&limit=10",
                DAPR + "/flow?from=2020-W07&to=2020-W08",
                DAPR + "/people?limit=50&before=2820.1705572000000.17.ada",
                DAPR + "/items/1034/conversation?limit=50&after=1705572000000.0.issue_comment.5012",
                DAPR + "/contributor-diversity/trailing/series?weeks=12&from=2020-W07&to=2020-W08",
                DAPR + "/changes?from=2020-W07&to=2020-W08",
                DAPR + "/digest?week=2020-W08&format=json",
                PortfolioDigestResource.PATH + "?repository=dapr/dapr,dapr/dapr&owner=dapr&week=2020-W08&format=html",
                DAPR + "/stories?state=merged&limit=50&after=3",
                DAPR + "/contributor-diversity/trailing?week=2020-W08&weeks=12",
                DAPR + "/weeks/2020-W08/explain/flow?limit=1&after=1034.issue_closed.1034",
                DAPR + "/weeks/2020-W08/explain/open_issues?limit=1&after=1034",
                DAPR + "/tables/references.csv");
    }

    @MethodSource("paths")
    @FuzzTest
    void shouldAnswerEveryQueryWithAnAnswerOrAProblem(@NotNull String path) throws IOException {
        // Given
        String line = "/" + path.replaceAll("[\\s\\p{Cntrl}]", "");

        // When
        String answer = Caller.firstLine(SERVER, line);

        // Then
        assertThat(answer).matches("HTTP/1.1 [234]\\d\\d .*");
    }
}
