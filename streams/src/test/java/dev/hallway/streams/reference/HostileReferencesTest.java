// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Text that is made to be hard, at GitHub's largest size: the parser answers at all, and answers well-formed. */
class HostileReferencesTest {

    private static final int LARGEST_BODY = 65_536;

    @Property(tries = 200)
    void shouldSurviveRepeatedHostileText(@ForAll("fragments") String fragment, @ForAll("fragments") String end) {
        // Given
        String body = fragment.repeat((LARGEST_BODY - end.length()) / fragment.length()) + end;

        // When
        List<TextReference> references = ReferenceParser.parse("", body, "github.com", "acme/app");

        // Then
        assertThat(references).doesNotHaveDuplicates().allSatisfy(HostileReferencesTest::isWellFormed);
    }

    @Property(tries = 500)
    void shouldReadAnyText(@ForAll("mixtures") String text) {
        // When
        List<TextReference> references = ReferenceParser.parse(text, text, "github.com", "acme/app");

        // Then
        assertThat(references)
                .isEqualTo(ReferenceParser.parse(text, null, "github.com", "acme/app"))
                .allSatisfy(HostileReferencesTest::isWellFormed);
    }

    @Property(tries = 300)
    void shouldHearAKeywordAfterAnyFinishedText(@ForAll("fragments") String fragment) {
        // Given
        String body = fragment.replaceAll("[`~<>]", "") + "\n\nFixes #4711";

        // When
        List<TextReference> references = ReferenceParser.parse("", body, "github.com", "acme/app");

        // Then
        assertThat(references).contains(new TextReference("acme/app", 4711, true));
    }

    @Provide
    Arbitrary<String> fragments() {
        return Arbitraries.of(pieces()).list().ofMinSize(1).ofMaxSize(4).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> mixtures() {
        return Arbitraries.of(pieces()).list().ofMaxSize(60).map(parts -> String.join("", parts));
    }

    private static List<String> pieces() {
        return List.of(
                "`",
                "``",
                "```",
                "~~~",
                "\n",
                "\r\n",
                "\n\n",
                " ",
                "\t",
                ">",
                "<",
                "<!--",
                "-->",
                "\\",
                "#",
                "#1",
                "#12 ",
                "fixes ",
                "Closes: ",
                "GH-",
                "gh-3",
                "a",
                "a/",
                "a/b#5",
                "/",
                ".",
                "-",
                "1. ",
                "- ",
                "9999999999",
                "http",
                "https://github.com/",
                "https://github.com/a/b/pull/6",
                "<https://github.com/a/b/issues/7",
                "\0",
                "\uD83D\uDE00",
                "\uD83D",
                "é",
                "&");
    }

    private static void isWellFormed(TextReference reference) {
        assertThat(reference.number()).isPositive();
        assertThat(reference.repository()).matches("[a-z0-9][a-z0-9_-]*/[a-z0-9._-]+");
    }
}
