// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.affiliations;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files {@code developers_affiliations*.txt} of cncf/gitdm.
 *
 * <p>A line {@code login: name!domain, ...} begins a developer; the lines after it, with a tab in front, are organisations:
 * {@code Organisation}, with {@code from YYYY-MM-DD} and {@code until YYYY-MM-DD}. Where only ends are given, a span begins
 * when the one before it ends. The same login may be there several times, with other addresses.
 */
public final class Gitdm implements Source {

    private static final String ROBOTS = "(Robots)";
    private static final String DAY = "([0-9]{4}-[0-9]{2}-[0-9]{2})";
    private static final Pattern SPAN =
            Pattern.compile("(.*?)(?:\\s+from\\s+" + DAY + ")?(?:\\s+until\\s+" + DAY + ")?");

    /** A reader of such files. */
    public Gitdm() {}

    @Override
    public void read(BufferedReader text, String file, RegistryDraft draft) throws IOException {
        Optional<Developer> developer = Optional.empty();
        int number = 0;
        for (String line = text.readLine(); line != null; line = text.readLine()) {
            number++;
            String place = file + ":" + number;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (Character.isWhitespace(line.charAt(0))) {
                String span = line.strip();
                if (developer.isPresent()) {
                    developer.get().span(span, place, draft);
                } else {
                    draft.omit(place, Omission.Reason.UNREADABLE, "An organisation stands before the first developer.");
                }
            } else {
                developer = Optional.of(developer(line, place, draft));
            }
        }
    }

    private static Developer developer(String line, String place, RegistryDraft draft) {
        int colon = line.indexOf(':');
        // A star marks those who are there several times.
        String login = (colon < 0 ? line : line.substring(0, colon)).strip().replaceFirst("\\*$", "");
        PersonDraft person = draft.personOf(login).orElseGet(draft::newPerson);
        draft.addLogin(person, login, place);
        if (person.hasAccounts() && colon >= 0) {
            for (String address : line.substring(colon + 1).split(",", -1)) {
                draft.addIdOf(person, address, List.of(login));
            }
        }
        return new Developer(login, person);
    }

    /** A developer whose organisations follow. */
    private static final class Developer {

        private final String login;
        private final PersonDraft person;
        private final List<LocalDate> ends = new ArrayList<>();

        Developer(String login, PersonDraft person) {
            this.login = login;
            this.person = person;
        }

        void span(String text, String place, RegistryDraft draft) {
            Matcher parts = SPAN.matcher(text);
            if (!person.hasAccounts() || !parts.matches()) {
                return;
            }
            String organisation = parts.group(1);
            if (organisation.equals(ROBOTS)) {
                person.markAsBot();
                return;
            }
            try {
                @Nullable LocalDate from = day(parts.group(2));
                @Nullable LocalDate until = day(parts.group(3));
                if (from == null && !ends.isEmpty()) {
                    from = ends.get(ends.size() - 1);
                }
                if (until != null) {
                    ends.add(until);
                }
                draft.addSpan(person, organisation, from, until, place + ": " + login);
            } catch (DateTimeException wrong) {
                draft.omit(place + ": " + login, Omission.Reason.DATES, "'" + text + "' has a date that is no day.");
            }
        }

        private static @Nullable LocalDate day(@Nullable String text) {
            return text == null ? null : LocalDate.parse(text);
        }
    }
}
