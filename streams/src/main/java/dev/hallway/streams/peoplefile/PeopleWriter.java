// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.peoplefile;

import dev.hallway.people.Affiliation;
import dev.hallway.people.PeopleRegistry;
import dev.hallway.people.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.emitter.Emitter;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Writes a registry as {@code people.yaml}, as a person would write it. */
public final class PeopleWriter {

    private static final ImplicitTuple WITHOUT_TAG = new ImplicitTuple(true, true);

    private final StringBuilder text = new StringBuilder();
    private final ScalarResolver kinds = new CoreSchema().getScalarResolver();
    private final Emitter emitter;

    private PeopleWriter() {
        DumpSettings settings = DumpSettings.builder()
                .setWidth(Integer.MAX_VALUE)
                .setSplitLines(false)
                .setUseUnicodeEncoding(true)
                .setIndent(4)
                .setIndicatorIndent(2)
                .build();
        this.emitter = new Emitter(settings, new StreamDataWriter() {
            @Override
            public void write(String part) {
                text.append(part);
            }

            @Override
            public void write(String part, int offset, int length) {
                text.append(part, offset, offset + length);
            }
        });
    }

    /** The text of a file that reads back as this registry. */
    public static String write(PeopleRegistry registry) {
        PeopleWriter writer = new PeopleWriter();
        writer.document(registry);
        return writer.text.toString();
    }

    private void document(PeopleRegistry registry) {
        emitter.emit(new StreamStartEvent());
        emitter.emit(new DocumentStartEvent(false, Optional.empty(), Map.of()));
        begin(FlowStyle.BLOCK);
        key("home");
        texts(registry.getHome());
        if (!registry.getAddedBots().isEmpty() || !registry.getRemovedBots().isEmpty()) {
            key("bots");
            begin(FlowStyle.FLOW);
            list("add", registry.getAddedBots());
            list("remove", registry.getRemovedBots());
            end();
        }
        key("people");
        beginList(registry.getPeople().isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
        registry.getPeople().forEach(this::person);
        endList();
        end();
        emitter.emit(new DocumentEndEvent(false));
        emitter.emit(new StreamEndEvent());
    }

    private void person(Person person) {
        begin(FlowStyle.BLOCK);
        list("logins", person.getLogins());
        if (!person.getIds().isEmpty()) {
            key("ids");
            beginList(FlowStyle.FLOW);
            person.getIds().forEach(id -> plain(Long.toString(id)));
            endList();
        }
        if (person.getBot() != null) {
            key("bot");
            plain(person.getBot().toString());
        }
        if (person.getMaintainer() != null) {
            key("maintainer");
            plain(person.getMaintainer().toString());
        } else {
            list("maintainer", person.getMaintainerOf());
        }
        if (!person.getAffiliations().isEmpty()) {
            key("organisations");
            beginList(FlowStyle.BLOCK);
            person.getAffiliations().forEach(this::affiliation);
            endList();
        }
        end();
    }

    private void affiliation(Affiliation affiliation) {
        begin(FlowStyle.FLOW);
        key("name");
        text(affiliation.getOrganisation());
        if (affiliation.getFrom() != null) {
            key("from");
            plain(affiliation.getFrom().toString());
        }
        if (affiliation.getTo() != null) {
            key("to");
            plain(affiliation.getTo().toString());
        }
        end();
    }

    private void list(String key, List<String> values) {
        if (!values.isEmpty()) {
            key(key);
            texts(values);
        }
    }

    private void texts(List<String> values) {
        beginList(FlowStyle.FLOW);
        values.forEach(this::text);
        endList();
    }

    private void key(String name) {
        plain(name);
    }

    /** In quotes if YAML would take it for something else; the library quotes what would end a value. */
    private void text(String value) {
        scalar(value, kinds.resolve(value, true).equals(Tag.STR) ? ScalarStyle.PLAIN : ScalarStyle.SINGLE_QUOTED);
    }

    private void plain(String value) {
        scalar(value, ScalarStyle.PLAIN);
    }

    private void scalar(String value, ScalarStyle style) {
        emitter.emit(new ScalarEvent(Optional.empty(), Optional.empty(), WITHOUT_TAG, value, style));
    }

    private void begin(FlowStyle style) {
        emitter.emit(new MappingStartEvent(Optional.empty(), Optional.empty(), true, style));
    }

    private void end() {
        emitter.emit(new MappingEndEvent());
    }

    private void beginList(FlowStyle style) {
        emitter.emit(new SequenceStartEvent(Optional.empty(), Optional.empty(), true, style));
    }

    private void endList() {
        emitter.emit(new SequenceEndEvent());
    }
}
