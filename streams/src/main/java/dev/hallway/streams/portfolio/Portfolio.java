// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.portfolio;

import dev.hallway.streams.read.RepositorySummary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page of repositories side by side, and all of them by owner.
 *
 * @param total how many repositories are asked for, on all pages
 * @param unread of how many of all known repositories no figures are read yet
 * @param ownersTotal how many owners there are
 * @param owners the owners of all known repositories, those with most first, then by name
 * @param repositories the page
 */
public record Portfolio(
        long total, long unread, long ownersTotal, List<OwnerGroup> owners, List<PortfolioRow> repositories) {

    private static final Comparator<OwnerGroup> MOST_REPOSITORIES_FIRST =
            Comparator.comparing(OwnerGroup::repositories).reversed().thenComparing(OwnerGroup::key);

    /** Copies the lists. */
    public Portfolio {
        owners = List.copyOf(owners);
        repositories = List.copyOf(repositories);
    }

    /** The answer about the repositories that are held here. */
    public static Portfolio of(List<RepositorySummary> held, FigureCache cache, PortfolioQuery query) {
        List<OwnerGroup> groups = new ArrayList<>();
        List<PortfolioRow> rows = new ArrayList<>();
        for (RepositorySummary summary : held) {
            Optional<RepositoryFigures> figures = cache.figures(summary.repository());
            groups.add(OwnerGroup.of(summary, figures));
            if (query.matches(summary.repository())) {
                rows.add(PortfolioRow.of(summary, figures));
            }
        }
        return of(rows.size(), groups, rows, query);
    }

    /**
     * The answer about all repositories from answers about a part of them each.
     *
     * @param parts answers to {@link PortfolioQuery#ofPart}
     */
    public static Portfolio together(List<Portfolio> parts, PortfolioQuery query) {
        return of(
                parts.stream().mapToLong(Portfolio::total).sum(),
                parts.stream().flatMap(part -> part.owners().stream()).toList(),
                parts.stream().flatMap(part -> part.repositories().stream()).toList(),
                query);
    }

    /** The same with so many owners at most. */
    public Portfolio withOwners(int most) {
        return new Portfolio(
                total, unread, ownersTotal, owners.stream().limit(most).toList(), repositories);
    }

    private static Portfolio of(
            long total, Collection<OwnerGroup> groups, List<PortfolioRow> rows, PortfolioQuery query) {
        Map<String, OwnerGroup> byOwner = new HashMap<>();
        groups.forEach(group -> byOwner.merge(group.key(), group, OwnerGroup::plus));
        List<OwnerGroup> owners =
                byOwner.values().stream().sorted(MOST_REPOSITORIES_FIRST).toList();
        long unread = owners.stream().mapToLong(OwnerGroup::unread).sum();
        return new Portfolio(total, unread, owners.size(), owners, query.page(rows));
    }
}
