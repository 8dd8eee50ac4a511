// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.peoplefile;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Values of the types that a registry has, from nodes.
 *
 * <p>A key without a value is as if it were not there. A value of another type is a mistake, and as if it were not there.
 */
final class Values {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final Mistakes mistakes;

    Values(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** A text, as a name or a login; a number without quotes is one, too, as it is written. */
    Optional<YamlNode.Scalar> text(String what, YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            switch (scalar.kind()) {
                case TEXT, NUMBER -> {
                    return Optional.of(scalar);
                }
                case TRUTH ->
                    mistakes.add(
                            scalar.line(),
                            "YAML reads " + Shown.of(scalar.text()) + " as a truth value, and " + what
                                    + " is a text: write it in quotes.");
                case NOTHING ->
                    mistakes.add(
                            scalar.line(), what + " is empty: write it, or remove the place where it would stand.");
            }
            return Optional.empty();
        }
        wrongType(node, what + " is a single text");
        return Optional.empty();
    }

    /** The texts of a list. */
    List<YamlNode.Scalar> texts(String list, String item, YamlNode node) {
        return items(list, node).stream()
                .flatMap(each -> text(item, each).stream())
                .toList();
    }

    /** The items of a list. */
    List<YamlNode> items(String list, YamlNode node) {
        if (node instanceof YamlNode.Sequence sequence) {
            return sequence.items();
        }
        notAList(list, node);
        return List.of();
    }

    /** Says that what should be a list is none, unless nothing is there. */
    void notAList(String list, YamlNode node) {
        if (!node.isNothing()) {
            wrongType(node, list + " is a list, as [this, that]");
        }
    }

    /** The entries of a mapping of which all keys are known. */
    List<YamlNode.Entry> entries(Keys keys, YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            return mapping.entries().stream()
                    .filter(entry -> isKnown(keys, entry.key()))
                    .toList();
        }
        wrongType(node, keys.where() + " is a mapping of " + String.join(", ", keys.known()));
        return List.of();
    }

    boolean isKnown(Keys keys, YamlNode.Scalar key) {
        Optional<String> wrong = keys.wrong(key.text());
        wrong.ifPresent(sentence -> mistakes.add(key.line(), sentence));
        return wrong.isEmpty();
    }

    /** Whether something is so. */
    Optional<Boolean> truth(String what, YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar && scalar.kind() == YamlNode.Kind.TRUTH) {
            return Optional.of(scalar.text().equalsIgnoreCase("true"));
        }
        if (!node.isNothing()) {
            wrongType(node, what + " is true or false");
        }
        return Optional.empty();
    }

    /** An id of an account. */
    Optional<Long> id(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar && scalar.kind() == YamlNode.Kind.NUMBER) {
            try {
                long id = Long.parseLong(scalar.text());
                if (id > 0) {
                    return Optional.of(id);
                }
            } catch (NumberFormatException none) {
                // Said below, as of every other number that is no id.
            }
            mistakes.add(
                    scalar.line(),
                    Shown.of(scalar.text()) + " is not an id: GitHub's ids are whole numbers from 1 on; look it up, or"
                            + " name the login instead.");
            return Optional.empty();
        }
        wrongType(node, "an id is a number, without quotes");
        return Optional.empty();
    }

    /** A day. */
    Optional<LocalDate> day(String what, YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar && !scalar.isNothing()) {
            try {
                return Optional.of(LocalDate.parse(scalar.text(), DAY));
            } catch (DateTimeParseException none) {
                mistakes.add(
                        scalar.line(),
                        what + " is " + Shown.of(scalar.text()) + ", which is not a day: write it as 2021-07-01.");
                return Optional.empty();
            }
        }
        if (!node.isNothing()) {
            wrongType(node, what + " is a day, as 2021-07-01");
        }
        return Optional.empty();
    }

    private void wrongType(YamlNode node, String rule) {
        if (node instanceof YamlNode.Unreadable) {
            return;
        }
        String found = "a mapping";
        if (node instanceof YamlNode.Scalar scalar) {
            found = scalar.isNothing() ? "nothing" : Shown.of(scalar.text());
        } else if (node instanceof YamlNode.Sequence) {
            found = "a list";
        }
        mistakes.add(node.line(), "Here is " + found + ", but " + rule + ": correct it.");
    }
}
