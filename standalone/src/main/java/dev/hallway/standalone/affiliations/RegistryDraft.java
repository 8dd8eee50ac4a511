// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.affiliations;

import dev.hallway.people.Affiliation;
import dev.hallway.people.PeopleRegistry;
import dev.hallway.streams.peoplefile.Names;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A registry while files are read into it; no account is there twice, and no two spans of a person overlap. */
public final class RegistryDraft {

    // GitHub's addresses that hide another: an id, where the account is not older than those, and the login.
    private static final Pattern NOREPLY = Pattern.compile(
            "([1-9][0-9]{0,17})\\+([^@!]+)[@!]users\\.noreply\\.github\\.com", Pattern.CASE_INSENSITIVE);
    private static final Set<String> NO_ORGANISATION =
            Set.of("independent", "notfound", "not found", "unknown", "?", "-", "");

    private final List<PersonDraft> people = new ArrayList<>();
    private final Map<String, PersonDraft> byLogin = new HashMap<>();
    private final Set<Long> ids = new HashSet<>();
    private final Consumer<Omission> omitted;

    /** An empty one; what is not taken is handed on as it is met. */
    public RegistryDraft(Consumer<Omission> omitted) {
        this.omitted = omitted;
    }

    PersonDraft newPerson() {
        PersonDraft person = new PersonDraft();
        people.add(person);
        return person;
    }

    /** Whoever has the login. */
    Optional<PersonDraft> personOf(String login) {
        return Optional.ofNullable(byLogin.get(login.toLowerCase(Locale.ROOT)));
    }

    /** Gives a person a login, unless it is none of GitHub's or somebody else has it. */
    void addLogin(PersonDraft person, String login, String place) {
        Optional<String> wrong = Names.wrongLogin(login);
        if (wrong.isPresent()) {
            omit(place, Omission.Reason.NO_LOGIN, wrong.get());
            return;
        }
        PersonDraft holder = byLogin.putIfAbsent(login.toLowerCase(Locale.ROOT), person);
        if (holder == null) {
            person.addLogin(login);
        } else if (holder != person) {
            omit(place, Omission.Reason.CLAIMED, "The login '" + login + "' belongs to somebody before it already.");
        }
    }

    /** Gives a person the id that an address of GitHub's tells of one of these logins, unless somebody else has it. */
    void addIdOf(PersonDraft person, String address, List<String> logins) {
        Matcher matcher = NOREPLY.matcher(address.strip());
        if (matcher.matches() && logins.stream().anyMatch(matcher.group(2)::equalsIgnoreCase)) {
            long id = Long.parseLong(matcher.group(1));
            if (ids.add(id)) {
                person.addId(id);
            }
        }
    }

    /** Puts a person into an organisation for a span, as far as it is one and overlaps none. */
    void addSpan(PersonDraft person, String name, @Nullable LocalDate from, @Nullable LocalDate to, String place) {
        String organisation = name.strip();
        if (isNone(organisation)) {
            return;
        }
        Optional<String> wrong = Names.wrongOrganisation(organisation);
        if (wrong.isPresent()) {
            omit(place, Omission.Reason.NAME, wrong.get());
        } else if (from != null && to != null && !from.isBefore(to)) {
            omit(place, Omission.Reason.DATES, shown(organisation, from, to) + " ends before it begins.");
        } else {
            Optional<Affiliation> other = person.addSpan(new Affiliation(organisation, from, to));
            other.ifPresent(earlier -> omit(
                    place,
                    Omission.Reason.OVERLAP,
                    shown(organisation, from, to) + " overlaps "
                            + shown(earlier.getOrganisation(), earlier.getFrom(), earlier.getTo()) + "."));
        }
    }

    void omit(String place, Omission.Reason reason, String sentence) {
        omitted.accept(new Omission(place, reason, sentence));
    }

    /** Whether a name says that somebody belongs to no organisation, or that nobody knows. */
    private static boolean isNone(String organisation) {
        String bare = organisation.startsWith("(") && organisation.endsWith(")")
                ? organisation.substring(1, organisation.length() - 1)
                : organisation;
        return NO_ORGANISATION.contains(bare.strip().toLowerCase(Locale.ROOT));
    }

    private static String shown(String organisation, @Nullable LocalDate from, @Nullable LocalDate to) {
        return "'" + organisation + "'" + (from == null ? "" : " from " + from) + (to == null ? "" : " to " + to);
    }

    /** People of whom nothing is known but their account, who are not in the registry. */
    public long withoutOrganisation() {
        return people.stream()
                .filter(person -> person.hasAccounts() && !person.saysSomething())
                .count();
    }

    /** All who are known by a login, sorted by it. */
    public PeopleRegistry registry(List<String> home) {
        return new PeopleRegistry(
                home.stream().distinct().toList(),
                List.of(),
                List.of(),
                people.stream()
                        .filter(person -> person.hasAccounts() && person.saysSomething())
                        .sorted(Comparator.comparing(PersonDraft::firstLogin))
                        .map(PersonDraft::person)
                        .toList());
    }
}
