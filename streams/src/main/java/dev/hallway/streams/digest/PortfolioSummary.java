// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import dev.hallway.streams.digest.PortfolioPart.Counts;
import dev.hallway.streams.read.CompletenessNote;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** A week of several repositories in three sentences. */
final class PortfolioSummary {

    private static final int MOST_NAMED = 3;

    private final List<PortfolioPart> parts;

    private PortfolioSummary(List<PortfolioPart> parts) {
        this.parts = parts;
    }

    static Summary of(List<PortfolioPart> parts) {
        PortfolioSummary summary = new PortfolioSummary(parts);
        return new Summary(summary.happened(), summary.changed(), summary.complete());
    }

    private String happened() {
        long unknown =
                parts.stream().filter(part -> part.counts().unknown() != null).count();
        if (unknown == parts.size()) {
            return "What happened in the week is not known of any of the " + repositories(parts.size()) + ".";
        }
        String where = "In " + repositories(parts.size() - unknown) + ", ";
        long newcomers = sum(Counts::newcomers);
        return where + contributed()
                + (newcomers == 0
                        ? ""
                        : ", with " + Activities.counted(newcomers, "first contribution", "first contributions")
                                + " to a repository")
                + "; " + Activities.flow(activity())
                + (unknown == 0 ? "." : "; of " + repositories(unknown) + " it is not known.");
    }

    private String contributed() {
        long contributions = sum(Counts::contributions);
        if (contributions == 0) {
            return "nobody contributed";
        }
        String made = Activities.counted(contributions, "contribution", "contributions");
        boolean allKnown = parts.stream().allMatch(part -> part.contributors().more() == 0);
        long people = parts.stream()
                .flatMap(part -> part.contributors().shown().stream())
                .distinct()
                .count();
        return allKnown
                ? Activities.counted(people, "person", "people") + " made " + made
                : made + " were made by more than " + (people - 1) + " people";
    }

    private Activity activity() {
        Function<ToLongFunction<Counts>, Figure> all = count -> Figure.of((double) sum(count));
        return new Activity(
                all.apply(Counts::contributions),
                all.apply(Counts::contributors),
                all.apply(Counts::newcomers),
                all.apply(Counts::issuesOpened),
                all.apply(Counts::issuesClosed),
                all.apply(Counts::pullRequestsOpened),
                all.apply(Counts::pullRequestsMerged),
                all.apply(Counts::feedbackAnswered));
    }

    private String changed() {
        List<PortfolioPart> compared = parts.stream()
                .filter(part -> part.changes().notCompared() == null)
                .toList();
        if (compared.isEmpty()) {
            return "What changed cannot be said yet of any of them.";
        }
        List<PortfolioPart> changed = compared.stream()
                .filter(part -> !part.changes().changed().isEmpty())
                .sorted(Comparator.comparingInt((PortfolioPart part) ->
                                -part.changes().changed().size())
                        .thenComparing(PortfolioPart::repository))
                .toList();
        String notYet = compared.size() == parts.size()
                ? ""
                : "; of " + repositories(parts.size() - compared.size()) + " it cannot be said yet";
        if (changed.isEmpty()) {
            return "Compared with the weeks before, nothing changed by more than chance explains in any of "
                    + repositories(compared.size()) + notYet + ".";
        }
        String named = changed.stream()
                .limit(MOST_NAMED)
                .map(part -> part.repository() + " (" + part.changes().changed().size() + " of "
                        + part.changes().compared() + " figures)")
                .collect(Collectors.joining(", "));
        int more = changed.size() - MOST_NAMED;
        return "Compared with the weeks before, figures of " + changed.size() + " of " + repositories(compared.size())
                + " changed by more than chance explains: " + named + (more > 0 ? " and " + more + " more" : "")
                + notYet + ".";
    }

    private String complete() {
        List<String> incomplete = parts.stream()
                .filter(part -> !part.known().whole())
                .map(PortfolioPart::repository)
                .toList();
        String note = CompletenessNote.of(parts.size(), incomplete).words();
        List<Instant> until = parts.stream()
                .map(part -> part.known().syncedAt())
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        return until.isEmpty()
                ? "The first pass over GitHub is not finished for any of them, so all figures will still change."
                : "The data reach to " + Wording.moment(until.get(0))
                        + (until.size() < parts.size() ? " where the first pass over GitHub is finished" : " or later")
                        + " (" + note + ").";
    }

    private long sum(ToLongFunction<Counts> count) {
        return parts.stream().map(PortfolioPart::counts).mapToLong(count).sum();
    }

    private static String repositories(long count) {
        return Activities.counted(count, "repository", "repositories");
    }
}
