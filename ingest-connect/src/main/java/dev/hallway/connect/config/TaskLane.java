// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect.config;

import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.access.Identity;
import dev.hallway.ingest.access.LanePlan;
import dev.hallway.ingest.github.QuotaReserve;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one task does: the repositories that it reads with one identity.
 *
 * @param number from 0
 * @param identity who asks
 * @param repositories {@code owner/repo} each
 */
public record TaskLane(int number, Identity identity, List<String> repositories) {

    /** Copies the repositories. */
    public TaskLane {
        repositories = List.copyOf(repositories);
    }

    /**
     * Distributes the repositories, in their order: one lane for each token, or for each owner with a GitHub App, but
     * none without a repository, and at least one.
     *
     * @param identities at least one
     * @param most the most lanes there may be
     */
    static List<TaskLane> deal(List<Identity> identities, List<String> repositories, int most) {
        List<String> distinct = distinct(repositories);
        if (identities.get(0) instanceof Identity.App) {
            // Each of its installations has a quota of its own. If there are too few tasks for them, one task reads
            // several.
            List<List<String>> owners = new Access(identities, QuotaReserve.USUAL)
                    .lanes(distinct).stream().map(LanePlan::repositories).toList();
            return inTurns(identities, owners, Math.min(most, owners.size()));
        }
        List<List<String>> single = distinct.stream().map(List::of).toList();
        return inTurns(identities, single, Math.min(most, Math.min(identities.size(), distinct.size())));
    }

    /** A repository added at the end of the list moves no other. */
    private static List<TaskLane> inTurns(List<Identity> identities, List<List<String>> portions, int count) {
        List<TaskLane> lanes = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            List<String> share = new ArrayList<>();
            for (int index = number; index < portions.size(); index += count) {
                share.addAll(portions.get(index));
            }
            lanes.add(new TaskLane(number, identities.get(number % identities.size()), share));
        }
        return lanes;
    }

    /** GitHub's names are case-insensitive, and two lanes must not read the same repository. */
    private static List<String> distinct(List<String> repositories) {
        Map<String, String> first = new TreeMap<>();
        List<String> distinct = new ArrayList<>();
        for (String repository : repositories) {
            if (first.putIfAbsent(repository.toLowerCase(Locale.ROOT), repository) == null) {
                distinct.add(repository);
            }
        }
        return distinct;
    }
}
