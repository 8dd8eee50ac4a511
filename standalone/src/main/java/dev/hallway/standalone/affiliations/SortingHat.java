// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.affiliations;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Identities of GrimoireLab's SortingHat as JSON: what {@code sortinghat export --identities} of version 0.7 writes, and what
 * the GraphQL API of later ones, which cannot export, answers to {@link #QUERY}.
 */
public final class SortingHat implements Source {

    /** The question to the API of SortingHat 0.8 and later that has the same answer as an export. */
    public static final String QUERY = "{ individuals(page: 1, pageSize: 1000) { entities { mk profile { isBot }"
            + " identities { source username email } enrollments { group { name } start end } }"
            + " pageInfo { page numPages } } }";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String GITHUB = "github";
    // How SortingHat writes that a span has no beginning or no end.
    private static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);
    private static final LocalDate FOR_EVER = LocalDate.of(2100, 1, 1);
    private static final int LENGTH_OF_A_DAY = 10;

    private final Set<Integer> pages = new HashSet<>();
    private int pagesThereAre;

    /** A reader of such files. */
    public SortingHat() {}

    @Override
    public void read(BufferedReader text, String file, RegistryDraft draft) throws IOException {
        boolean found = false;
        try (JsonParser json = JSON.createParser(text)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token != JsonToken.FIELD_NAME) {
                    continue;
                }
                String field = json.currentName();
                JsonToken value = json.nextToken();
                if (field.equals("uidentities") && value == JsonToken.START_OBJECT) {
                    found = true;
                    while (json.nextToken() == JsonToken.FIELD_NAME) {
                        String uuid = json.currentName();
                        json.nextToken();
                        individual(uuid, json.readValueAsTree(), file, draft);
                    }
                } else if (field.equals("entities") && value == JsonToken.START_ARRAY) {
                    found = true;
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        JsonNode individual = json.readValueAsTree();
                        individual(individual.path("mk").asText(), individual, file, draft);
                    }
                } else if (field.equals("pageInfo") && value == JsonToken.START_OBJECT) {
                    JsonNode page = json.readValueAsTree();
                    pages.add(page.path("page").asInt());
                    pagesThereAre =
                            Math.max(pagesThereAre, page.path("numPages").asInt());
                } else if (!List.of("data", "individuals").contains(field)) {
                    json.skipChildren();
                }
            }
        }
        if (!found) {
            throw new IOException(
                    "it has neither 'uidentities', as an export of identities has, nor 'entities', as the API"
                            + " answers");
        }
    }

    @Override
    public Optional<String> missing() {
        return pages.size() >= pagesThereAre
                ? Optional.empty()
                : Optional.of("The API's answer has " + pagesThereAre + " pages, and " + pages.size()
                        + " of them were read: name the files of all.");
    }

    private static void individual(String uuid, JsonNode individual, String file, RegistryDraft draft) {
        String place = file + ": " + uuid;
        List<String> logins = new ArrayList<>();
        for (JsonNode identity : individual.path("identities")) {
            String login = identity.path("username").asText("").strip();
            if (identity.path("source").asText("").toLowerCase(Locale.ROOT).startsWith(GITHUB) && !login.isEmpty()) {
                logins.add(login);
            }
        }
        if (logins.isEmpty()) {
            draft.omit(place, Omission.Reason.NO_LOGIN, "No identity with the source github has a username.");
            return;
        }
        PersonDraft person = draft.newPerson();
        logins.forEach(login -> draft.addLogin(person, login, place));
        if (!person.hasAccounts()) {
            return;
        }
        for (JsonNode identity : individual.path("identities")) {
            draft.addIdOf(person, identity.path("email").asText(""), logins);
        }
        JsonNode profile = individual.path("profile");
        if (profile.path("is_bot").asBoolean() || profile.path("isBot").asBoolean()) {
            person.markAsBot();
        }
        enrollments(individual, place, draft)
                .forEach(span -> draft.addSpan(person, span.organisation(), span.from(), span.to(), place));
    }

    /** Short ones first: one without beginning and end is often there beside those that are known better. */
    private static List<Enrollment> enrollments(JsonNode individual, String place, RegistryDraft draft) {
        List<Enrollment> enrollments = new ArrayList<>();
        for (JsonNode enrollment : individual.path("enrollments")) {
            JsonNode organisation = enrollment.path("organization");
            String name = organisation.isTextual()
                    ? organisation.asText()
                    : enrollment.path("group").path("name").asText("");
            try {
                enrollments.add(new Enrollment(
                        name,
                        from(enrollment.path("start").asText("")),
                        to(enrollment.path("end").asText(""))));
            } catch (DateTimeException wrong) {
                draft.omit(place, Omission.Reason.DATES, "The enrollment in '" + name + "' has a date that is no day.");
            }
        }
        enrollments.sort(Comparator.comparingLong(Enrollment::days)
                .thenComparing(Enrollment::begin)
                .thenComparing(Enrollment::organisation));
        return enrollments;
    }

    private static @Nullable LocalDate from(String time) {
        LocalDate day = day(time);
        return day == null || !day.isAfter(ALWAYS) ? null : day;
    }

    /** The first day that no longer counts: the one of the end, if that is midnight. */
    private static @Nullable LocalDate to(String time) {
        LocalDate day = day(time);
        if (day == null || !day.isBefore(FOR_EVER)) {
            return null;
        }
        boolean midnight = time.length() == LENGTH_OF_A_DAY || time.startsWith("00:00", LENGTH_OF_A_DAY + 1);
        return midnight ? day : day.plusDays(1);
    }

    private static @Nullable LocalDate day(String time) {
        return time.isEmpty() ? null : LocalDate.parse(time.substring(0, Math.min(LENGTH_OF_A_DAY, time.length())));
    }

    private record Enrollment(
            String organisation,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        LocalDate begin() {
            return Objects.requireNonNullElse(from, ALWAYS);
        }

        long days() {
            return ChronoUnit.DAYS.between(begin(), Objects.requireNonNullElse(to, FOR_EVER));
        }
    }
}
