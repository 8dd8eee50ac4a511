// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

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

/** The digest as a page of its own: the Markdown one, rendered, without scripts and without anything from elsewhere. */
public final class HtmlDigest {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final String STYLE = ":root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}"
            + "body{max-width:60rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}"
            + "a{color:light-dark(#1f6f5c,#6cc7ae)}h1{line-height:1.2}h2{margin-top:2rem}"
            + "table{border-collapse:collapse;display:block;overflow-x:auto;font-variant-numeric:tabular-nums}"
            + "th,td{text-align:left;vertical-align:top;padding:.3rem .7rem .3rem 0;overflow-wrap:normal;"
            + "border-bottom:1px solid color-mix(in srgb,currentcolor 18%,transparent)}"
            + "ul{padding-left:1.25rem}";

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
    public static String render(DigestModel model, FigureLinks links) {
        String body = HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .build()
                .render(Parser.builder().extensions(EXTENSIONS).build().parse(MarkdownDigest.render(model, links)));
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
                + escaped(model.repository() + " " + model.week()) + "</title>\n<style>" + STYLE
                + "</style>\n</head>\n<body>\n"
                + body + "</body>\n</html>\n";
    }

    private static String escaped(String text) {
        return HtmlRenderer.builder().build().render(new Text(PlainText.line(text, TITLE_CODE_POINTS)));
    }
}
