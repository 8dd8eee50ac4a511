// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.forgetting;

import dev.hallway.contract.Topics;
import dev.hallway.people.PeopleRegistry;
import dev.hallway.service.topic.CommittedRecords;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds in the topics which accounts are to be forgotten, and what stands in the way. */
final class AccountSearch {

    private static final PeopleRegistry NOBODY = new PeopleRegistry(List.of(), List.of(), List.of(), List.of());

    private final CommittedRecords records;

    AccountSearch(CommittedRecords records) {
        this.records = records;
    }

    /**
     * All accounts of the people with these logins.
     *
     * @param logins in any case
     */
    SoughtAccounts find(Collection<String> logins) {
        AccountSights sights = new AccountSights();
        records.forEach(Topics.ISSUES, key -> true, issue -> sights.see(issue.getAuthor(), issue.getObservedAt()));
        records.forEach(Topics.PULL_REQUESTS, key -> true, pull -> {
            sights.see(pull.getAuthor(), pull.getObservedAt());
            sights.see(pull.getMergedBy(), pull.getObservedAt());
        });
        records.forEach(
                Topics.COMMENTS, key -> true, comment -> sights.see(comment.getAuthor(), comment.getObservedAt()));
        records.forEach(Topics.REVIEWS, key -> true, review -> sights.see(review.getAuthor(), review.getObservedAt()));
        return sights.of(logins, registry());
    }

    /** The repositories that are watched and whose name begins with one of the logins. */
    List<String> ownedBy(SoughtAccounts sought) {
        Set<String> owned = new TreeSet<>();
        records.forEach(Topics.REPOSITORIES, key -> sought.logins().contains(owner(key)), repository -> {
            if (repository.getDeleted()) {
                owned.remove(repository.getFullName());
            } else {
                owned.add(repository.getFullName());
            }
        });
        return List.copyOf(owned);
    }

    /** Who owns the repository with this name, in the case it is given in. */
    static String owner(String repository) {
        int slash = repository.indexOf('/');
        return slash < 0 ? "" : repository.substring(0, slash);
    }

    private PeopleRegistry registry() {
        return records.latest(Topics.PEOPLE).values().stream().findAny().orElse(NOBODY);
    }
}
