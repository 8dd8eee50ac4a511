// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/**
 * How completely repositories are known, as text: one line for each repository, followed by a line for whatever is
 * missing.
 */
final class StatusTable {

    private static final String NEVER = "never";
    private static final List<String> HEADINGS = List.of(
            "REPOSITORY",
            "SYNCED UNTIL",
            "HISTORY",
            "ITEMS",
            "DISCUSSIONS",
            "NOT VISIBLE",
            "EITHER",
            "TRANSFERRED",
            "DELETED",
            "UNEXPLAINED",
            "GAPS",
            "LAST SWEEP",
            "LAST RECONCILE",
            "READ SINCE");

    private StatusTable() {}

    static String of(List<JsonNode> repositories) {
        if (repositories.isEmpty()) {
            return "No repository is known: read one with 'hallway up OWNER/REPO'.";
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        repositories.forEach(repository -> rows.add(row(repository)));
        List<String> lines = new ArrayList<>(aligned(rows));
        lines.add(
                "EITHER: a discussion, or not visible to the token; only GraphQL can tell which, and it requires a token.");
        lines.add(
                "READ SINCE: all comments and reviews were read, or read again, since then; what their authors are to the"
                        + " repository may have changed meanwhile.");
        repositories.forEach(repository -> lines.addAll(missing(repository)));
        return String.join(System.lineSeparator(), lines);
    }

    /** Whether nothing is known to be missing. */
    static boolean isComplete(JsonNode repository) {
        return repository.path("completeness").path("complete").asBoolean();
    }

    private static List<String> row(JsonNode repository) {
        JsonNode inventory = repository.path("inventory");
        String items = inventory.isObject()
                ? inventory.path("items").asText() + " of "
                        + inventory.path("highestNumber").asText()
                : "unknown";
        return List.of(
                repository.path("repository").asText(),
                repository.path("syncedAt").asText(NEVER),
                repository.path("historyComplete").asBoolean() ? "complete" : "incomplete",
                items,
                count(inventory, "discussionNumbers"),
                count(inventory, "invisibleNumbers"),
                either(inventory),
                count(inventory, "transferredNumbers"),
                count(inventory, "deletedNumbers"),
                count(inventory, "unexplainedNumbers"),
                Integer.toString(repository.path("gaps").size()),
                inventory.path("lastSweepAt").asText(NEVER),
                inventory.path("lastReconcileAt").asText(NEVER),
                inventory.path("oldestReadAt").asText("unknown"));
    }

    private static String either(JsonNode inventory) {
        return inventory.isObject()
                ? Long.toString(inventory.path("absentNumbers").asLong()
                        - inventory.path("discussionNumbers").asLong()
                        - inventory.path("invisibleNumbers").asLong())
                : "unknown";
    }

    private static String count(JsonNode inventory, String field) {
        return inventory.path(field).asText("unknown");
    }

    private static List<String> missing(JsonNode repository) {
        String name = repository.path("repository").asText();
        JsonNode inventory = repository.path("inventory");
        List<String> lines = new ArrayList<>();
        long unexplained = inventory.path("unexplainedNumbers").asLong();
        if (unexplained > 0) {
            JsonNode first = inventory.path("firstUnexplained");
            lines.add(name + ": not explained yet: "
                    + StreamSupport.stream(first.spliterator(), false)
                            .map(number -> "#" + number.asText())
                            .collect(Collectors.joining(", "))
                    + (unexplained > first.size() ? " and " + (unexplained - first.size()) + " more" : ""));
        }
        // A gap quotes GitHub: the terminal must not interpret it.
        repository
                .path("gaps")
                .forEach(gap -> lines.add(name + ": missing: " + gap.asText().replaceAll("\\p{Cntrl}", "?")));
        return lines;
    }

    private static List<String> aligned(List<List<String>> rows) {
        List<Integer> widths = IntStream.range(0, HEADINGS.size())
                .mapToObj(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toList();
        return rows.stream()
                .map(row -> IntStream.range(0, row.size())
                        .mapToObj(column -> row.get(column)
                                + " "
                                        .repeat(widths.get(column)
                                                - row.get(column).length()))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .toList();
    }
}
