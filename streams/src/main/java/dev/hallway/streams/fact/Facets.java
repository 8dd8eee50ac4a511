// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.fact;

import dev.hallway.health.Facet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which facet of an answer a pull request is: documentation, a sample, tests, or code.
 *
 * <p>Told, in this order, by the repository's name, the labels, and the words the title begins with; code if nothing
 * says otherwise.
 */
final class Facets {

    private static final Set<String> DOCS = Set.of("doc", "docs", "documentation", "website");
    private static final Set<String> SAMPLES =
            Set.of("sample", "samples", "example", "examples", "quickstart", "quickstarts", "demo", "demos");
    private static final Set<String> TESTS = Set.of("test", "tests", "testing", "e2e");

    private Facets() {}

    /**
     * The facet of a pull request.
     *
     * @param repository {@code owner/repo}
     */
    static Facet of(String repository, List<String> labels, String title) {
        Facet byRepository = firstOf(List.of(repository.substring(repository.indexOf('/') + 1)));
        if (byRepository != Facet.CODE) {
            return byRepository;
        }
        Facet byLabel = firstOf(labels);
        return byLabel != Facet.CODE ? byLabel : ofWords(leadingWords(title));
    }

    private static Facet firstOf(List<String> names) {
        return names.stream()
                .map(name -> ofWords(words(name)))
                .filter(facet -> facet != Facet.CODE)
                .findFirst()
                .orElse(Facet.CODE);
    }

    private static Facet ofWords(List<String> words) {
        for (String word : words) {
            if (DOCS.contains(word)) {
                return Facet.DOCS;
            }
            if (SAMPLES.contains(word)) {
                return Facet.SAMPLES;
            }
            if (TESTS.contains(word)) {
                return Facet.TESTS;
            }
        }
        return Facet.CODE;
    }

    // "docs: explain secrets", "[docs] ...", "Add sample for ...": the subject stands in the first three words.
    private static List<String> leadingWords(String title) {
        List<String> words = words(title.substring(0, Math.min(title.length(), 80)));
        return words.subList(0, Math.min(words.size(), 3));
    }

    // A scan rather than a regular expression: it is done for every pull request.
    private static List<String> words(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int at = 0; at <= lower.length(); at++) {
            if (at == lower.length() || !isOfWord(lower.charAt(at))) {
                if (at > start) {
                    words.add(lower.substring(start, at));
                }
                start = at + 1;
            }
        }
        return words;
    }

    private static boolean isOfWord(char character) {
        return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
    }
}
