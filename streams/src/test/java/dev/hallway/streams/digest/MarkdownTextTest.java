// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTextTest {

    private static final Pattern LIVE = Pattern.compile(
            "@[A-Za-z0-9]|#[0-9]|GH-[0-9]|://|www\\.[a-z]|<|>|(?<!\\\\)[`*\\[\\]|~]|[\\u202A-\\u202E\\u2066-\\u2069]"
                    + "|[\\x00-\\x1F\\x7F]",
            Pattern.CASE_INSENSITIVE);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "@someone/team | @\u200Bsomeone/team",
                "see #12 and a/b#3 | see #\u200B12 and a/b#\u200B3",
                "GH-12 | GH-\u200B12",
                "<img src=x> | &lt;img src=x&gt;",
                "&#64;someone | &amp;#\u200B64;someone",
                "[a](b) **c** `d` ~e~ | \\[a\\](b) \\*\\*c\\*\\* \\`d\\` \\~e\\~",
                "https://a.b www.a.b | https:\u200B//a.b www.\u200Ba.b",
                "fixed in deadbeef1 | fixed in d\u200Beadbeef1",
                "$x$ | &#36;x&#36;",
            })
    void shouldMakeTextInert(String untrusted, String inert) {
        // When
        String made = MarkdownText.inert(untrusted);

        // Then
        assertThat(made).isEqualTo(inert);
    }

    @Test
    void shouldKeepTextOnOneLineAndInReadingOrder() {
        // When
        String made = MarkdownText.inert("a\r\n# b\u0000c\u202Ed\u2028e\uD800f");

        // Then
        assertThat(made).isEqualTo("a #\u200B b cd e\uFFFDf");
    }

    @Test
    void shouldCutLongTextBetweenCharacters() {
        // When
        String made = MarkdownText.inert("😀".repeat(500));

        // Then
        assertThat(made).isEqualTo("😀".repeat(120) + "…");
    }

    @Test
    void shouldLinkOnlyWebAddresses() {
        // When
        String link = MarkdownText.link("#1", "javascript:alert(1)");

        // Then
        assertThat(link).isEqualTo("#1");
    }

    @Property
    void shouldLeaveNothingLive(@ForAll("hostile") String untrusted) {
        // When
        String made = MarkdownText.inert(untrusted);

        // Then
        assertThat(LIVE.matcher(made.replace("\\\\", " ")).find()).as(made).isFalse();
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.strings()
                .withChars("@#GHgh-/:.w<>`*[]()|~&\\_ 0123abz\n\r\t\u0000\u200B\u202E\u2066\u2028")
                .ofMaxLength(200);
    }
}
