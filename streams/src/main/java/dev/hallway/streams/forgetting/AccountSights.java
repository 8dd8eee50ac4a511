// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.forgetting;

import dev.hallway.github.Account;
import dev.hallway.people.PeopleRegistry;
import dev.hallway.people.Person;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts were seen under which logins: GitHub's id of an account survives a rename, and a login that was given up
 * may be somebody else's now.
 */
final class AccountSights {

    private record Sight(String login, Instant at) {}

    private final Map<Long, Sight> latest = new HashMap<>();
    private final Map<Long, Set<String>> logins = new HashMap<>();

    /** An account was seen; nobody if its owner deleted it. */
    void see(@Nullable Account account, Instant at) {
        if (account == null) {
            return;
        }
        String login = lower(account.getLogin());
        logins.computeIfAbsent(account.getId(), id -> new HashSet<>(1)).add(login);
        latest.merge(
                account.getId(), new Sight(login, at), (one, other) -> one.at().isAfter(other.at()) ? one : other);
    }

    /**
     * All accounts of the people with these logins: those that bear one now, or, if none does, bore it; with every login
     * under which they were seen, unless it is somebody else's now; and with all accounts of their entries in the registry.
     *
     * @param wanted in any case
     */
    SoughtAccounts of(Collection<String> wanted, PeopleRegistry registry) {
        Set<String> all = wanted.stream().map(AccountSights::lower).collect(Collectors.toSet());
        Set<Long> ids = new HashSet<>();
        for (Person person : registry.getPeople()) {
            List<String> own =
                    person.getLogins().stream().map(AccountSights::lower).toList();
            if (own.stream().anyMatch(all::contains)) {
                all.addAll(own);
                ids.addAll(person.getIds());
            }
        }
        all.forEach(login -> ids.addAll(bearersOf(login)));
        Set<String> othersNow = latest.entrySet().stream()
                .filter(account -> !ids.contains(account.getKey()))
                .map(account -> account.getValue().login())
                .collect(Collectors.toSet());
        ids.forEach(id -> logins.getOrDefault(id, Set.of()).stream()
                .filter(login -> !othersNow.contains(login))
                .forEach(all::add));
        return new SoughtAccounts(all, ids);
    }

    private Set<Long> bearersOf(String login) {
        Set<Long> now = latest.entrySet().stream()
                .filter(account -> account.getValue().login().equals(login))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return !now.isEmpty()
                ? now
                : logins.entrySet().stream()
                        .filter(account -> account.getValue().contains(login))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
    }

    private static String lower(String login) {
        return login.toLowerCase(Locale.ROOT);
    }
}
