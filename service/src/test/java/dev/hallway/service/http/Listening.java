// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A connection that reads an event stream, line by line and only when it is asked to. */
final class Listening implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 120_000;
    private static final int SMALL = 4 * 1024;

    private final Socket socket = new Socket();
    private final BufferedReader lines;

    /**
     * Asks for the stream.
     *
     * @param headers further ones, each with its line end
     */
    Listening(HttpServer server, String path, String headers) throws IOException {
        socket.setReceiveBufferSize(SMALL);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), server.address().getPort()));
        // HTTP/1.0 knows no chunks: what comes is the stream itself.
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.0\r\nHost: 127.0.0.1\r\n" + headers + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    Listening(HttpServer server, String path) throws IOException {
        this(server, path, "");
    }

    /** The next line of this beginning, without it; an empty text if the stream ends before. */
    String next(String beginning) throws IOException {
        for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(beginning)) {
                return line.substring(beginning.length());
            }
        }
        return "";
    }

    /** The name of the next event. */
    String event() throws IOException {
        return next("event: ");
    }

    /** What the next event says. */
    String data() throws IOException {
        return next("data: ");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
