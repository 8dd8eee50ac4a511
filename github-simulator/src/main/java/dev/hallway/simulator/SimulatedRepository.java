// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * One repository of the simulated community; thread-safe, and may change while it is being read.
 *
 * <p>Putting an entity whose id is known replaces it: that is an edit.
 */
public final class SimulatedRepository {

    /** The sort key of a list, without its direction. */
    enum Order {
        ID,
        CREATED,
        UPDATED;

        private Comparator<Entity> comparator() {
            Comparator<Entity> byTime =
                    switch (this) {
                        case ID -> Comparator.comparing(Entity::id);
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
        REVIEWS;

        /** Comments have no state. */
        boolean isOfComments() {
            return this == ISSUE_COMMENTS || this == REVIEW_COMMENTS;
        }
    }

    /** Where an item went. */
    sealed interface Departure {

        /** It was deleted. */
        record Deleted() implements Departure {}

        /** It lives in another repository now. */
        record Transferred(long repositoryId, long number) implements Departure {}
    }

    private final RepositoryProfile profile;
    private final Map<Long, Departure> departures = new HashMap<>();
    private final Map<Listing, Map<Long, Entity>> entities = new EnumMap<>(Listing.class);
    private final Map<Listing, Map<Long, Entity>> byNumber = new EnumMap<>(Listing.class);
    // Sorting thousands of entities for every page would make a full pull quadratic.
    private final Map<Listing, Map<Order, List<Entity>>> sorted = new EnumMap<>(Listing.class);
    private final Map<Listing, Map<Long, List<Entity>>> byItem = new EnumMap<>(Listing.class);
    private final Set<Long> discussions = ConcurrentHashMap.newKeySet();
    private final Map<Long, PullRequestExtras> extras = new ConcurrentHashMap<>();
    private boolean issuesOn = true;
    private boolean pullRequestsOn = true;

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

    /** Adds or replaces what only GraphQL shows of a pull request. */
    public void put(long pullRequest, PullRequestExtras told) {
        extras.put(pullRequest, told);
    }

    /** Adds a discussion, which REST does not show under its number. */
    public void discuss(long number) {
        discussions.add(number);
    }

    /** Switches issues on or off; while they are off, nothing shows them or their comments. */
    public synchronized void switchIssues(boolean on) {
        issuesOn = on;
        entities.keySet().forEach(this::forgetOrder);
    }

    /** Switches pull requests on or off, in the same way. */
    public synchronized void switchPullRequests(boolean on) {
        pullRequestsOn = on;
        entities.keySet().forEach(this::forgetOrder);
    }

    synchronized boolean hasIssues() {
        return issuesOn;
    }

    synchronized boolean hasPullRequests() {
        return pullRequestsOn;
    }

    private boolean shows(Entity entity) {
        Entity item = byNumber.getOrDefault(Listing.ITEMS, Map.of()).get(entity.number());
        return item instanceof Entity.PullRequest ? pullRequestsOn : issuesOn || item == null;
    }

    boolean hasDiscussion(long number) {
        return discussions.contains(number);
    }

    /** Deletes a comment, as its author can. */
    public void removeIssueComment(long id) {
        remove(Listing.ISSUE_COMMENTS, id);
    }

    /** Deletes a review comment, as its author can. */
    public void removeReviewComment(long id) {
        remove(Listing.REVIEW_COMMENTS, id);
    }

    /** Takes a review away without a trace, as GitHub does with those of an account that it bans. */
    public void removeReview(long id) {
        remove(Listing.REVIEWS, id);
    }

    private synchronized void remove(Listing listing, long id) {
        entitiesOf(listing).remove(id);
        forgetOrder(listing);
    }

    /** Deletes an issue with its conversation; its number answers 410 from then on. */
    public synchronized void delete(long number) {
        remove(number);
        departures.put(number, new Departure.Deleted());
    }

    /** Hides an item with its conversation from everybody, as in an issue moved to a place nobody may see. */
    public synchronized void hide(long number) {
        remove(number);
    }

    /** Moves an issue away; its number leads to the other repository from then on. */
    public synchronized void transfer(long number, SimulatedRepository to, long newNumber) {
        remove(number);
        departures.put(number, new Departure.Transferred(to.profile().id(), newNumber));
    }

    synchronized Optional<Departure> departure(long number) {
        return Optional.ofNullable(departures.get(number));
    }

    private void remove(long number) {
        entities.values().forEach(list -> list.values().removeIf(entity -> entity.number() == number));
        byNumber.values().forEach(list -> list.remove(number));
        entities.keySet().forEach(this::forgetOrder);
    }

    private void forgetOrder(Listing listing) {
        sortedOf(listing).clear();
        byItem.remove(listing);
    }

    synchronized List<Entity> list(Listing listing, Order order) {
        return sortedOf(listing).computeIfAbsent(order, missing -> entitiesOf(listing).values().stream()
                .filter(this::shows)
                .sorted(missing.comparator())
                .toList());
    }

    /** The entries of a list that belong to one item, in the only order that GitHub supports. */
    synchronized List<Entity> listOf(Listing listing, long number) {
        return byItem.computeIfAbsent(
                        listing,
                        missing -> list(missing, missing == Listing.REVIEWS ? Order.CREATED : Order.ID).stream()
                                .collect(Collectors.groupingBy(Entity::number)))
                .getOrDefault(number, List.of());
    }

    List<Entity> reviewsOf(long number) {
        return listOf(Listing.REVIEWS, number);
    }

    synchronized Optional<Entity> comment(Listing listing, long id) {
        return Optional.ofNullable(entitiesOf(listing).get(id)).filter(this::shows);
    }

    boolean hasPull(long number) {
        return pull(number).isPresent();
    }

    Optional<Entity.PullRequest> pull(long number) {
        return item(Listing.PULLS, number).map(Entity.PullRequest.class::cast);
    }

    boolean hasIssue(long number) {
        return item(Listing.ITEMS, number)
                .filter(Entity.Issue.class::isInstance)
                .isPresent();
    }

    synchronized Optional<Entity> item(Listing listing, long number) {
        return Optional.ofNullable(byNumber.getOrDefault(listing, Map.of()).get(number))
                .filter(this::shows);
    }

    PullRequestExtras extrasOf(long pullRequest) {
        return extras.getOrDefault(pullRequest, PullRequestExtras.NONE);
    }

    private synchronized void store(Listing listing, Entity entity) {
        departures.remove(entity.number());
        entitiesOf(listing).put(entity.id(), entity);
        if (listing == Listing.ITEMS || listing == Listing.PULLS) {
            byNumber.computeIfAbsent(listing, none -> new HashMap<>()).put(entity.number(), entity);
        }
        forgetOrder(listing);
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
        copy.discussions.addAll(discussions);
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
