// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator;

import dev.hallway.simulator.SimulatedRepository.Listing;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which requests for a list are refused, as GitHub refuses them; parameters that are not simulated are never ignored.
 */
final class QueryRules {

    private static final long LAST_NUMBERED_ITEM = 10_000;
    private static final List<String> DIRECTIONS = List.of("asc", "desc");
    private static final List<String> STATES = List.of("open", "closed", "all");
    private static final List<String> SORTS = List.of("created", "updated");
    private static final List<String> NOT_SIMULATED =
            List.of("labels", "creator", "assignee", "mentioned", "milestone", "type", "head", "base", "before");

    private QueryRules() {}

    /** Why the request is refused; empty if it is answered. */
    static Optional<Answers.Refused> refusal(ListQuery query) {
        if (query.listing() == Listing.REVIEWS) {
            return Optional.empty();
        }
        Map<String, String> parameters = query.parameters();
        boolean hasStates = query.listing() == Listing.ITEMS || query.listing() == Listing.PULLS;
        Optional<String> strange = NOT_SIMULATED.stream()
                .filter(name -> hasStates && parameters.containsKey(name))
                .findFirst();
        if (strange.isPresent()) {
            return Optional.of(new Answers.Refused(501, "The parameter " + strange.get() + " is not simulated."));
        }
        if (!isOneOf(STATES, parameters.get("state")) && hasStates) {
            return invalid("state");
        }
        if (!isOneOf(SORTS, parameters.get("sort"))) {
            return invalid("sort");
        }
        if (!isOneOf(DIRECTIONS, parameters.get("direction"))) {
            return invalid("direction");
        }
        if (query.listing() != Listing.PULLS && !isTime(parameters.get("since"))) {
            return invalid("since");
        }
        return query.listing() == Listing.ITEMS ? tooFar(query) : Optional.empty();
    }

    private static Optional<Answers.Refused> tooFar(ListQuery query) {
        String cursor = query.parameters().get("after");
        if (cursor != null) {
            return cursor.matches("-?\\d{1,12}_\\d{1,18}")
                    ? Optional.empty()
                    : Optional.of(new Answers.Refused(422, "That does not appear to be a valid cursor."));
        }
        return (long) query.pageNumber() * query.pageSize() < LAST_NUMBERED_ITEM
                ? Optional.empty()
                : Optional.of(new Answers.Refused(
                        422,
                        "Pagination with the page parameter is not supported for large datasets, "
                                + "please use cursor based pagination (after/before)"));
    }

    private static boolean isOneOf(List<String> allowed, @Nullable String value) {
        return value == null || allowed.contains(value);
    }

    private static boolean isTime(@Nullable String value) {
        if (value == null) {
            return true;
        }
        try {
            Instant.parse(value);
            return true;
        } catch (DateTimeParseException notATime) {
            return false;
        }
    }

    private static Optional<Answers.Refused> invalid(String parameter) {
        return Optional.of(new Answers.Refused(422, "Validation Failed: " + parameter));
    }
}
