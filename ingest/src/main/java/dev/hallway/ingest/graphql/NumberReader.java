// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hallway.ingest.github.Answer;
import dev.hallway.ingest.github.GitHubClient;
import dev.hallway.ingest.github.GraphQlError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks what numbers are: items, discussions, or nothing that can be seen; many with one query, which costs one point. */
public final class NumberReader {

    private static final String NOT_FOUND = "NOT_FOUND";

    private final GitHubClient github;

    /** A reader that asks through the given client. */
    public NumberReader(GitHubClient github) {
        this.github = github;
    }

    /** Asks what these numbers are. */
    public FoundNumbers read(String repository, List<Long> numbers) throws InterruptedException {
        Answer answer = github.query(query(repository, numbers));
        if (answer instanceof Answer.Unauthorized unauthorized) {
            return new FoundNumbers.Unauthorized(unauthorized.who(), unauthorized.message());
        }
        if (answer instanceof Answer.TooLarge) {
            return new FoundNumbers.TooLarge();
        }
        return answer instanceof Answer.Fresh fresh ? answered(fresh, numbers) : new FoundNumbers.Unanswered();
    }

    private static FoundNumbers answered(Answer.Fresh fresh, List<Long> numbers) {
        JsonNode repository = fresh.json().path("data").path("repository");
        if (!repository.isObject()) {
            return new FoundNumbers.Unanswered();
        }
        // Only this error means that there is none; any other says nothing about the number.
        Set<List<String>> notFound = GraphQlError.in(fresh.json()).stream()
                .filter(error -> error.type().equals(NOT_FOUND))
                .map(GraphQlError::path)
                .collect(Collectors.toUnmodifiableSet());
        Set<Long> discussions = new HashSet<>();
        Set<Long> nothing = new HashSet<>();
        for (long number : numbers) {
            boolean noItem = notFound.contains(List.of("repository", item(number)));
            if (noItem && repository.path(discussion(number)).path("number").asLong() == number) {
                discussions.add(number);
            } else if (noItem && notFound.contains(List.of("repository", discussion(number)))) {
                nothing.add(number);
            }
        }
        return new FoundNumbers.Answered(discussions, nothing, fresh.date());
    }

    private static String query(String repository, List<Long> numbers) {
        String fields = numbers.stream()
                .map(number -> item(number) + ": issueOrPullRequest(number: " + number + ") { __typename }\n"
                        + discussion(number) + ": discussion(number: " + number + ") { number }\n")
                .collect(Collectors.joining());
        return RepositoryQuery.body(
                repository,
                "query numbers($owner: String!, $name: String!) {\nrepository(owner: $owner, name: $name) {\n" + fields
                        + "}}\n",
                JsonNodeFactory.instance.objectNode());
    }

    private static String item(long number) {
        return "i" + number;
    }

    private static String discussion(long number) {
        return "d" + number;
    }
}
