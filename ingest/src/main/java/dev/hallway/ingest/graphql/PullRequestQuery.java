// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.graphql;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.stream.Collectors;

/** The queries about pull requests, as request bodies. */
final class PullRequestQuery {

    /** A list of a pull request that may be longer than the part asked for at first. */
    enum Members {
        REVIEWS("reviews", "...reviews"),
        CLOSING_REFERENCES("closingIssuesReferences", "...issues");

        private final String field;
        private final String selection;

        Members(String field, String selection) {
            this.field = field;
            this.selection = selection;
        }

        String field() {
            return field;
        }
    }

    private static final int LARGEST_PAGE = 100;
    // More are rare, and cost a query of their own.
    private static final int CLOSING_REFERENCES_AT_FIRST = 50;

    private static final String ACCOUNT = """
            fragment account on Actor {
              __typename
              login
              ... on Bot { databaseId }
              ... on Mannequin { databaseId }
              ... on Organization { databaseId }
              ... on User { databaseId }
            }
            """;
    private static final String REVIEWS = """
            fragment reviews on PullRequestReviewConnection {
              nodes {
                fullDatabaseId
                state
                body
                submittedAt
                authorAssociation
                author { ...account }
              }
              pageInfo { endCursor hasNextPage }
            }
            """;
    private static final String ISSUES = """
            fragment issues on IssueConnection {
              nodes { number repository { nameWithOwner } }
              pageInfo { endCursor hasNextPage }
            }
            """;
    private static final String PULL_REQUEST = """
            fragment pullRequest on PullRequest {
              number
              fullDatabaseId
              url
              title
              body
              state
              isDraft
              baseRefName
              createdAt
              updatedAt
              closedAt
              mergedAt
              authorAssociation
              author { ...account }
              mergedBy { ...account }
              labels(first: 100) { nodes { name } }
              closingIssuesReferences(first: %d) { ...issues }
              timelineItems(itemTypes: [READY_FOR_REVIEW_EVENT], last: 1) {
                nodes { ... on ReadyForReviewEvent { createdAt } }
              }
              reviews(first: %d) { ...reviews }
            }
            """.formatted(CLOSING_REFERENCES_AT_FIRST, LARGEST_PAGE);

    private PullRequestQuery() {}

    /** Asks for these pull requests, each under its {@link #alias}. */
    static String of(String repository, List<Long> numbers) {
        String pullRequests = numbers.stream()
                .map(number -> alias(number) + ": pullRequest(number: " + number + ") { ...pullRequest }\n")
                .collect(Collectors.joining());
        String query = "query pullRequests($owner: String!, $name: String!) {\n"
                + "repository(owner: $owner, name: $name) {\n" + pullRequests + "}}\n";
        return RepositoryQuery.body(
                repository, query + PULL_REQUEST + REVIEWS + ISSUES + ACCOUNT, JsonNodeFactory.instance.objectNode());
    }

    /** Asks for the rest of a list of one pull request, which also comes under its {@link #alias}. */
    static String rest(String repository, long number, Members members, String after) {
        String query = "query members($owner: String!, $name: String!, $after: String!) {\n"
                + "repository(owner: $owner, name: $name) {\n"
                + alias(number) + ": pullRequest(number: " + number + ") {\n"
                + members.field + "(first: " + LARGEST_PAGE + ", after: $after) { " + members.selection + " }}}}\n";
        String fragments = members == Members.REVIEWS ? REVIEWS + ACCOUNT : ISSUES;
        return RepositoryQuery.body(
                repository,
                query + fragments,
                JsonNodeFactory.instance.objectNode().put("after", after));
    }

    /** The name a pull request has in an answer. */
    static String alias(long number) {
        return "p" + number;
    }
}
