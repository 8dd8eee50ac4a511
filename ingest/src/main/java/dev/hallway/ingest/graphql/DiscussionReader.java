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

/** Asks which numbers are discussions, several with one query, which costs one point. */
public final class DiscussionReader {

    private static final String NOT_FOUND = "NOT_FOUND";

    private final GitHubClient github;

    /** A reader that asks through the given client. */
    public DiscussionReader(GitHubClient github) {
        this.github = github;
    }

    /** Asks for discussions with these numbers. */
    public Discussions read(String repository, List<Long> numbers) throws InterruptedException {
        Answer answer = github.query(query(repository, numbers));
        if (answer instanceof Answer.Unauthorized unauthorized) {
            return new Discussions.Unauthorized(unauthorized.who(), unauthorized.message());
        }
        if (answer instanceof Answer.TooLarge) {
            return new Discussions.TooLarge();
        }
        return answer instanceof Answer.Fresh fresh ? answered(fresh, numbers) : new Discussions.Unanswered();
    }

    private static Discussions answered(Answer.Fresh fresh, List<Long> numbers) {
        JsonNode repository = fresh.json().path("data").path("repository");
        if (!repository.isObject()) {
            return new Discussions.Unanswered();
        }
        // Only this error means that there is none; any other says nothing about the number.
        Set<List<String>> notFound = GraphQlError.in(fresh.json()).stream()
                .filter(error -> error.type().equals(NOT_FOUND))
                .map(GraphQlError::path)
                .collect(Collectors.toUnmodifiableSet());
        Set<Long> discussions = new HashSet<>();
        Set<Long> none = new HashSet<>();
        for (long number : numbers) {
            if (repository.path(alias(number)).path("number").asLong() == number) {
                discussions.add(number);
            } else if (notFound.contains(List.of("repository", alias(number)))) {
                none.add(number);
            }
        }
        return new Discussions.Answered(discussions, none, fresh.date());
    }

    private static String query(String repository, List<Long> numbers) {
        String discussions = numbers.stream()
                .map(number -> alias(number) + ": discussion(number: " + number + ") { number }\n")
                .collect(Collectors.joining());
        return RepositoryQuery.body(
                repository,
                "query discussions($owner: String!, $name: String!) {\n" + "repository(owner: $owner, name: $name) {\n"
                        + discussions + "}}\n",
                JsonNodeFactory.instance.objectNode());
    }

    private static String alias(long number) {
        return "d" + number;
    }
}
