// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.peoplefile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Reads a YAML document piece by piece, so that a large one is never in memory as a tree.
 *
 * <p>Every method may throw what the library throws where the YAML is broken. Anchors, aliases and tags are mistakes: no
 * registry needs them, and without them a small file is a small registry. The library's own composer would follow them,
 * and any depth, before anybody could object.
 */
final class YamlReader {

    private static final int DEEPEST = 8;

    private final Iterator<Event> events;
    private final ScalarResolver kinds = new CoreSchema().getScalarResolver();
    private final Mistakes mistakes;
    private int depth;
    private @Nullable Event peeked;

    YamlReader(String text, Mistakes mistakes) {
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        this.events = new Parse(settings).parseString(text).iterator();
        this.mistakes = mistakes;
    }

    /** Goes to the beginning of the document; false if there is none. */
    boolean begin() {
        skip(StreamStartEvent.class);
        return skip(DocumentStartEvent.class);
    }

    /** Goes to the end; a second document is a mistake, and not read. */
    void end() {
        skip(DocumentEndEvent.class);
        if (peek() instanceof DocumentStartEvent second) {
            mistakes.add(line(second), "A second document begins here: a file holds one; remove the line '---'.");
        }
    }

    boolean atMapping() {
        return peek() instanceof MappingStartEvent;
    }

    boolean atSequence() {
        return peek() instanceof SequenceStartEvent;
    }

    /**
     * Reads a mapping.
     *
     * @param entry is called after each key that is there for the first time, and has to read its value
     * @return where it begins
     */
    int mapping(Consumer<YamlNode.Scalar> entry) {
        int line = enter();
        Map<String, Integer> seen = new HashMap<>();
        while (!skip(MappingEndEvent.class)) {
            YamlNode key = node();
            if (key instanceof YamlNode.Scalar scalar && isNew(scalar, seen)) {
                entry.accept(scalar);
            } else {
                if (!(key instanceof YamlNode.Scalar)) {
                    mistakes.add(key.line(), "A key is a single word, not a list or a mapping: correct it.");
                }
                node();
            }
        }
        depth--;
        return line;
    }

    /**
     * Reads a sequence.
     *
     * @param item is called before each item, and has to read it
     * @return where it begins
     */
    int sequence(Runnable item) {
        int line = enter();
        while (!skip(SequenceEndEvent.class)) {
            item.run();
        }
        depth--;
        return line;
    }

    /** Reads whatever comes. */
    YamlNode node() {
        if (atMapping()) {
            List<YamlNode.Entry> entries = new ArrayList<>();
            int line = mapping(key -> entries.add(new YamlNode.Entry(key, node())));
            return new YamlNode.Mapping(line, entries);
        }
        if (atSequence()) {
            List<YamlNode> items = new ArrayList<>();
            int line = sequence(() -> items.add(node()));
            return new YamlNode.Sequence(line, items);
        }
        Event event = next();
        refuseAnchor(event);
        if (event instanceof AliasEvent alias) {
            mistakes.add(
                    line(alias), "*" + alias.getAlias() + " is an alias, and aliases are not read: write the value.");
            return new YamlNode.Unreadable(line(alias));
        }
        ScalarEvent scalar = (ScalarEvent) event;
        refuseTag(scalar, scalar.getTag());
        return new YamlNode.Scalar(line(scalar), scalar.getValue(), kind(scalar));
    }

    private int enter() {
        CollectionStartEvent start = (CollectionStartEvent) next();
        refuseAnchor(start);
        refuseTag(start, start.getTag());
        depth++;
        if (depth > DEEPEST) {
            throw new ParserException(
                    "",
                    Optional.empty(),
                    "lists and mappings are more than " + DEEPEST + " levels deep, and a registry needs five",
                    start.getStartMark());
        }
        return line(start);
    }

    private boolean isNew(YamlNode.Scalar key, Map<String, Integer> seen) {
        Integer earlier = seen.putIfAbsent(key.text(), key.line());
        if (earlier != null) {
            mistakes.add(
                    key.line(),
                    "The key " + Shown.of(key.text()) + " is already in line " + earlier
                            + ": a key is there once; put both together, or remove one.");
        }
        return earlier == null;
    }

    private void refuseAnchor(Event event) {
        if (event instanceof NodeEvent node && !(event instanceof AliasEvent)) {
            node.getAnchor()
                    .ifPresent(anchor -> mistakes.add(
                            line(event), "&" + anchor + " is an anchor, and anchors are not read: remove it."));
        }
    }

    private void refuseTag(Event event, Optional<String> tag) {
        tag.ifPresent(name ->
                mistakes.add(line(event), "The tag " + Shown.of(name) + " is not read: write the value alone."));
    }

    private YamlNode.Kind kind(ScalarEvent scalar) {
        if (!scalar.isPlain()) {
            return YamlNode.Kind.TEXT;
        }
        Tag tag = kinds.resolve(scalar.getValue(), true);
        if (tag.equals(Tag.NULL)) {
            return YamlNode.Kind.NOTHING;
        }
        if (tag.equals(Tag.BOOL)) {
            return YamlNode.Kind.TRUTH;
        }
        return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) ? YamlNode.Kind.NUMBER : YamlNode.Kind.TEXT;
    }

    private boolean skip(Class<? extends Event> type) {
        boolean there = type.isInstance(peek());
        if (there) {
            next();
        }
        return there;
    }

    private Event peek() {
        if (peeked == null) {
            peeked = events.next();
        }
        return peeked;
    }

    private Event next() {
        Event next = peek();
        peeked = null;
        return next;
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }
}
