// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.read;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How completely a repository is known, in the words that stand beside its figures everywhere.
 *
 * @param complete true if nothing is known to be missing
 * @param words what became of its numbers and what is missing; without a full stop, and without anything of GitHub's text
 */
public record CompletenessNote(boolean complete, String words) {

    private static final int MOST_NAMES = 5;

    /** What is to be said of a repository. */
    public static CompletenessNote of(RepositorySummary summary) {
        List<String> missing = missing(summary);
        boolean complete = summary.inventory() != null && missing.isEmpty();
        List<String> parts = new ArrayList<>(numbers(summary));
        if (complete) {
            parts.add("nothing missing");
        } else if (!missing.isEmpty()) {
            parts.add("missing: " + String.join(", ", missing));
        }
        return new CompletenessNote(complete, String.join("; ", parts));
    }

    /**
     * What is to be said of several repositories at once.
     *
     * @param incomplete names of those of which something is missing
     */
    public static CompletenessNote of(int repositories, List<String> incomplete) {
        CompletenessNote note = of(repositories, incomplete.size());
        return note.complete()
                ? note
                : new CompletenessNote(false, note.words() + ": " + excerpt(incomplete, incomplete.size()));
    }

    /**
     * The same without names.
     *
     * @param incomplete of how many of them something is missing
     */
    public static CompletenessNote of(long repositories, long incomplete) {
        String all = count(repositories, "repository", "repositories");
        return incomplete == 0
                ? new CompletenessNote(true, all + "; nothing missing")
                : new CompletenessNote(false, incomplete + " of " + all + " incomplete");
    }

    private static List<String> numbers(RepositorySummary summary) {
        Inventory inventory = summary.inventory();
        if (inventory == null) {
            return List.of("its numbers are not accounted for yet");
        }
        if (inventory.highestNumber() == 0) {
            return List.of("no issues or pull requests");
        }
        String others = Stream.of(
                        part(inventory.discussionNumbers(), "discussions"),
                        part(inventory.invisibleNumbers(), "not visible"),
                        part(inventory.eitherNumbers(), "discussions or not visible"),
                        part(inventory.deletedNumbers(), "deleted"),
                        part(inventory.transferredNumbers(), "transferred"))
                .flatMap(List::stream)
                .collect(Collectors.joining(", "));
        String held = inventory.items() == inventory.highestNumber()
                ? "all " + inventory.highestNumber()
                : inventory.items() + " of " + inventory.highestNumber();
        String items = held + " numbers are issues and pull requests held here";
        return others.isEmpty() ? List.of(items) : List.of(items, others);
    }

    private static List<String> missing(RepositorySummary summary) {
        List<String> missing = new ArrayList<>();
        if (!summary.historyComplete()) {
            missing.add("a part of the history");
        }
        Inventory inventory = summary.inventory();
        if (inventory != null && inventory.unexplainedNumbers() > 0) {
            List<String> first = inventory.firstUnexplained().stream()
                    .map(number -> "#" + number)
                    .toList();
            missing.add(count(inventory.unexplainedNumbers(), "number", "numbers") + " not explained yet"
                    + (first.isEmpty() ? "" : " (" + excerpt(first, inventory.unexplainedNumbers()) + ")"));
        }
        if (!summary.gaps().isEmpty()) {
            missing.add(count(summary.gaps().size(), "named gap", "named gaps"));
        }
        return missing;
    }

    private static List<String> part(long count, String what) {
        return count == 0 ? List.of() : List.of(count + " " + what);
    }

    private static String count(long count, String one, String several) {
        return count + " " + (count == 1 ? one : several);
    }

    private static String excerpt(List<String> first, long all) {
        List<String> shown = first.stream().limit(MOST_NAMES).toList();
        String more = all > shown.size() ? " and " + (all - shown.size()) + " more" : "";
        return String.join(", ", shown) + more;
    }
}
