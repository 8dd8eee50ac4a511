// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.standalone.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a Hallway holds of the requested repositories.
 *
 * @param repositories those that it holds
 * @param missing a line for everything that is missing: a repository, or a part of one; empty if nothing is
 */
record Holding(List<String> repositories, List<String> missing) {

    Holding {
        repositories = List.copyOf(repositories);
        missing = List.copyOf(missing);
    }

    /** Asks a Hallway after reading. */
    static Holding of(HallwayClient client, Reading reading) {
        List<String> held = new ArrayList<>();
        List<String> missing = new ArrayList<>(reading.problems());
        for (String repository : reading.repositories()) {
            Optional<JsonNode> summary = client.find(repository);
            if (summary.isPresent()) {
                held.add(repository);
                JsonNode completeness = summary.get().path("completeness");
                if (!completeness.path("complete").asBoolean()) {
                    missing.add(repository + " is not completely known: "
                            + completeness.path("words").asText() + ". 'hallway status' lists it.");
                }
            } else if (reading.problems().isEmpty()) {
                // Otherwise the reason has just been named.
                missing.add(client.without(repository));
            }
        }
        return new Holding(held, missing);
    }

    boolean complete() {
        return missing.isEmpty();
    }
}
