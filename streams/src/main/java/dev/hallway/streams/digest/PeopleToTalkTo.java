// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import dev.hallway.streams.digest.PersonToTalkTo.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Chooses at most ten people to talk to from any number of candidates.
 *
 * <p>Nobody is chosen twice: somebody with several reasons stands under the most pressing one. The reasons take turns until
 * ten people are chosen, so that one that concerns many does not leave out the others. Of one reason, the earliest
 * {@link PersonToTalkTo#since} comes first.
 */
final class PeopleToTalkTo {

    static final int MOST = 10;

    private static final Comparator<PersonToTalkTo> ORDER = Comparator.comparing(PersonToTalkTo::since)
            .thenComparing(PersonToTalkTo::repository)
            .thenComparingLong(PersonToTalkTo::number)
            .thenComparingLong(PersonToTalkTo::person);
    // So many that ten are left when all who were chosen for other reasons are taken out.
    private static final int KEPT = MOST * Reason.values().length;

    private final Map<Reason, Shortlist> shortlists = new EnumMap<>(Reason.class);

    PeopleToTalkTo() {
        for (Reason reason : Reason.values()) {
            shortlists.put(reason, new Shortlist(KEPT));
        }
    }

    /** Takes in a candidate; only as many are remembered as can be chosen. */
    void offer(PersonToTalkTo candidate) {
        Shortlist shortlist = shortlists.get(candidate.reason());
        if (shortlist != null) {
            shortlist.offer(candidate);
        }
    }

    void offerAll(Collection<PersonToTalkTo> candidates) {
        candidates.forEach(this::offer);
    }

    /** The first ten of each reason, by reason, each person once. */
    List<PersonToTalkTo> shortlisted() {
        return byReason().values().stream().flatMap(List::stream).toList();
    }

    /** Those who are chosen, by reason. */
    List<PersonToTalkTo> chosen() {
        Map<Reason, List<PersonToTalkTo>> candidates = byReason();
        List<PersonToTalkTo> chosen = new ArrayList<>();
        for (int turn = 0; turn < MOST; turn++) {
            for (List<PersonToTalkTo> ofReason : candidates.values()) {
                if (turn < ofReason.size() && chosen.size() < MOST) {
                    chosen.add(ofReason.get(turn));
                }
            }
        }
        chosen.sort(Comparator.comparing(PersonToTalkTo::reason).thenComparing(ORDER));
        return List.copyOf(chosen);
    }

    private Map<Reason, List<PersonToTalkTo>> byReason() {
        Set<Long> taken = new HashSet<>();
        Map<Reason, List<PersonToTalkTo>> candidates = new EnumMap<>(Reason.class);
        shortlists.forEach((reason, shortlist) -> candidates.put(
                reason,
                shortlist.inOrder().stream()
                        .filter(candidate -> !taken.contains(candidate.person()))
                        .limit(MOST)
                        .peek(candidate -> taken.add(candidate.person()))
                        .toList()));
        return candidates;
    }

    /** The first of any number of candidates, each person once. */
    private static final class Shortlist {

        private final int most;
        private final TreeSet<PersonToTalkTo> first = new TreeSet<>(ORDER);
        private final Map<Long, PersonToTalkTo> byPerson = new HashMap<>();

        Shortlist(int most) {
            this.most = most;
        }

        void offer(PersonToTalkTo candidate) {
            @Nullable PersonToTalkTo known = byPerson.get(candidate.person());
            if (known != null && ORDER.compare(known, candidate) <= 0) {
                return;
            }
            if (known != null) {
                first.remove(known);
            }
            first.add(candidate);
            byPerson.put(candidate.person(), candidate);
            if (first.size() > most) {
                byPerson.remove(first.pollLast().person());
            }
        }

        List<PersonToTalkTo> inOrder() {
            return List.copyOf(first);
        }
    }
}
