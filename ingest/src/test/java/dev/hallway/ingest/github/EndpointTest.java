// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTest {

    @ParameterizedTest
    @CsvSource({
        "/repos/Hall/Way, /repos/{owner}/{repo}",
        "/repos/12/34/issues?since=x&per_page=100, /repos/{owner}/{repo}/issues",
        "/repos/a.b/c-d/pulls/17/reviews?per_page=100, /repos/{owner}/{repo}/pulls/{number}/reviews",
        "/repositories/77/issues/comments?after=abc, /repositories/{number}/issues/comments",
        "/graphql, /graphql",
        "/%3Cscript%3E, other",
        "/, other"
    })
    void shouldNameManyPathsByOneTemplate(String url, String template) {
        // When
        String endpoint = Endpoint.of(url);

        // Then
        assertThat(endpoint).isEqualTo(template);
    }
}
