// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import dev.hallway.contract.ItemKey;
import dev.hallway.github.AuthorAssociation;
import dev.hallway.github.PullRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who is a maintainer of which repository, and since when: by association, or because they merge. */
final class Maintainers {

    private final Map<List<Object>, Instant> firstMerges = new HashMap<>();

    static Maintainers of(FinalFacts facts) {
        Maintainers maintainers = new Maintainers();
        for (PullRequest pull : facts.pullRequests()) {
            PullRequest answer = facts.answers().get(FinalFacts.key(pull));
            Person merger = answer == null ? Person.of(null) : Person.of(answer.getMergedBy());
            if (pull.getMergedAt() != null && !merger.unknown()) {
                maintainers.firstMerges.merge(
                        key(pull.getRepository(), merger), pull.getMergedAt(), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        return maintainers;
    }

    boolean isMaintainers(ItemKey item, Person person, AuthorAssociation association, Instant at) {
        if (person.bot()) {
            return false;
        }
        Instant first = person.unknown() ? null : firstMerges.get(key(item.repository(), person));
        return Facts.isMaintainer(association) || (first != null && !first.isAfter(at));
    }

    private static List<Object> key(String repository, Person person) {
        return List.of(repository.toLowerCase(Locale.ROOT), person.id().orElseThrow());
    }
}
