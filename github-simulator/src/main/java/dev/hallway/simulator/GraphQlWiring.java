// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator;

import graphql.GraphQLContext;
import graphql.execution.DataFetcherResult;
import graphql.schema.Coercing;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeRuntimeWiring;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the fields of the schema find their values. */
final class GraphQlWiring {

    private static final String SCHEMA = "github.graphqls";
    // Under names that are not fields of the schema: for the fields that have to be looked up.
    private static final String REPOSITORY = "@repository";
    private static final String PULL = "@pull";

    private final SimulatedCommunity community;
    private final ClosingReferences closing;
    private final GraphQlForms forms;

    private GraphQlWiring(SimulatedCommunity community, String web) {
        this.community = community;
        this.closing = new ClosingReferences(community);
        this.forms = new GraphQlForms(web);
    }

    static GraphQLSchema schema(SimulatedCommunity community, String web) {
        try (InputStream text = Objects.requireNonNull(GraphQlWiring.class.getResourceAsStream(SCHEMA));
                InputStreamReader reader = new InputStreamReader(text, StandardCharsets.UTF_8)) {
            return new SchemaGenerator()
                    .makeExecutableSchema(new SchemaParser().parse(reader), new GraphQlWiring(community, web).wiring());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private RuntimeWiring wiring() {
        RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring();
        Stream.of("BigInt", "DateTime", "URI").map(GraphQlWiring::text).forEach(wiring::scalar);
        return wiring.type("Query", type -> type.dataFetcher("repository", this::repository))
                .type("Repository", type -> type.dataFetcher("pullRequest", this::pullRequest)
                        .dataFetcher("discussion", GraphQlWiring::discussion)
                        .dataFetcher("issueOrPullRequest", GraphQlWiring::item))
                .type("PullRequest", this::pullRequestFields)
                .type("Actor", GraphQlWiring::byTypeName)
                .type("PullRequestTimelineItems", GraphQlWiring::byTypeName)
                .type("IssueOrPullRequest", GraphQlWiring::byTypeName)
                .build();
    }

    private TypeRuntimeWiring.Builder pullRequestFields(TypeRuntimeWiring.Builder type) {
        return type.dataFetcher("reviews", asked -> GraphQlConnection.page(asked, reviews(asked)))
                .dataFetcher("labels", asked -> GraphQlConnection.page(asked, forms.labels(pull(asked))))
                .dataFetcher("timelineItems", asked -> GraphQlConnection.page(asked, timeline(asked)))
                .dataFetcher("closingIssuesReferences", asked -> GraphQlConnection.page(asked, closed(asked)));
    }

    private DataFetcherResult<Object> repository(DataFetchingEnvironment asked) {
        String name = asked.getArgument("owner") + "/" + asked.getArgument("name");
        Optional<SimulatedRepository> found = community.byName(name);
        if (found.isEmpty()) {
            return GraphQlConnection.refused(
                    asked, "NOT_FOUND", "Could not resolve to a Repository with the name '" + name + "'.");
        }
        Map<String, Object> fields = new HashMap<>(forms.repository(found.get()));
        fields.put(REPOSITORY, found.get());
        return DataFetcherResult.newResult().data(fields).build();
    }

    private DataFetcherResult<Object> pullRequest(DataFetchingEnvironment asked) {
        SimulatedRepository repository = value(asked, REPOSITORY, SimulatedRepository.class);
        int number = Objects.requireNonNull(asked.<Integer>getArgument("number"));
        Optional<Entity.PullRequest> found = repository.pull(number);
        if (found.isEmpty()) {
            return GraphQlConnection.refused(
                    asked, "NOT_FOUND", "Could not resolve to a PullRequest with the number of " + number + ".");
        }
        Map<String, Object> fields = new HashMap<>(forms.pull(repository, found.get()));
        fields.put(REPOSITORY, repository);
        fields.put(PULL, found.get());
        return DataFetcherResult.newResult().data(fields).build();
    }

    private static DataFetcherResult<Object> discussion(DataFetchingEnvironment asked) {
        int number = Objects.requireNonNull(asked.<Integer>getArgument("number"));
        return value(asked, REPOSITORY, SimulatedRepository.class).hasDiscussion(number)
                ? DataFetcherResult.newResult().data(Map.of("number", number)).build()
                : GraphQlConnection.refused(
                        asked, "NOT_FOUND", "Could not resolve to a Discussion with the number of " + number + ".");
    }

    private static DataFetcherResult<Object> item(DataFetchingEnvironment asked) {
        int number = Objects.requireNonNull(asked.<Integer>getArgument("number"));
        SimulatedRepository repository = value(asked, REPOSITORY, SimulatedRepository.class);
        if (repository.hasPull(number) || repository.hasIssue(number)) {
            String type = repository.hasPull(number) ? "PullRequest" : "Issue";
            return DataFetcherResult.newResult()
                    .data(Map.of(GraphQlForms.TYPE, type, "number", number))
                    .build();
        }
        return GraphQlConnection.refused(
                asked, "NOT_FOUND", "Could not resolve to an issue or pull request with the number of " + number + ".");
    }

    private List<Map<String, Object>> reviews(DataFetchingEnvironment asked) {
        SimulatedRepository repository = value(asked, REPOSITORY, SimulatedRepository.class);
        return repository.reviewsOf(pull(asked).number()).stream()
                .map(review -> forms.review(repository, (Entity.Review) review))
                .toList();
    }

    private List<Map<String, Object>> timeline(DataFetchingEnvironment asked) {
        @Nullable List<String> kinds = asked.getArgument("itemTypes");
        SimulatedRepository repository = value(asked, REPOSITORY, SimulatedRepository.class);
        return forms.timeline(
                repository,
                pull(asked),
                Objects.requireNonNullElse(kinds, List.of("MERGED_EVENT", "READY_FOR_REVIEW_EVENT")));
    }

    private List<Map<String, Object>> closed(DataFetchingEnvironment asked) {
        return closing.of(value(asked, REPOSITORY, SimulatedRepository.class), pull(asked)).stream()
                .map(forms::issue)
                .toList();
    }

    private static Entity.PullRequest pull(DataFetchingEnvironment asked) {
        return value(asked, PULL, Entity.PullRequest.class);
    }

    private static <T> T value(DataFetchingEnvironment asked, String name, Class<T> type) {
        Map<String, Object> source = Objects.requireNonNull(asked.getSource());
        return type.cast(Objects.requireNonNull(source.get(name)));
    }

    private static TypeRuntimeWiring.Builder byTypeName(TypeRuntimeWiring.Builder type) {
        return type.typeResolver(resolved -> {
            Map<?, ?> fields = resolved.getObject();
            GraphQLObjectType found = resolved.getSchema().getObjectType(String.valueOf(fields.get(GraphQlForms.TYPE)));
            return Objects.requireNonNull(found);
        });
    }

    private static GraphQLScalarType text(String name) {
        return GraphQLScalarType.newScalar().name(name).coercing(new Text()).build();
    }

    /** GitHub writes its own scalars as strings. */
    private static final class Text implements Coercing<String, String> {
        @Override
        public String serialize(Object value, GraphQLContext context, Locale locale) {
            return value.toString();
        }
    }
}
