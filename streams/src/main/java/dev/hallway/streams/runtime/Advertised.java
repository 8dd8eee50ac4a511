// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.runtime;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/** The address under which other instances reach this one. */
final class Advertised {

    private Advertised() {}

    /** As {@code host:port}: where it listens, or this machine's name if it listens on every address. */
    static String of(URI listening) {
        return name(listening.getHost()) + ":" + listening.getPort();
    }

    private static String name(String host) {
        try {
            // "Every address" means another machine to each that reads it.
            return InetAddress.getByName(host).isAnyLocalAddress()
                    ? InetAddress.getLocalHost().getHostName()
                    : host;
        } catch (UnknownHostException withoutName) {
            return host;
        }
    }
}
