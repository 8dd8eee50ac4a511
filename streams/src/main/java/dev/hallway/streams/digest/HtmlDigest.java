// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The digest as a page of its own: the Markdown one, rendered, without scripts and without anything from elsewhere. */
public final class HtmlDigest {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final String STYLE = "body{font:16px/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
            + "table{border-collapse:collapse}th,td{text-align:left;padding:.3rem .6rem;border-bottom:1px solid #bbb}";

    private HtmlDigest() {}

    /** Renders the model. */
    public static String render(DigestModel model) {
        String body = HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .build()
                .render(Parser.builder().extensions(EXTENSIONS).build().parse(MarkdownDigest.render(model)));
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>"
                + model.repository() + " " + model.week() + "</title>\n<style>" + STYLE + "</style>\n</head>\n<body>\n"
                + body + "</body>\n</html>\n";
    }
}
