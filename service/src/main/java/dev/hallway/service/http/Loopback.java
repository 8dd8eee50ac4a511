// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.http;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/** Loopback addresses: those of this machine. */
public final class Loopback {

    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    private Loopback() {}

    /** Whether a server that listens there is reached from this machine only. */
    public static boolean contains(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new ServerStartException(
                    "The host '" + host + "' to listen on is not known; use a name or address of this machine.",
                    unknown);
        }
    }

    /**
     * Lets a request pass that names this machine in its {@code Host} header: a page elsewhere could otherwise point its
     * own name here and read everything through its visitor's browser.
     */
    public static void require(Context context) {
        String host = String.valueOf(context.header("Host")).toLowerCase(Locale.ROOT);
        if (!NAMES.contains(host.replaceFirst(":[0-9]+$", ""))) {
            throw new Problem.Found(403, "This server answers to localhost, 127.0.0.1 and [::1] only.");
        }
    }
}
