// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.peoplefile;

import java.util.List;

/** A part of a YAML document, with the line where it begins. */
sealed interface YamlNode {

    int line();

    /** What a scalar that stands without quotes is by YAML's core schema; in quotes it is always text. */
    enum Kind {
        TEXT,
        NUMBER,
        TRUTH,
        NOTHING
    }

    /**
     * A single value.
     *
     * @param text as it is written, without quotes
     */
    record Scalar(int line, String text, Kind kind) implements YamlNode {}

    /** A list. */
    record Sequence(int line, List<YamlNode> items) implements YamlNode {}

    /** Keys, of which none is there twice, with their values. */
    record Mapping(int line, List<Entry> entries) implements YamlNode {}

    /** What it is has already been called a mistake. */
    record Unreadable(int line) implements YamlNode {}

    /** A key with its value. */
    record Entry(Scalar key, YamlNode value) {}

    /** Nothing is written where a value could be. */
    default boolean isNothing() {
        return this instanceof Scalar scalar && scalar.kind() == Kind.NOTHING;
    }
}
