// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the references in a pull request's title and body. */
public final class ReferenceParser {

    private ReferenceParser() {}

    /**
     * Lists each item the texts refer to once, in the order of its first appearance, title before body.
     *
     * <p>An item that is closed somewhere counts as closed everywhere. The pull request itself is listed like any other
     * item, because the texts do not tell its number.
     *
     * @param title the title; a keyword at its end does not reach into the body
     * @param body the body in Markdown; null if empty
     * @param webHost host, with a port if there is one, whose URLs are references, such as {@code github.com}
     * @param ownRepository {@code owner/repo} that short references mean
     */
    public static List<TextReference> parse(String title, @Nullable String body, String webHost, String ownRepository) {
        Map<Target, Boolean> closes = new LinkedHashMap<>();
        Consumer<TextReference> collect = found ->
                closes.merge(new Target(found.repository(), found.number()), found.closes(), Boolean::logicalOr);
        String own = ownRepository.toLowerCase(Locale.ROOT);
        scan(title, webHost, own, collect);
        if (body != null) {
            scan(body, webHost, own, collect);
        }
        List<TextReference> references = new ArrayList<>(closes.size());
        closes.forEach(
                (target, closing) -> references.add(new TextReference(target.repository(), target.number(), closing)));
        return List.copyOf(references);
    }

    private static void scan(String text, String webHost, String own, Consumer<TextReference> collect) {
        // Most texts refer to nothing: every form of a reference ends in digits.
        if (text.chars().anyMatch(c -> c >= '1' && c <= '9')) {
            new ReferenceScanner(VisibleText.of(text), webHost, own).forEach(collect);
        }
    }

    private record Target(String repository, long number) {}
}
