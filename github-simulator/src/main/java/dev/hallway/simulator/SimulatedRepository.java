// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One repository of the simulated community; thread-safe, and may change while it is being read.
 *
 * <p>Putting an entity whose id is known replaces it: that is an edit.
 */
public final class SimulatedRepository {

    /** The order a list is asked in, before its direction. */
    enum Order {
        CREATED,
        UPDATED;

        private Comparator<Entity> comparator() {
            Comparator<Entity> byTime =
                    switch (this) {
                        case CREATED ->
                            Comparator.comparing(entity -> entity.createdAt().getEpochSecond());
                        case UPDATED ->
                            Comparator.comparing(entity -> entity.updatedAt().getEpochSecond());
                    };
            return byTime.thenComparingLong(Entity::id);
        }
    }

    /** The lists GitHub keeps for a repository. */
    enum Listing {
        ITEMS,
        PULLS,
        ISSUE_COMMENTS,
        REVIEW_COMMENTS,
        REVIEWS
    }

    private final RepositoryProfile profile;
    private final Map<Listing, Map<Long, Entity>> entities = new EnumMap<>(Listing.class);
    // Sorting thousands of entities for every page would make a full pull quadratic.
    private final Map<Listing, Map<Order, List<Entity>>> sorted = new EnumMap<>(Listing.class);

    SimulatedRepository(RepositoryProfile profile) {
        this.profile = profile;
        for (Listing listing : Listing.values()) {
            entities.put(listing, new HashMap<>());
            sorted.put(listing, new EnumMap<>(Order.class));
        }
    }

    /** What the repository is. */
    public RepositoryProfile profile() {
        return profile;
    }

    /** Adds or replaces an issue. */
    public void put(Entity.Issue issue) {
        store(Listing.ITEMS, issue);
    }

    /** Adds or replaces a pull request. */
    public synchronized void put(Entity.PullRequest pull) {
        store(Listing.ITEMS, pull);
        store(Listing.PULLS, pull);
    }

    /** Adds or replaces a comment. */
    public void put(Entity.IssueComment comment) {
        store(Listing.ISSUE_COMMENTS, comment);
    }

    /** Adds or replaces a review comment. */
    public void put(Entity.ReviewComment comment) {
        store(Listing.REVIEW_COMMENTS, comment);
    }

    /** Adds or replaces a review. */
    public void put(Entity.Review review) {
        store(Listing.REVIEWS, review);
    }

    /** Takes a comment away, as its author can. */
    public synchronized void removeIssueComment(long id) {
        entitiesOf(Listing.ISSUE_COMMENTS).remove(id);
        sortedOf(Listing.ISSUE_COMMENTS).clear();
    }

    synchronized List<Entity> list(Listing listing, Order order) {
        return sortedOf(listing).computeIfAbsent(order, missing -> entitiesOf(listing).values().stream()
                .sorted(missing.comparator())
                .toList());
    }

    List<Entity> reviewsOf(long number) {
        return list(Listing.REVIEWS, Order.CREATED).stream()
                .filter(review -> review.number() == number)
                .toList();
    }

    synchronized boolean hasPull(long number) {
        return pullNumbers().anyMatch(known -> known == number);
    }

    private Stream<Long> pullNumbers() {
        return entitiesOf(Listing.PULLS).values().stream().map(Entity::number);
    }

    private synchronized void store(Listing listing, Entity entity) {
        entitiesOf(listing).put(entity.id(), entity);
        sortedOf(listing).clear();
    }

    private Map<Long, Entity> entitiesOf(Listing listing) {
        return Objects.requireNonNull(entities.get(listing));
    }

    private Map<Order, List<Entity>> sortedOf(Listing listing) {
        return Objects.requireNonNull(sorted.get(listing));
    }

    /** The same content under another profile. */
    synchronized SimulatedRepository as(RepositoryProfile other) {
        SimulatedRepository copy = new SimulatedRepository(other);
        entities.forEach((listing, known) -> copy.entitiesOf(listing).putAll(known));
        return copy;
    }

    /** Every entity of every list, for tests that compare. */
    public synchronized List<Entity> everything() {
        List<Entity> all = new ArrayList<>();
        for (Listing listing : Listing.values()) {
            if (listing != Listing.PULLS) {
                all.addAll(list(listing, Order.CREATED));
            }
        }
        return List.copyOf(all);
    }
}
