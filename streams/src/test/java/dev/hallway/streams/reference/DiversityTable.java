// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import static dev.hallway.streams.reference.Figures.absenceFactor;
import static dev.hallway.streams.reference.Figures.shannon;
import static dev.hallway.streams.reference.Figures.simpsonEffective;
import static dev.hallway.streams.reference.Figures.sixDecimals;
import static dev.hallway.streams.reference.Figures.topShare;

import dev.hallway.streams.week.IsoWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How many people contributed in a week, and how evenly. */
final class DiversityTable {

    private DiversityTable() {}

    /** The rows of one repository. */
    static List<List<String>> rows(String repository, List<Contribution> contributions) {
        Map<Long, IsoWeek> firstWeeks = contributions.stream()
                .filter(contribution -> contribution.author().human())
                .collect(Collectors.toMap(
                        Contribution::person, Contribution::week, (a, b) -> a.compareTo(b) <= 0 ? a : b));
        Map<IsoWeek, List<Contribution>> weeks = contributions.stream()
                .collect(Collectors.groupingBy(Contribution::week, TreeMap::new, Collectors.toList()));
        List<List<String>> rows = new ArrayList<>();
        weeks.forEach((week, inWeek) -> rows.add(row(repository, week, inWeek, firstWeeks)));
        return rows;
    }

    private static List<String> row(
            String repository, IsoWeek week, List<Contribution> inWeek, Map<Long, IsoWeek> firstWeeks) {
        List<Contribution> byPeople =
                inWeek.stream().filter(one -> one.author().human()).toList();
        Map<Long, Long> perPerson =
                byPeople.stream().collect(Collectors.groupingBy(Contribution::person, Collectors.counting()));
        List<Contribution> byMaintainers =
                byPeople.stream().filter(Contribution::byMaintainer).toList();
        Set<Long> communityOnly = new HashSet<>(perPerson.keySet());
        byMaintainers.forEach(one -> communityOnly.remove(one.person()));
        long newcomers = perPerson.keySet().stream()
                .filter(person -> week.equals(firstWeeks.get(person)))
                .count();

        List<String> cells = new ArrayList<>(List.of(
                repository,
                week.toString(),
                Integer.toString(byPeople.size()),
                Integer.toString(perPerson.size()),
                Long.toString(newcomers),
                Integer.toString(byMaintainers.size()),
                Integer.toString(byPeople.size() - byMaintainers.size()),
                Integer.toString(communityOnly.size())));
        cells.addAll(indices(List.copyOf(perPerson.values())));
        cells.add(count(inWeek, one -> one.author().unknown()));
        cells.add(count(inWeek, one -> one.author().bot()));
        return cells;
    }

    private static List<String> indices(List<Long> counts) {
        if (counts.isEmpty()) {
            return Collections.nCopies(5, "");
        }
        return List.of(
                sixDecimals(shannon(counts)),
                sixDecimals(Math.exp(shannon(counts))),
                simpsonEffective(counts),
                Integer.toString(absenceFactor(counts)),
                topShare(counts));
    }

    private static String count(List<Contribution> all, Predicate<Contribution> which) {
        return Long.toString(all.stream().filter(which).count());
    }
}
