// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.portfolio;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which repositories of a portfolio are asked for.
 *
 * @param text only repositories whose name contains it, in any case; null for all
 * @param owner only repositories of this owner, in any case; null for all
 * @param sort by what they are sorted
 * @param ascending in which order
 * @param offset so many are left out at the beginning
 * @param limit so many follow at most
 */
public record PortfolioQuery(
        @Nullable String text, @Nullable String owner, PortfolioSort sort, boolean ascending, int offset, int limit) {

    /** All that is needed of a part of the repositories to answer this about all of them. */
    public PortfolioQuery ofPart() {
        return new PortfolioQuery(text, owner, sort, ascending, 0, offset + limit);
    }

    /** True if the repository is asked for, on whatever page. */
    boolean matches(String repository) {
        String name = repository.toLowerCase(Locale.ROOT);
        return (text == null || name.contains(text.toLowerCase(Locale.ROOT)))
                && (owner == null || name.startsWith(owner.toLowerCase(Locale.ROOT) + "/"));
    }

    /** The page that is asked for, of rows in any order. */
    List<PortfolioRow> page(List<PortfolioRow> rows) {
        Comparator<PortfolioRow> order = sort.comparator(ascending);
        return rows.stream().sorted(order).skip(offset).limit(limit).toList();
    }
}
