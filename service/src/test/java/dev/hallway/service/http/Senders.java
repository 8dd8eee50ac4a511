// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Connections that send what they are told, byte for byte. */
final class Senders implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 120_000;

    private final List<Socket> sockets = new ArrayList<>();

    /** Opens connections that all send the same. */
    void send(HttpServer server, String text, int connections) throws IOException {
        for (int number = 0; number < connections; number++) {
            Socket socket = new Socket(
                    InetAddress.getLoopbackAddress(), server.address().getPort());
            socket.setSoTimeout(PATIENCE_MILLIS);
            sockets.add(socket);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** The first answer on any of the connections, as far as it comes at once. */
    String firstAnswer() throws IOException {
        for (int attempt = 0; attempt < PATIENCE_MILLIS / 10; attempt++) {
            for (Socket socket : sockets) {
                int waiting = socket.getInputStream().available();
                if (waiting > 0) {
                    return new String(socket.getInputStream().readNBytes(waiting), StandardCharsets.US_ASCII);
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        throw new IllegalStateException("Nothing is answered.");
    }

    /** Whether an answer has come on any of the connections. */
    boolean areAnswered() throws IOException {
        for (Socket socket : sockets) {
            if (socket.getInputStream().available() > 0) {
                return true;
            }
        }
        return false;
    }

    /** Sends on the last connection until it is closed; returns what came back. */
    String keepSending(String text) throws IOException {
        Socket socket = last();
        socket.setSoTimeout(10);
        for (int attempt = 0; attempt < PATIENCE_MILLIS / 10; attempt++) {
            try {
                socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
                int read = socket.getInputStream().read();
                return read < 0 ? "" : Character.toString(read);
            } catch (SocketException closed) {
                return "";
            } catch (SocketTimeoutException stillOpen) {
                // Once more.
            }
        }
        throw new IllegalStateException("The connection stays open.");
    }

    /** Takes nothing of an answer until the last connection is closed. */
    void takeNothing() throws IOException {
        for (int attempt = 0; attempt < PATIENCE_MILLIS / 10; attempt++) {
            try {
                last().getOutputStream().write(' ');
            } catch (SocketException closed) {
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        throw new IllegalStateException("The connection stays open.");
    }

    private Socket last() {
        return sockets.get(sockets.size() - 1);
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
