// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceParserTest {

    private static final String OWN = "Acme/App";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "close #12",
                "closes #12",
                "closed #12",
                "fix #12",
                "fixes #12",
                "fixed #12",
                "resolve #12",
                "resolves #12",
                "resolved #12",
                "FIXES #12",
                "Fixes: #12",
                "fixes\t \n#12",
                "fixes\u00a0#12",
                "this will fix #12",
                "(fixes #12)",
                "**Fixes #12**",
                "fixes #12.",
                "fixes #12-and-more",
                "fixes GH-12",
                "fixes gh-12",
                "fixes acme/app#12",
                "fixes ACME/App#12",
                "fixes https://github.com/acme/app/issues/12",
                "fixes http://github.com/acme/app/issues/12",
                "fixes HTTPS://GitHub.com/Acme/App/pull/12",
                "Fixes <https://github.com/acme/app/pull/12>",
                "Fixes <https://github.com/acme/app/issues/12#issuecomment-1>",
                "fixes https://github.com/acme/app/issues/12#issuecomment-1",
                "fixes https://github.com/acme/app/pull/12/files"
            })
    void shouldCloseAfterAKeyword(String text) {
        // When
        List<TextReference> references = body(text);

        // Then
        assertThat(references).containsExactly(closes("acme/app", 12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#12",
                "prefix #12",
                "hot-fix #12",
                "hot_fix #12",
                "2fix #12",
                "éfix #12",
                "fixing #12",
                "fıxes #12",
                "fixe\u017f #12",
                "fix!#12",
                "fixes:#12",
                "fixes : #12",
                "fixes:: #12",
                "fixes, #12",
                "fixes (#12)",
                "fixes <#12>",
                "fixes <https://github.com/acme/app/issues/12 and",
                "fixes issue #12",
                "does not fix the crash in #12",
                "fixes `the crash` #12",
                "fixes <!-- the crash --> #12",
                "fixes\n> quoted\n#12",
                "fixes\n```\ncode\n```\n#12",
                "fixes\0#12",
                "fix`es` #12",
                "[#12](there)",
                "see GH-12",
                "see gh-12.",
                "see acme/app#12",
                "see https://github.com/acme/app/pull/12/files#r1730192507"
            })
    void shouldMentionWithoutAnAdjacentKeyword(String text) {
        // When
        List<TextReference> references = body(text);

        // Then
        assertThat(references).containsExactly(mentions("acme/app", 12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fixes 12",
                "fixes #",
                "fixes #012",
                "fixes #0",
                "fixes #12a",
                "fixes #12_",
                "fixes #12é",
                "fixes #1234567890123456789",
                "fixes GH12",
                "fixes GH-012",
                "xGH-12",
                "-GH-12",
                "foo#12",
                "é#12",
                "1#12",
                "_#12",
                "-#12",
                ".#12",
                "/#12",
                "##12",
                "&#12;",
                "a/b/c#12",
                "a.b/c#12",
                "-a/b#12",
                "_a/b#12",
                "a/#12",
                "a/..#12",
                "/app#12",
                "fixes https://gitlab.com/acme/app/issues/12",
                "fixes https://github.com.evil.org/acme/app/issues/12",
                "fixes https://github.com/acme/app/discussions/12",
                "fixes https://github.com/acme/app/issues/",
                "fixes https://github.com/acme/app/issues/012",
                "fixes https://github.com/acme/issues/12",
                "fixes https://github.com/acme/app/issues/12x",
                "xhttps://github.com/acme/app/issues/12",
                "https://example.org/acme/app#12",
                "https://github.com/acme/app/issues/"
            })
    void shouldNotTakeWhatIsNoReference(String text) {
        // When
        List<TextReference> references = body(text);

        // Then
        assertThat(references).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`fixes #12`",
                "``fixes ` #12``",
                "`fixes\n#12`",
                "- `fixes\n  #12`",
                "```\nfixes #12\n```",
                "```java\nfixes #12\n```",
                "```\nfixes #12",
                "~~~\nfixes #12\n```\n#12\n~~~",
                "````\nfixes #12\n```\n#12\n````",
                "~~~ `x`\nfixes #12\n~~~",
                "text\n  ```\n  fixes #12\n  ```",
                "- ```\n  fixes #12\n  ```",
                "1. ```\n   fixes #12\n   ```",
                "```\n``` not closed\nfixes #12",
                "<!-- fixes #12 -->",
                "<!--\n\nfixes #12\n\n-->",
                "<!--\n```\n-->\n<!-- #12 -->",
                "text\n<!-- fixes #12",
                "   <!-- fixes #12",
                "> fixes #12",
                "  > fixes #12",
                ">> fixes #12",
                "> ```\n> fixes #12",
                "```\r\nfixes #12\r\n```\r\n",
                "```\rfixes #12\r```"
            })
    void shouldIgnoreCodeCommentsAndQuotes(String text) {
        // When
        List<TextReference> references = body(text);

        // Then
        assertThat(references).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`` ` `` fixes #12",
                "a ` fixes #12",
                "a `` fixes #12 `",
                "\\`fixes #12`",
                "a `\n\nfixes #12 `",
                "- a `\n- fixes #12\n- b `",
                "a `\n# fixes\nfixes #12 `",
                "a `\n> quoted `\nfixes #12 `",
                "a `\n```\ncode `\n```\nfixes #12",
                "```\ncode\n```\nfixes #12",
                "```\ncode\n````\nfixes #12",
                "~~~\ncode\n~~~  \nfixes #12",
                "- ```\n  code\n  ```\n  fixes #12",
                "``` code ``` fixes #12",
                "> ```\nfixes #12",
                "<!-- one --> fixes #12",
                "<!--> fixes #12",
                "<!---> fixes #12",
                "`<!--` fixes #12",
                "a <!-- fixes #12",
                "    <!-- fixes #12",
                "\\<!-- fixes #12 -->",
                "<!-- ``` -->\nfixes #12",
                "```\n<!--\n```\nfixes #12",
                "a > b fixes #12",
                "\\\\fixes #12",
                "    fixes #12",
                "fixes #12 \\"
            })
    void shouldSeeTheTextAroundWhatItIgnores(String text) {
        // When
        List<TextReference> references = body(text);

        // Then
        assertThat(references).containsExactly(closes("acme/app", 12));
    }

    @ParameterizedTest
    @CsvSource({"other/repo#9", "o-t_h/r.e-p_o#9", "<https://github.com/Other/Repo/pull/9>"})
    void shouldCloseAcrossRepositories(String reference) {
        // When
        List<TextReference> references = body("Closes: " + reference);

        // Then
        assertThat(references)
                .singleElement()
                .satisfies(found -> assertThat(found.closes()).isTrue())
                .satisfies(found -> assertThat(found.repository()).isIn("other/repo", "o-t_h/r.e-p_o"));
    }

    @Test
    void shouldCloseOneReferencePerKeyword() {
        // When
        List<TextReference> references = body("Fixes #1, #2 and #3, closes #4");

        // Then
        assertThat(references)
                .containsExactly(
                        closes("acme/app", 1), mentions("acme/app", 2), mentions("acme/app", 3), closes("acme/app", 4));
    }

    @Test
    void shouldCountAnItemThatIsClosedAndMentionedAsClosedOnly() {
        // When
        List<TextReference> references = parse("Follow up of #1 and #2", "See acme/APP#1. Fixes GH-1.");

        // Then
        assertThat(references).containsExactly(closes("acme/app", 1), mentions("acme/app", 2));
    }

    @Test
    void shouldReadTitleAndBodyEachOnItsOwn() {
        // When
        List<TextReference> references = parse("This one fixes", "#1");

        // Then
        assertThat(references).containsExactly(mentions("acme/app", 1));
    }

    @Test
    void shouldCloseByTitleWithoutABody() {
        // When
        List<TextReference> references = parse("Fix #7", null);

        // Then
        assertThat(references).containsExactly(closes("acme/app", 7));
    }

    @Test
    void shouldNotLetAFenceInTheTitleHideTheBody() {
        // When
        List<TextReference> references = parse("```", "Fix #7");

        // Then
        assertThat(references).containsExactly(closes("acme/app", 7));
    }

    @Test
    void shouldReadUrlsOfTheGivenHostOnly() {
        // When
        List<TextReference> references = ReferenceParser.parse(
                "",
                "https://git.acme.org:8443/a/b/issues/1 https://git.acme.org/a/b/issues/2 https://github.com/a/b/pull/3",
                "Git.Acme.org:8443",
                OWN);

        // Then
        assertThat(references).containsExactly(mentions("a/b", 1));
    }

    @Test
    void shouldLowerNamesWhateverTheLocale() {
        // When
        List<TextReference> references = ReferenceParser.parse("FIX #1, TITI/IRIS#2", null, "github.com", "INI/IDI");

        // Then
        assertThat(references).containsExactly(closes("ini/idi", 1), mentions("titi/iris", 2));
    }

    private static List<TextReference> body(String body) {
        return parse("", body);
    }

    private static List<TextReference> parse(String title, @Nullable String body) {
        return ReferenceParser.parse(title, body, "github.com", OWN);
    }

    private static TextReference closes(String repository, long number) {
        return new TextReference(repository, number, true);
    }

    private static TextReference mentions(String repository, long number) {
        return new TextReference(repository, number, false);
    }
}
