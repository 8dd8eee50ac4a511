// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;

/** Answers GraphQL queries in GitHub's form; what the schema lacks is an error, as on GitHub. */
final class GraphQlApi {

    private final GraphQL graphQl;
    private final FaultScript faults;
    private final ObjectMapper mapper = new ObjectMapper();

    GraphQlApi(SimulatedCommunity community, SimulationSettings settings, FaultScript faults) {
        this.graphQl = GraphQL.newGraphQL(GraphQlWiring.schema(community, settings.webAddress()))
                .build();
        this.faults = faults;
    }

    Answers.Answer answer(String body) {
        JsonNode request;
        try {
            request = mapper.readTree(body);
        } catch (IOException notJson) {
            return new Answers.Refused(400, "Problems parsing JSON");
        }
        if (!request.path("query").isTextual()) {
            return new Answers.Refused(400, "A query attribute must be specified and must be a string.");
        }
        ExecutionInput input = ExecutionInput.newExecutionInput()
                .query(request.path("query").textValue())
                .variables(variables(request.path("variables")))
                .build();
        ExecutionResult result = graphQl.execute(input);
        ObjectNode answer = mapper.createObjectNode();
        if (result.isDataPresent()) {
            answer.set("data", mapper.valueToTree(result.getData()));
        }
        if (!result.getErrors().isEmpty()) {
            ArrayNode errors = answer.putArray("errors");
            result.getErrors().forEach(error -> errors.add(form(error)));
        }
        return nodes(answer) > faults.mostGraphQlNodes()
                ? new Answers.GaveUp()
                : new Answers.GraphQl(answer.toString());
    }

    private Map<String, Object> variables(JsonNode given) {
        Map<String, Object> variables = mapper.convertValue(
                given, mapper.getTypeFactory().constructMapType(Map.class, String.class, Object.class));
        return Objects.requireNonNullElse(variables, Map.of());
    }

    private ObjectNode form(GraphQLError error) {
        ObjectNode form = mapper.createObjectNode();
        Map<String, Object> extensions = error.getExtensions();
        if (extensions != null && extensions.get("type") instanceof String type) {
            form.put("type", type);
        }
        if (error.getPath() != null) {
            form.set("path", mapper.valueToTree(error.getPath()));
        }
        ArrayNode locations = form.putArray("locations");
        if (error.getLocations() != null) {
            error.getLocations()
                    .forEach(at ->
                            locations.addObject().put("line", at.getLine()).put("column", at.getColumn()));
        }
        return form.put("message", error.getMessage());
    }

    /** Members of connections in an answer. */
    private static int nodes(JsonNode answer) {
        int count = answer.path("nodes").size();
        for (JsonNode child : answer) {
            count += nodes(child);
        }
        return count;
    }
}
