// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.pages;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A file that browsers load, read once from the class path. They keep it, and ask whether it is still the same. */
final class PageFile {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml");
    private static final String WEB_JARS = "/META-INF/resources/webjars/";
    private static final int TAG_LENGTH = 32;

    private final byte[] content;
    private final String contentType;
    private final String tag;

    private PageFile(byte[] content, String name) {
        this.content = content;
        this.contentType = String.valueOf(TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
        this.tag = '"' + sha256(content).substring(0, TAG_LENGTH) + '"';
    }

    /** One of our own. */
    static PageFile of(String name) {
        return new PageFile(read(name), name);
    }

    /** One of a library that was published to npm. */
    static PageFile ofWebJar(String library, String name) {
        return new PageFile(read(WEB_JARS + library + "/" + version(library) + "/" + name), name);
    }

    void answer(Context context) {
        context.header("Cache-Control", "no-cache").header("ETag", tag);
        String known = context.header("If-None-Match");
        if (known != null && known.contains(tag)) {
            context.status(304);
        } else {
            context.contentType(contentType).result(content);
        }
    }

    /** As the WebJar itself says. */
    private static String version(String library) {
        String name = "/META-INF/maven/org.webjars.npm/" + library + "/pom.properties";
        Properties properties = new Properties();
        try (InputStream stream = open(name)) {
            properties.load(stream);
        } catch (IOException unreadable) {
            throw unreadable(name, unreadable);
        }
        return properties.getProperty("version");
    }

    private static byte[] read(String name) {
        try (InputStream stream = open(name)) {
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw unreadable(name, unreadable);
        }
    }

    private static InputStream open(String name) {
        @Nullable InputStream stream = PageFile.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IllegalStateException("The program is incomplete: " + name + " is missing.");
        }
        return stream;
    }

    private static UncheckedIOException unreadable(String name, IOException cause) {
        return new UncheckedIOException("The program's file " + name + " cannot be read.", cause);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256.", missing);
        }
    }
}
