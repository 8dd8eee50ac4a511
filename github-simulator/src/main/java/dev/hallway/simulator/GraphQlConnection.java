// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator;

import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cuts the requested page out of a list, by GitHub's rules for connections. */
final class GraphQlConnection {

    private static final int LONGEST_PAGE = 100;

    private GraphQlConnection() {}

    static DataFetcherResult<Object> page(DataFetchingEnvironment asked, List<Map<String, Object>> all) {
        @Nullable Integer first = asked.getArgument("first");
        @Nullable Integer last = asked.getArgument("last");
        @Nullable Integer size = first == null ? last : first;
        String field = asked.getField().getName();
        if (size == null || (first != null && last != null)) {
            return refused(
                    asked,
                    "MISSING_PAGINATION_BOUNDARIES",
                    "You must provide a `first` or `last` value to properly paginate the `" + field + "` connection.");
        }
        if (size < 0 || size > LONGEST_PAGE) {
            return refused(
                    asked,
                    "EXCESSIVE_PAGINATION",
                    "Requesting " + size + " records on the `" + field
                            + "` connection exceeds the limit of 100 records.");
        }
        int after = place(asked.getArgument("after"), -1) + 1;
        int before = place(asked.getArgument("before"), all.size());
        int from = first != null ? after : Math.max(after, before - size);
        int to = first != null ? Math.min(before, after + size) : before;
        return DataFetcherResult.newResult()
                .data(connection(all, Math.min(from, all.size()), Math.max(from, Math.min(to, all.size()))))
                .build();
    }

    /** Null in place of the field, with an error of one of GitHub's types. */
    static DataFetcherResult<Object> refused(DataFetchingEnvironment asked, String type, String message) {
        return DataFetcherResult.newResult()
                .error(GraphqlErrorBuilder.newError(asked)
                        .message("%s", message)
                        .extensions(Map.of("type", type))
                        .build())
                .build();
    }

    private static Map<String, Object> connection(List<Map<String, Object>> all, int from, int to) {
        Map<String, Object> pageInfo = new HashMap<>();
        pageInfo.put("hasNextPage", to < all.size());
        pageInfo.put("hasPreviousPage", from > 0);
        if (from < to) {
            pageInfo.put("startCursor", cursor(from));
            pageInfo.put("endCursor", cursor(to - 1));
        }
        return Map.of("nodes", all.subList(from, Math.max(from, to)), "pageInfo", pageInfo, "totalCount", all.size());
    }

    private static String cursor(int place) {
        return Base64.getEncoder().encodeToString(("cursor:" + place).getBytes(StandardCharsets.UTF_8));
    }

    private static int place(@Nullable String cursor, int none) {
        if (cursor == null) {
            return none;
        }
        String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
        return Integer.parseInt(text.substring("cursor:".length()));
    }
}
