// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.peoplefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hallway.people.Affiliation;
import dev.hallway.people.PeopleRegistry;
import dev.hallway.people.Person;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleYamlTest {

    private static final PeopleRegistry NOBODY = new PeopleRegistry(List.of(), List.of(), List.of(), List.of());

    @Test
    void shouldReadWhatARegistrySays() {
        // Given
        String text = """
                home: [Example Corp]
                bots: {add: [CI-helper], remove: [jane-bot-fan]}
                people:
                  - logins: [Alice, alice-at-work]    # the first is shown
                    ids: [1234]
                    maintainer: ["Acme/*", dapr/Docs]
                    organisations:
                      - {name: Example Corp, from: 2019-01-01, to: 2021-07-01}
                      - {name: "Ümlaut & Söhne", from: 2021-07-01}
                  - ids: [99]
                    bot: true
                  - logins: [007]
                    maintainer: false
                """;

        // When
        PeopleReading reading = PeopleYaml.read(text);

        // Then
        assertThat(reading)
                .isEqualTo(new PeopleReading.Read(new PeopleRegistry(
                        List.of("Example Corp"),
                        List.of("ci-helper"),
                        List.of("jane-bot-fan"),
                        List.of(
                                new Person(
                                        List.of("Alice", "alice-at-work"),
                                        List.of(1234L),
                                        null,
                                        null,
                                        List.of("acme/*", "dapr/docs"),
                                        List.of(
                                                new Affiliation(
                                                        "Example Corp",
                                                        LocalDate.of(2019, 1, 1),
                                                        LocalDate.of(2021, 7, 1)),
                                                new Affiliation("Ümlaut & Söhne", LocalDate.of(2021, 7, 1), null))),
                                new Person(List.of(), List.of(99L), true, null, List.of(), List.of()),
                                new Person(List.of("007"), List.of(), null, false, List.of(), List.of())))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nobody yet\n", "---\n", "{}", "home:\nbots:\npeople:\n", "\uFEFF{}", "people: []"})
    void shouldTakeAnEmptyFileForAnEmptyRegistry(String text) {
        // When
        PeopleReading reading = PeopleYaml.read(text);

        // Then
        assertThat(reading).isEqualTo(new PeopleReading.Read(NOBODY));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "peple: []|1|'peple' is not a key of the registry: did you mean 'people'?",
                "people: [{login: [a]}]|1|did you mean 'logins'?",
                "people: [{id: [1]}]|1|did you mean 'ids'?",
                "people: [{logins: [a], orgs: []}]|1|'orgs' is not a key of an entry of people: did you mean 'organisations'?",
                "people: [{logins: [a], organizations: []}]|1|did you mean 'organisations'?",
                "people: [{logins: [a], nickname: b}]|1|'nickname' is not a key of an entry of people, which has logins, ids, bot, maintainer, organisations",
                "bots: {added: [a]}|1|'added' is not a key of bots: did you mean 'add'?",
                "people: [{logins: [a], organisations: [{name: O, until: 2020-01-01}]}]|1|which has name, from, to",
                "people: {logins: [a]}|1|people is a list",
                "people: alice|1|people is a list",
                "people: [alice]|1|an entry of people is a mapping of logins, ids",
                "people: [{logins: alice}]|1|logins is a list, as [this, that]",
                "people: [{logins: [{name: a}]}]|1|a login is a single text",
                "people: [{logins: [true]}]|1|write it in quotes",
                "people: [{logins: [~]}]|1|a login is empty",
                "people: [{logins: [a], bot: maybe}]|1|Here is 'maybe', but bot is true or false",
                "people: [{logins: [a], maintainer: acme/x}]|1|write it as",
                "people: [{logins: [a], organisations: Example}]|1|organisations is a list",
                "people: [{logins: [a], organisations: [Example]}]|1|an organisation is a mapping of name, from, to",
                "people: [{logins: [a], organisations: [{name: [x]}]}]|1|is a single text",
                "people: [{ids: ['12']}]|1|an id is a number, without quotes",
                "people: [{ids: [0]}]|1|'0' is not an id",
                "people: [{ids: [-4]}]|1|'-4' is not an id",
                "people: [{ids: [1.5]}]|1|'1.5' is not an id",
                "people: [{ids: [99999999999999999999]}]|1|'99999999999999999999' is not an id",
                "home: Example Corp|1|home is a list",
                "home: ['']|1|The name of an organisation is empty",
                "home: [' Example']|1|begins or ends with a space",
                "home: [A, B, A]|1|The organisation 'A' is already in line 1",
                "home: [\"a\\u0007b\"]|1|'aU+0007b' contains the control character U+0007",
                "- alice|1|the registry is a mapping of home, bots, people",
                "alice|1|the registry is a mapping",
                "people: [{logins: ['@alice']}]|1|'@alice' cannot be a GitHub login",
                "people: [{logins: [alice@example.org]}]|1|cannot be a GitHub login",
                "people: [{logins: [alice smith]}]|1|cannot be a GitHub login",
                "people: [{logins: ['']}]|1|cannot be a GitHub login",
                "people: [{logins: [aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd]}]|1|up to 39",
                "people: [{logins: [Ghost]}]|1|'ghost' is what GitHub shows for every account that was deleted",
                "bots: {add: [ghost]}|1|'ghost' is what GitHub shows",
                "people: [{logins: [a], maintainer: [acme]}]|1|'acme' names no repositories",
                "people: [{logins: [a], maintainer: ['*/*']}]|1|'*/*' names no repositories",
                "people: [{logins: [a], maintainer: [a/b/c]}]|1|names no repositories",
                "people: [{logins: [a], maintainer: [a/..]}]|1|names no repositories",
                "people: [{bot: true}]|1|This entry has neither logins nor ids",
                "people: [{logins: [], ids: []}]|1|This entry has neither logins nor ids",
                "people: [{}]|1|This entry has neither logins nor ids",
                "people: [{logins: [a], organisations: [{from: 2020-01-01}]}]|1|This organisation has no name",
                "people: [{logins: [a], organisations: [{name: }]}]|1|The name of an organisation is empty",
                "people: [{logins: [a], organisations: [{name: O, from: 2021-02-29}]}]|1|from is '2021-02-29', which is not a day",
                "people: [{logins: [a], organisations: [{name: O, to: 1.7.2021}]}]|1|to is '1.7.2021', which is not a day",
                "people: [{logins: [a], organisations: [{name: O, to: 2021}]}]|1|to is '2021', which is not a day",
                "people: [{logins: [a], organisations: [{name: O, from: 2021-01-01, to: 2021-01-01}]}]|1|it comes after from",
                "home: [&corp Example]|1|anchors are not read",
                "home: !!set {a, b}|1|The tag 'tag:yaml.org,2002:set' is not read",
                "? [a]\\n: b|1|A key is a single word",
                "home: [a\\npeople: [}|2|This is not YAML",
                "home: [a]\\n---\\nhome: [b]|2|A second document begins here",
            })
    void shouldSayWhatIsWrongWhereItIsAndWhatToDo(String text, int line, String sentence) {
        // When
        PeopleReading reading = PeopleYaml.read(text.replace("\\n", "\n"));

        // Then
        assertThat(mistakes(reading))
                .anySatisfy(mistake -> assertThat(mistake.sentence()).contains(sentence))
                .allSatisfy(mistake -> assertThat(mistake.line()).isBetween(line, 3));
    }

    @Test
    void shouldNameEveryMistakeOfAFileAtOnce() {
        // Given
        String text = """
                home: [Example Corp]
                people:
                  - logins: [alice]
                    orgs: []
                  - logins: [bob, ALICE]
                    ids: [7]
                  - ids: [7, 7]
                  - organisations:
                      - {name: One, from: 2020-01-01}
                      - {name: Two, to: 2021-01-01}
                """;

        // When
        PeopleReading reading = PeopleYaml.read(text);

        // Then
        assertThat(((PeopleReading.Refused) reading).in("people.yaml").lines())
                .containsExactly(
                        "people.yaml:4: 'orgs' is not a key of an entry of people: did you mean 'organisations'?",
                        "people.yaml:5: The login 'ALICE' is already in line 3: an account belongs to one person; leave it"
                                + " out of one place.",
                        "people.yaml:7: The id 7 is already in line 6: an account belongs to one person; leave it out of"
                                + " one place.",
                        "people.yaml:7: The id 7 is already in line 6: an account belongs to one person; leave it out of"
                                + " one place.",
                        "people.yaml:8: This entry has neither logins nor ids, so it is nobody: name an account, as"
                                + " logins: [alice], or remove the entry.",
                        "people.yaml:10: 'Two' and 'One' of one person (lines 9 and 10) overlap, but on one day somebody"
                                + " belongs to one organisation: let one end with 'to' on the day when the other begins.");
    }

    @Test
    void shouldFindAKeyThatIsThereTwice() {
        // Given
        String text = "home: [A]\npeople:\n  - logins: [a]\n    bot: true\n    bot: false\nhome: [B]\n";

        // When
        PeopleReading reading = PeopleYaml.read(text);

        // Then
        assertThat(mistakes(reading))
                .extracting(Mistake::line, Mistake::sentence)
                .containsExactly(
                        tuple(
                                5,
                                "The key 'bot' is already in line 4: a key is there once; put both together, or remove"
                                        + " one."),
                        tuple(
                                6,
                                "The key 'home' is already in line 1: a key is there once; put both together, or remove"
                                        + " one."));
    }

    @Test
    void shouldFindASpanThatOverlapsOneFarBeforeIt() {
        // Given
        String text = """
                people:
                  - logins: [a]
                    organisations:
                      - {name: Whole, from: 2019-01-01}
                      - {name: Short, from: 2019-02-01, to: 2019-03-01}
                      - {name: Late, from: 2022-01-01, to: 2022-02-01}
                """;

        // When
        PeopleReading reading = PeopleYaml.read(text);

        // Then
        assertThat(mistakes(reading)).extracting(Mistake::line).containsExactly(5, 6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dependabot[bot]",
                "octo_corp",
                "a",
                "trailing-",
                "two--hyphens",
                "007",
                "aaaaaaaaaabbbbbbbbbbccccccccccddddddddd"
            })
    void shouldTakeEveryLoginThatGitHubHas(String login) {
        // When
        PeopleReading reading = PeopleYaml.read("people: [{logins: ['" + login + "']}]");

        // Then
        assertThat(((PeopleReading.Read) reading).registry().getPeople())
                .singleElement()
                .extracting(Person::getLogins)
                .isEqualTo(List.of(login));
    }

    @Test
    void shouldSayWhichLineIsNotUtf8() {
        // Given
        ByteBuffer text = StandardCharsets.ISO_8859_1.encode("home: [A]\nbots: {}\n# caf\u00e9\n");

        // When
        PeopleReading reading = PeopleYaml.read(text);

        // Then
        assertThat(mistakes(reading))
                .containsExactly(new Mistake(3, "The byte 0xE9 is not UTF-8 here: save the file as UTF-8."));
    }

    @Test
    void shouldFindControlCharacters() {
        // Given
        String text = "home: [A]\n# \u0007\nbots: {add: [\u001b]}\n";

        // When
        PeopleReading reading = PeopleYaml.read(text);

        // Then
        assertThat(mistakes(reading))
                .containsExactly(
                        new Mistake(2, "The control character U+0007 is here: remove it."),
                        new Mistake(3, "The control character U+001B is here: remove it."));
    }

    @Test
    void shouldNotFollowAliasesThatMultiplyAFile() {
        // Given
        String bomb = "home: &a [x, x]\nbots: &b [*a, *a, *a, *a, *a, *a, *a, *a]\npeople: [*b, *b, *b, *b, *b, *b]\n";

        // When
        PeopleReading reading = PeopleYaml.read(bomb);

        // Then
        assertThat(mistakes(reading))
                .extracting(Mistake::sentence)
                .anyMatch(sentence -> sentence.contains("anchors are not read"))
                .anyMatch(sentence -> sentence.contains("aliases are not read"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    void shouldStopWhereAFileIsTooDeep(String level) {
        // Given
        String deep = "people: " + (level.equals("- ") ? "\n  " : "") + level.repeat(100_000);

        // When
        PeopleReading reading = PeopleYaml.read(deep);

        // Then
        assertThat(mistakes(reading))
                .extracting(Mistake::sentence)
                .anyMatch(sentence -> sentence.contains("more than 8 levels deep"));
    }

    @Test
    void shouldListNoMoreMistakesThanAnybodyReads() {
        // Given
        String text = "people:\n" + "  - {}\n".repeat(Mistakes.LISTED + 5);

        // When
        PeopleReading reading = PeopleYaml.read(text);

        // Then
        assertThat(mistakes(reading))
                .hasSize(Mistakes.LISTED + 1)
                .last()
                .isEqualTo(new Mistake(0, "There are 5 further mistakes: correct these first."));
    }

    @Test
    void shouldSayHowLargeARegistryIsThatItsTopicDoesNotTake() {
        // Given
        PeopleRegistry registry =
                new PeopleRegistry(Collections.nCopies(70_000, "x".repeat(255)), List.of(), List.of(), List.of());

        // When
        Optional<String> sentence = AvroSize.tooLarge(registry);

        // Then
        assertThat(sentence)
                .contains(
                        "The registry has 17990007 bytes as a record, and its topic takes 16773120: leave out those who"
                                + " never contributed to your repositories.");
    }

    @Test
    void shouldCountWhatARegistrySays() {
        // Given
        String text = """
                bots: {add: [robo]}
                people:
                  - {logins: [a, b], ids: [1], organisations: [{name: One, to: 2020-01-01}, {name: Two, from: 2020-01-01}]}
                  - {logins: [c], bot: true, organisations: [{name: One}]}
                """;

        // When
        PeopleSummary summary = PeopleSummary.of(((PeopleReading.Read) PeopleYaml.read(text)).registry());

        // Then
        assertThat(summary.sentence()).isEqualTo("2 people, 3 accounts, 2 organisations, 3 spans, 2 bots");
        assertThat(summary.gist()).isEqualTo("2 people, 2 organisations");
    }

    private static List<Mistake> mistakes(PeopleReading reading) {
        assertThat(reading).isInstanceOf(PeopleReading.Refused.class);
        return Objects.requireNonNull((PeopleReading.Refused) reading).mistakes();
    }
}
