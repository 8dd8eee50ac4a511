// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hallway.ingest.github.Answer;
import dev.hallway.ingest.github.GitHubClient;
import dev.hallway.ingest.github.GraphQlError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Asks which reviews pull requests have and in which state they are, for several with one query, which costs one point.
 */
public final class ReviewStateReader {

    private static final String SELECTION = """
            fragment states on PullRequest {
              reviews(last: 100) {
                totalCount
                nodes { fullDatabaseId state }
              }
            }
            """;

    private final GitHubClient github;

    /** A reader that asks through the given client. */
    public ReviewStateReader(GitHubClient github) {
        this.github = github;
    }

    /** Asks for the reviews of the pull requests with these numbers. */
    public ReviewStates read(String repository, List<Long> numbers) throws InterruptedException {
        Answer answer = github.query(query(repository, numbers));
        if (answer instanceof Answer.Unauthorized unauthorized) {
            return new ReviewStates.Unauthorized(unauthorized.who(), unauthorized.message());
        }
        if (answer instanceof Answer.TooLarge) {
            return new ReviewStates.TooLarge();
        }
        return answer instanceof Answer.Fresh fresh ? answered(fresh, numbers) : new ReviewStates.Unanswered();
    }

    private static ReviewStates answered(Answer.Fresh fresh, List<Long> numbers) {
        JsonNode repository = fresh.json().path("data").path("repository");
        if (!repository.isObject()) {
            return new ReviewStates.Unanswered();
        }
        List<GraphQlError> errors = GraphQlError.in(fresh.json());
        Map<Long, ReviewStates.Reviews> answered = new HashMap<>();
        for (long number : numbers) {
            List<String> place = List.of("repository", alias(number));
            if (errors.stream().noneMatch(error -> error.concerns(place))) {
                reviews(repository.path(alias(number)).path("reviews"))
                        .ifPresent(reviews -> answered.put(number, reviews));
            }
        }
        return new ReviewStates.Answered(answered);
    }

    /** Empty if anything is not as expected: half an answer would look like a change. */
    private static Optional<ReviewStates.Reviews> reviews(JsonNode connection) {
        JsonNode count = connection.path("totalCount");
        JsonNode nodes = connection.path("nodes");
        if (!count.isIntegralNumber() || !nodes.isArray()) {
            return Optional.empty();
        }
        Map<Long, String> states = new HashMap<>();
        for (JsonNode review : nodes) {
            String id = review.path("fullDatabaseId").asText();
            String state = review.path("state").asText();
            if (!id.matches("[0-9]{1,18}") || state.isEmpty()) {
                return Optional.empty();
            }
            states.put(Long.parseLong(id), state);
        }
        return Optional.of(new ReviewStates.Reviews(count.asLong(), states));
    }

    private static String query(String repository, List<Long> numbers) {
        String pullRequests = numbers.stream()
                .map(number -> alias(number) + ": pullRequest(number: " + number + ") { ...states }\n")
                .collect(Collectors.joining());
        return RepositoryQuery.body(
                repository,
                "query reviewStates($owner: String!, $name: String!) {\n" + "repository(owner: $owner, name: $name) {\n"
                        + pullRequests + "}}\n" + SELECTION,
                JsonNodeFactory.instance.objectNode());
    }

    private static String alias(long number) {
        return "p" + number;
    }
}
