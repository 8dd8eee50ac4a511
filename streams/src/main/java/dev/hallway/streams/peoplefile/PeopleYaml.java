// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.peoplefile;

import dev.hallway.people.PeopleRegistry;
import dev.hallway.people.Person;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads the text of a {@code people.yaml}; pure. */
public final class PeopleYaml {

    private static final Keys FILE = Keys.of("the registry", "home", "bots", "people");
    private static final Keys BOTS = Keys.of("bots", "add", "remove");
    private static final String ONCE = "once is enough; remove one.";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Mistakes mistakes = new Mistakes();
    private final Values values = new Values(mistakes);
    private final EntryReader entries = new EntryReader(mistakes);
    private final List<String> home = new ArrayList<>();
    private final List<String> addedBots = new ArrayList<>();
    private final List<String> removedBots = new ArrayList<>();
    private final List<Person> people = new ArrayList<>();

    private PeopleYaml() {}

    /** Reads a file's bytes, which are UTF-8. */
    public static PeopleReading read(ByteBuffer file) {
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = file.duplicate();
        CharBuffer text = CharBuffer.allocate(file.remaining());
        CoderResult result = utf8.decode(bytes, text, true);
        text.flip();
        if (result.isError()) {
            return refused(
                    lineAfter(text),
                    String.format(
                            "The byte 0x%02X is not UTF-8 here: save the file as UTF-8.",
                            Byte.toUnsignedInt(bytes.get())));
        }
        return read(text.toString());
    }

    /** Reads a file's text. */
    public static PeopleReading read(String text) {
        String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        return new PeopleYaml().reading(content);
    }

    private PeopleReading reading(String text) {
        refuseControlCharacters(text);
        if (mistakes.none()) {
            parse(text);
        }
        PeopleRegistry registry = new PeopleRegistry(home, addedBots, removedBots, people);
        if (mistakes.none()) {
            AvroSize.tooLarge(registry).ifPresent(sentence -> mistakes.add(0, sentence));
        }
        return mistakes.none() ? new PeopleReading.Read(registry) : new PeopleReading.Refused(mistakes.byLine());
    }

    private void parse(String text) {
        YamlReader yaml = new YamlReader(text, mistakes);
        try {
            if (yaml.begin()) {
                document(yaml);
                yaml.end();
            }
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark()
                    .or(broken::getContextMark)
                    .map(Mark::getLine)
                    .orElse(-1);
            mistakes.add(
                    line + 1,
                    "This is not YAML: " + problem(broken)
                            + ". Correct it; what follows in the file has not been looked at.");
        } catch (YamlEngineException broken) {
            mistakes.add(0, "This is not YAML: " + broken.getMessage() + ". Correct it.");
        }
    }

    private static String problem(MarkedYamlEngineException broken) {
        String context = Optional.ofNullable(broken.getContext()).orElse("").strip();
        return context.isEmpty() ? broken.getProblem() : context + ", " + broken.getProblem();
    }

    private void document(YamlReader yaml) {
        if (yaml.atMapping()) {
            yaml.mapping(key -> value(key, yaml));
            return;
        }
        YamlNode other = yaml.node();
        if (!other.isNothing()) {
            values.entries(FILE, other);
        }
    }

    private void value(YamlNode.Scalar key, YamlReader yaml) {
        if (key.text().equals("people") && yaml.atSequence()) {
            // One by one: there may be very many.
            yaml.sequence(() -> people.add(entries.read(yaml.node())));
            return;
        }
        YamlNode value = yaml.node();
        if (values.isKnown(FILE, key)) {
            switch (key.text()) {
                case "home" -> home(value);
                case "bots" -> bots(value);
                default -> values.notAList("people", value);
            }
        }
    }

    private void home(YamlNode node) {
        Claims<String> organisations = new Claims<>(ONCE, mistakes);
        for (YamlNode.Scalar name : values.texts("home", "The name of an organisation", node)) {
            Optional<String> wrong = Names.wrongOrganisation(name.text());
            if (wrong.isPresent()) {
                mistakes.add(name.line(), wrong.get());
            } else if (organisations.isFirst(name.text(), "The organisation " + Shown.of(name.text()), name.line())) {
                home.add(name.text());
            }
        }
    }

    private void bots(YamlNode node) {
        if (node.isNothing()) {
            return;
        }
        for (YamlNode.Entry entry : values.entries(BOTS, node)) {
            String list = entry.key().text();
            logins("bots: " + list, entry.value(), list.equals("add") ? addedBots : removedBots);
        }
    }

    private void logins(String list, YamlNode node, List<String> logins) {
        Claims<String> named = new Claims<>(ONCE, mistakes);
        for (YamlNode.Scalar login : values.texts(list, "a login", node)) {
            String lower = login.text().toLowerCase(Locale.ROOT);
            Optional<String> wrong = Names.wrongLogin(login.text());
            if (wrong.isPresent()) {
                mistakes.add(login.line(), wrong.get());
            } else if (named.isFirst(lower, "The login '" + login.text() + "'", login.line())) {
                logins.add(lower);
            }
        }
    }

    private void refuseControlCharacters(String text) {
        int line = 1;
        int point;
        for (int index = 0; index < text.length(); index += Character.charCount(point)) {
            point = text.codePointAt(index);
            if (!StreamReader.isPrintable(point)) {
                mistakes.add(line, "The control character " + Shown.codePoint(point) + " is here: remove it.");
            }
            if (point == '\n') {
                line++;
            }
        }
    }

    private static PeopleReading refused(int line, String sentence) {
        return new PeopleReading.Refused(List.of(new Mistake(line, sentence)));
    }

    private static int lineAfter(CharBuffer text) {
        return 1 + (int) text.chars().filter(character -> character == '\n').count();
    }
}
