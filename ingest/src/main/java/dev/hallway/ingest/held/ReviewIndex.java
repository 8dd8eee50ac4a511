// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.held;

import dev.hallway.github.Review;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which reviews of a repository the topic holds: only their ids, by pull request.
 *
 * <p>An id takes 8 bytes, a pull request with reviews about a hundred. Not thread-safe.
 */
public final class ReviewIndex {

    private static final long[] NONE = {};

    private final Map<Long, long[]> idsByPullRequest = new HashMap<>();

    /** A review is published, or published as deleted. */
    void accept(Review review) {
        if (review.getDeleted()) {
            remove(review.getNumber(), review.getId());
        } else {
            add(review.getNumber(), review.getId());
        }
    }

    /** The pull request has the review. */
    void add(long pullRequest, long id) {
        long[] known = idsByPullRequest.getOrDefault(pullRequest, NONE);
        int place = Arrays.binarySearch(known, id);
        if (place < 0) {
            int at = -place - 1;
            long[] more = Arrays.copyOf(known, known.length + 1);
            System.arraycopy(known, at, more, at + 1, known.length - at);
            more[at] = id;
            idsByPullRequest.put(pullRequest, more);
        }
    }

    /** The reviews of a pull request. */
    public Set<Long> of(long pullRequest) {
        Set<Long> ids = new TreeSet<>();
        for (long id : idsByPullRequest.getOrDefault(pullRequest, NONE)) {
            ids.add(id);
        }
        return ids;
    }

    private void remove(long pullRequest, long id) {
        long[] left = Arrays.stream(idsByPullRequest.getOrDefault(pullRequest, NONE))
                .filter(known -> known != id)
                .toArray();
        idsByPullRequest.put(pullRequest, left);
    }
}
