// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.peoplefile;

import dev.hallway.people.Affiliation;
import dev.hallway.people.Person;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads entries of {@code people}: somebody with accounts and organisations. */
final class EntryReader {

    private static final Keys ENTRY =
            Keys.of("an entry of people", "logins", "ids", "bot", "maintainer", "organisations");
    private static final Keys SPAN = Keys.of("an organisation", "name", "from", "to");
    private static final String ONE_PERSON = "an account belongs to one person; leave it out of one place.";

    private final Mistakes mistakes;
    private final Values values;
    private final Claims<String> logins;
    private final Claims<Long> ids;

    EntryReader(Mistakes mistakes) {
        this.mistakes = mistakes;
        this.values = new Values(mistakes);
        this.logins = new Claims<>(ONE_PERSON, mistakes);
        this.ids = new Claims<>(ONE_PERSON, mistakes);
    }

    /** The person that an entry names; what is wrong in it is left out, and said. */
    Person read(YamlNode node) {
        List<String> loginsOfEntry = new ArrayList<>();
        List<Long> idsOfEntry = new ArrayList<>();
        Optional<Boolean> bot = Optional.empty();
        Optional<Boolean> maintainer = Optional.empty();
        List<String> maintainerOf = new ArrayList<>();
        List<Affiliation> affiliations = List.of();
        boolean named = false;
        List<YamlNode.Entry> known = values.entries(ENTRY, node);
        for (YamlNode.Entry entry : known) {
            YamlNode value = entry.value();
            switch (entry.key().text()) {
                case "logins" -> {
                    named |= !isEmpty(value);
                    values.texts("logins", "a login", value).forEach(login -> addLogin(loginsOfEntry, login));
                }
                case "ids" -> {
                    named |= !isEmpty(value);
                    values.items("ids", value).forEach(id -> addId(idsOfEntry, id));
                }
                case "bot" -> bot = values.truth("bot", value);
                case "maintainer" -> maintainer = maintainer(maintainerOf, value);
                default -> affiliations = affiliations(value);
            }
        }
        // A key that is not known was perhaps meant to name an account, and has been called a mistake.
        if (!named
                && node instanceof YamlNode.Mapping mapping
                && known.size() == mapping.entries().size()) {
            mistakes.add(
                    node.line(),
                    "This entry has neither logins nor ids, so it is nobody: name an account, as logins: [alice], or"
                            + " remove the entry.");
        }
        return person(loginsOfEntry, idsOfEntry, bot.orElse(null), maintainer.orElse(null), maintainerOf, affiliations);
    }

    /** Avro's constructor does not say what may be null. */
    private static Person person(
            List<String> logins,
            List<Long> ids,
            @Nullable Boolean bot,
            @Nullable Boolean maintainer,
            List<String> maintainerOf,
            List<Affiliation> affiliations) {
        return new Person(logins, ids, bot, maintainer, maintainerOf, affiliations);
    }

    /** Whether no account is named; a value of the wrong type is a mistake of its own. */
    private static boolean isEmpty(YamlNode node) {
        return node.isNothing()
                || (node instanceof YamlNode.Sequence list && list.items().isEmpty());
    }

    private void addLogin(List<String> to, YamlNode.Scalar login) {
        Optional<String> wrong = Names.wrongLogin(login.text());
        if (wrong.isPresent()) {
            mistakes.add(login.line(), wrong.get());
        } else if (logins.isFirst(
                login.text().toLowerCase(Locale.ROOT), "The login '" + login.text() + "'", login.line())) {
            to.add(login.text());
        }
    }

    private void addId(List<Long> to, YamlNode node) {
        values.id(node)
                .filter(id -> ids.isFirst(id, "The id " + id, node.line()))
                .ifPresent(to::add);
    }

    /** Whether it is so everywhere; a list of repositories goes to the other one. */
    private Optional<Boolean> maintainer(List<String> of, YamlNode node) {
        if (node instanceof YamlNode.Sequence patterns) {
            values.texts("maintainer", "a repository", patterns).forEach(pattern -> addRepositories(of, pattern));
            return Optional.empty();
        }
        if (node instanceof YamlNode.Scalar scalar && scalar.kind() == YamlNode.Kind.TEXT) {
            mistakes.add(
                    node.line(),
                    "Here is " + Shown.of(scalar.text()) + ", but maintainer is true, false, or a list of repositories:"
                            + " write it as [acme/*, dapr/docs].");
            return Optional.empty();
        }
        return values.truth("maintainer", node);
    }

    private void addRepositories(List<String> to, YamlNode.Scalar pattern) {
        Optional<String> wrong = Names.wrongRepositories(pattern.text());
        wrong.ifPresentOrElse(
                sentence -> mistakes.add(pattern.line(), sentence),
                () -> to.add(pattern.text().toLowerCase(Locale.ROOT)));
    }

    private List<Affiliation> affiliations(YamlNode node) {
        List<PlacedSpan> spans = new ArrayList<>();
        for (YamlNode item : values.items("organisations", node)) {
            span(item).ifPresent(spans::add);
        }
        refuseOverlaps(spans);
        return spans.stream().map(PlacedSpan::affiliation).toList();
    }

    private Optional<PlacedSpan> span(YamlNode node) {
        Optional<YamlNode.Scalar> name = Optional.empty();
        Optional<LocalDate> from = Optional.empty();
        Optional<LocalDate> to = Optional.empty();
        boolean named = false;
        for (YamlNode.Entry entry : values.entries(SPAN, node)) {
            switch (entry.key().text()) {
                case "name" -> {
                    named = true;
                    name = values.text("The name of an organisation", entry.value());
                }
                case "from" -> from = values.day("from", entry.value());
                default -> to = values.day("to", entry.value());
            }
        }
        if (!named && node instanceof YamlNode.Mapping) {
            mistakes.add(node.line(), "This organisation has no name: write it, as {name: Example Corp}.");
        }
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            mistakes.add(
                    node.line(),
                    "from is " + from.get() + " and to is " + to.get()
                            + ", but to is the first day that no longer counts, so it comes after from: correct one.");
            return Optional.empty();
        }
        name.flatMap(text -> Names.wrongOrganisation(text.text()))
                .ifPresent(sentence -> mistakes.add(node.line(), sentence));
        @Nullable LocalDate first = from.orElse(null);
        @Nullable LocalDate end = to.orElse(null);
        return name.map(text -> new PlacedSpan(node.line(), new Affiliation(text.text(), first, end)));
    }

    private void refuseOverlaps(List<PlacedSpan> spans) {
        List<PlacedSpan> byBeginning = new ArrayList<>(spans);
        byBeginning.sort(Comparator.comparing(PlacedSpan::from));
        for (int index = 1; index < byBeginning.size(); index++) {
            PlacedSpan earlier = byBeginning.get(index - 1);
            PlacedSpan later = byBeginning.get(index);
            if (later.from().isBefore(earlier.to())) {
                mistakes.add(
                        Math.max(earlier.line(), later.line()),
                        earlier.shown() + " and " + later.shown() + " of one person (lines "
                                + Math.min(earlier.line(), later.line()) + " and "
                                + Math.max(earlier.line(), later.line())
                                + ") overlap, but on one day somebody belongs to one organisation: let one end with 'to'"
                                + " on the day when the other begins.");
                if (earlier.to().isAfter(later.to())) {
                    // What comes next may still overlap with this one.
                    byBeginning.set(index, earlier);
                }
            }
        }
    }

    /** An affiliation with its line. */
    private record PlacedSpan(int line, Affiliation affiliation) {

        LocalDate from() {
            return Optional.ofNullable(affiliation.getFrom()).orElse(LocalDate.MIN);
        }

        LocalDate to() {
            return Optional.ofNullable(affiliation.getTo()).orElse(LocalDate.MAX);
        }

        String shown() {
            return Shown.of(affiliation.getOrganisation());
        }
    }
}
