// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Review;
import dev.hallway.ingest.github.Answer;
import dev.hallway.ingest.github.GitHubClient;
import dev.hallway.ingest.github.GraphQlError;
import dev.hallway.ingest.graphql.PullRequestQuery.Members;
import dev.hallway.ingest.translate.GraphQlSnapshots;
import dev.hallway.ingest.translate.Translation;
import dev.hallway.service.forgotten.Withholding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks about pull requests, several at once; the answer about each is used whole or not at all. */
public final class PullRequestReader {

    private final GitHubClient github;
    private final Withholding withholding;

    /**
     * A reader that asks through the given client.
     *
     * @param withholding leaves out the accounts that were forgotten
     */
    public PullRequestReader(GitHubClient github, Withholding withholding) {
        this.github = github;
        this.withholding = withholding;
    }

    /** Asks for these pull requests, and for the rest of their longer lists. */
    public Batch read(String repository, List<Long> numbers) throws InterruptedException {
        Answer answer = github.query(PullRequestQuery.of(repository, numbers));
        if (!(answer instanceof Answer.Fresh fresh)) {
            return without(answer);
        }
        JsonNode pullRequests = fresh.json().path("data").path("repository");
        List<GraphQlError> errors = GraphQlError.in(fresh.json());
        if (!pullRequests.isObject()) {
            return new Batch.Unusable(
                    errors.isEmpty() ? "it answered nothing" : errors.get(0).message());
        }
        GraphQlSnapshots snapshots = new GraphQlSnapshots(repository, fresh.date(), withholding);
        List<PullRequestFacts> facts = new ArrayList<>();
        Map<Long, String> unanswered = new LinkedHashMap<>();
        for (long number : numbers) {
            JsonNode pullRequest = pullRequests.path(PullRequestQuery.alias(number));
            Optional<String> wrong = wrongWith(pullRequest, number, errors);
            if (wrong.isEmpty()) {
                wrong = complete(repository, number, (ObjectNode) pullRequest);
            }
            if (wrong.isEmpty()) {
                wrong = translate(snapshots, pullRequest, number, facts);
            }
            wrong.ifPresent(reason -> unanswered.put(number, reason));
        }
        return new Batch.Answered(facts, unanswered, fresh.date());
    }

    private static Batch without(Answer answer) {
        if (answer instanceof Answer.TooLarge large) {
            return new Batch.TooLarge(large.reason());
        }
        if (answer instanceof Answer.Unauthorized unauthorized) {
            return new Batch.Unauthorized(unauthorized.who(), unauthorized.message());
        }
        if (answer instanceof Answer.NotFound missing) {
            return new Batch.Unusable("GitHub answered " + missing.status());
        }
        return new Batch.Failed(
                answer instanceof Answer.Failed failed ? failed.reason() : "GitHub's answer cannot be understood");
    }

    /** An error anywhere below a pull request leaves a null there, which would look like a deleted account. */
    private static Optional<String> wrongWith(JsonNode pullRequest, long number, List<GraphQlError> errors) {
        List<String> place = List.of("repository", PullRequestQuery.alias(number));
        Optional<String> error = errors.stream()
                .filter(candidate -> candidate.concerns(place))
                .map(candidate -> candidate.type() + " " + candidate.message())
                .map(String::strip)
                .findFirst();
        return error.isEmpty() && !pullRequest.isObject() ? Optional.of("GitHub did not answer for it") : error;
    }

    /** Adds the members that did not fit; the reason if GitHub did not give all of them. */
    private Optional<String> complete(String repository, long number, ObjectNode pullRequest)
            throws InterruptedException {
        for (Members members : Members.values()) {
            Optional<String> wrong = complete(repository, number, pullRequest.path(members.field()), members);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private Optional<String> complete(String repository, long number, JsonNode connection, Members members)
            throws InterruptedException {
        if (!(connection.path("nodes") instanceof ArrayNode nodes)) {
            return Optional.of("'" + members.field() + "' is not a list");
        }
        JsonNode page = connection.path("pageInfo");
        while (page.path("hasNextPage").asBoolean()) {
            String after = page.path("endCursor").asText();
            Answer answer = github.query(PullRequestQuery.rest(repository, number, members, after));
            if (!(answer instanceof Answer.Fresh fresh)) {
                return Optional.of("the rest of its " + members.field() + " could not be read");
            }
            JsonNode pullRequest = fresh.json().path("data").path("repository").path(PullRequestQuery.alias(number));
            JsonNode next = pullRequest.path(members.field());
            Optional<String> wrong = wrongWith(pullRequest, number, GraphQlError.in(fresh.json()));
            boolean goesOn = !next.path("nodes").isEmpty();
            if (wrong.isPresent() || !goesOn) {
                return Optional.of(wrong.orElse("the rest of its " + members.field() + " is missing"));
            }
            next.path("nodes").forEach(nodes::add);
            page = next.path("pageInfo");
        }
        return Optional.empty();
    }

    private static Optional<String> translate(
            GraphQlSnapshots snapshots, JsonNode node, long number, List<PullRequestFacts> facts) {
        Translation<PullRequest> pullRequest = snapshots.pullRequest(node);
        if (pullRequest instanceof Translation.Unreadable<PullRequest> unreadable) {
            return Optional.of(unreadable.reason());
        }
        List<Review> reviews = new ArrayList<>();
        for (JsonNode review : node.path(Members.REVIEWS.field()).path("nodes")) {
            Translation<Review> translation = snapshots.review(review, number);
            if (translation instanceof Translation.Unreadable<Review> unreadable) {
                return Optional.of(unreadable.subject() + ": " + unreadable.reason());
            }
            reviews.add(((Translation.Read<Review>) translation).value());
        }
        facts.add(new PullRequestFacts(((Translation.Read<PullRequest>) pullRequest).value(), reviews));
        return Optional.empty();
    }
}
