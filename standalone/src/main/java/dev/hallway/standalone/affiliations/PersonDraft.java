// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.affiliations;

import dev.hallway.people.Affiliation;
import dev.hallway.people.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody as far as the files have been read. */
final class PersonDraft {

    private final List<String> logins = new ArrayList<>(1);
    private final List<Long> ids = new ArrayList<>(1);
    private final List<Affiliation> spans = new ArrayList<>(1);
    private boolean bot;

    void addLogin(String login) {
        logins.add(login);
    }

    void addId(long id) {
        ids.add(id);
    }

    void markAsBot() {
        bot = true;
    }

    /** Adds a span, unless the same one is there; the one that it overlaps, if it does, and then it is not added. */
    Optional<Affiliation> addSpan(Affiliation span) {
        if (spans.contains(span)) {
            return Optional.empty();
        }
        Optional<Affiliation> other =
                spans.stream().filter(each -> overlap(each, span)).findFirst();
        if (other.isEmpty()) {
            spans.add(span);
        }
        return other;
    }

    boolean hasAccounts() {
        return !logins.isEmpty();
    }

    /** Whether a registry with this person says anything that one without does not. */
    boolean saysSomething() {
        return bot || !spans.isEmpty() || logins.size() > 1;
    }

    /** What people are sorted by. */
    String firstLogin() {
        return logins.stream()
                .map(login -> login.toLowerCase(Locale.ROOT))
                .min(Comparator.naturalOrder())
                .orElse("");
    }

    Person person() {
        List<Affiliation> ordered =
                spans.stream().sorted(Comparator.comparing(PersonDraft::from)).toList();
        List<String> named = logins.stream()
                .sorted(Comparator.comparing((String login) -> login.toLowerCase(Locale.ROOT)))
                .toList();
        @Nullable Boolean flag = bot ? Boolean.TRUE : null;
        return new Person(named, ids.stream().sorted().toList(), flag, null, List.of(), ordered);
    }

    private static boolean overlap(Affiliation one, Affiliation other) {
        return from(one).isBefore(to(other)) && from(other).isBefore(to(one));
    }

    private static LocalDate from(Affiliation span) {
        return Objects.requireNonNullElse(span.getFrom(), LocalDate.MIN);
    }

    private static LocalDate to(Affiliation span) {
        return Objects.requireNonNullElse(span.getTo(), LocalDate.MAX);
    }
}
