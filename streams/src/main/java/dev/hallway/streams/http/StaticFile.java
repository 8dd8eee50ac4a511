// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Files that are answered as they are, read once from the class path. */
final class StaticFile {

    private StaticFile() {}

    static Handler of(String name, String contentType) {
        byte[] content = read(name);
        return context -> context.contentType(contentType).result(content);
    }

    private static byte[] read(String name) {
        try (InputStream stream = StaticFile.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The program is incomplete: " + name + " is missing.");
            }
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The program's file " + name + " cannot be read.", unreadable);
        }
    }
}
