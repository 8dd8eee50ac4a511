// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator;

import dev.hallway.simulator.SimulatedRepository.Listing;
import dev.hallway.simulator.SimulatedRepository.Order;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a caller asks of a list, with GitHub's defaults; {@code /issues} links its pages by cursor, the others by number.
 */
record ListQuery(Listing listing, Map<String, String> parameters) {

    private static final int DEFAULT_PAGE = 30;
    private static final int LARGEST_PAGE = 100;

    /** One page of a list, the query of the page after it, and that of the last one where pages are numbered. */
    record Page(List<Entity> entities, Optional<String> nextQuery, Optional<String> lastQuery) {}

    ListQuery {
        parameters = Map.copyOf(parameters);
    }

    /** One page of a list that is in ascending order of the requested sort key. */
    Page cut(List<Entity> inAscendingOrder) {
        List<Entity> inOrder = asked(inAscendingOrder);
        int from = Math.min(start(inOrder), inOrder.size());
        int to = Math.min(from + pageSize(), inOrder.size());
        List<Entity> page = List.copyOf(inOrder.subList(from, to));
        if (to == inOrder.size()) {
            return new Page(page, Optional.empty(), Optional.empty());
        }
        return new Page(page, Optional.of(nextQuery(page.get(page.size() - 1))), lastQuery(inOrder.size()));
    }

    private List<Entity> asked(List<Entity> inAscendingOrder) {
        Optional<Instant> since = since();
        String state = parameters.getOrDefault("state", "open");
        boolean wholeTail = order() == Order.UPDATED && (listing.isOfComments() || state.equals("all"));
        List<Entity> asked = wholeTail
                ? tail(inAscendingOrder, since)
                : inAscendingOrder.stream()
                        .filter(entity -> isIn(state, entity) && isRecent(entity, since))
                        .toList();
        if (!descending()) {
            return asked;
        }
        List<Entity> reversed = new ArrayList<>(asked);
        Collections.reverse(reversed);
        return reversed;
    }

    /** Looking at every entity for every page would make a full pull quadratic. */
    private static List<Entity> tail(List<Entity> byUpdate, Optional<Instant> since) {
        int from = 0;
        int to = byUpdate.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (isRecent(byUpdate.get(middle), since)) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return byUpdate.subList(from, byUpdate.size());
    }

    Order order() {
        String sort = parameters.get("sort");
        if (sort == null && listing.isOfComments()) {
            return Order.ID;
        }
        return "updated".equals(sort) ? Order.UPDATED : Order.CREATED;
    }

    private static boolean isIn(String state, Entity entity) {
        if (state.equals("all")) {
            return true;
        }
        if (entity instanceof Entity.Issue issue) {
            return state.equals("open") == (issue.closedAt() == null);
        }
        if (entity instanceof Entity.PullRequest pull) {
            return state.equals("open") == (pull.closedAt() == null);
        }
        return true;
    }

    private Optional<Instant> since() {
        return listing == Listing.PULLS || listing == Listing.REVIEWS
                ? Optional.empty()
                : Optional.ofNullable(parameters.get("since")).map(Instant::parse);
    }

    private static boolean isRecent(Entity entity, Optional<Instant> since) {
        // Live GitHub shows no issues for the epoch itself.
        return since.isEmpty()
                || (!since.get().equals(Instant.EPOCH) && !entity.updatedAt().isBefore(since.get()));
    }

    private boolean descending() {
        String direction = parameters.get("direction");
        boolean commentsWithoutSort =
                listing != Listing.ITEMS && listing != Listing.PULLS && !parameters.containsKey("sort");
        if (commentsWithoutSort || listing == Listing.REVIEWS) {
            return false;
        }
        if (direction != null) {
            return direction.equals("desc");
        }
        return listing != Listing.PULLS || order() == Order.CREATED;
    }

    int pageSize() {
        return Math.min(LARGEST_PAGE, positive("per_page", DEFAULT_PAGE));
    }

    private int start(List<Entity> inOrder) {
        String after = parameters.get("after");
        if (after == null) {
            return (pageNumber() - 1) * pageSize();
        }
        String[] place = after.split("_", 2);
        Instant time = Instant.ofEpochSecond(Long.parseLong(place[0]));
        long id = Long.parseLong(place[1]);
        int index = 0;
        while (index < inOrder.size() && !isBehind(inOrder.get(index), time, id)) {
            index++;
        }
        return index;
    }

    private boolean isBehind(Entity entity, Instant time, long id) {
        // Cursors, like all times on GitHub, are whole seconds.
        int byTime = Long.compare(timeOf(entity).getEpochSecond(), time.getEpochSecond());
        int place = byTime != 0 ? byTime : Long.compare(entity.id(), id);
        return descending() ? place < 0 : place > 0;
    }

    int pageNumber() {
        return positive("page", 1);
    }

    /** A parameter's value; GitHub falls back to the usual one instead of complaining. */
    private int positive(String name, int usual) {
        String value = parameters.getOrDefault(name, "");
        return value.matches("0*[1-9]\\d{0,6}") ? Integer.parseInt(value) : usual;
    }

    private String nextQuery(Entity last) {
        return listing == Listing.ITEMS
                ? query("after", timeOf(last).getEpochSecond() + "_" + last.id())
                : query("page", Integer.toString(pageNumber() + 1));
    }

    private Optional<String> lastQuery(int size) {
        int pages = (size + pageSize() - 1) / pageSize();
        return listing == Listing.ITEMS ? Optional.empty() : Optional.of(query("page", Integer.toString(pages)));
    }

    private String query(String name, String value) {
        Map<String, String> query = new TreeMap<>(parameters);
        query.put(name, value);
        return query.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private Instant timeOf(Entity entity) {
        return order() == Order.UPDATED ? entity.updatedAt() : entity.createdAt();
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
