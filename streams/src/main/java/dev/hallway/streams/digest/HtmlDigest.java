// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * The digest as a page of its own: the Markdown one, rendered, without scripts and without anything from elsewhere. Its
 * {@code main} holds a header and sections, whose ids say what they are about.
 */
public final class HtmlDigest {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final String STYLE = style();

    private static final int TITLE_CODE_POINTS = 200;

    private HtmlDigest() {}

    /** What a content security policy calls the one style of the page, so that a browser applies it and no other. */
    public static String styleSource() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(
                    "This Java runtime lacks SHA-256, which every one must have.", everyJavaHasIt);
        }
    }

    /** Renders the model. */
    public static String render(DigestModel model, PageLinks links) {
        return page(model.repository() + " " + model.week(), MarkdownDigest.sections(model, links));
    }

    /** Renders the digest of several repositories. */
    public static String render(PortfolioModel model, PageLinks links) {
        return page("Week " + model.week(), MarkdownPortfolio.sections(model, links));
    }

    private static String page(String title, List<Section> sections) {
        StringBuilder main = new StringBuilder();
        sections.forEach(section -> main.append(html(section)));
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
                + escaped(title) + "</title>\n<style>" + STYLE + "</style>\n</head>\n<body>\n<main class=\"digest\">\n"
                + main + "</main>\n</body>\n</html>\n";
    }

    private static String html(Section section) {
        String body = HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .build()
                .render(Parser.builder().extensions(EXTENSIONS).build().parse(section.markdown()));
        return section.name() == Section.Name.HEAD
                ? "<header>\n" + body + "</header>\n"
                : "<section id=\"" + section.name().id() + "\">\n" + body + "</section>\n";
    }

    private static String escaped(String text) {
        return HtmlRenderer.builder().build().render(new Text(PlainText.line(text, TITLE_CODE_POINTS)));
    }

    private static String style() {
        try (InputStream style = HtmlDigest.class.getResourceAsStream("digest.css")) {
            if (style == null) {
                throw new IllegalStateException("The program is incomplete: digest.css is missing.");
            }
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The program's file digest.css cannot be read.", unreadable);
        }
    }
}
