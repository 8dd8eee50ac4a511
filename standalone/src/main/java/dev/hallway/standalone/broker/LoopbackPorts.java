// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.broker;

import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.standalone.failure.Failure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds ports on the loopback address that nobody listens on. */
public final class LoopbackPorts {

    /** The address everything embedded listens on. */
    public static final String HOST = "127.0.0.1";

    private static final int HIGHEST = 65_535;

    private LoopbackPorts() {}

    /** The wanted port if it is free, any free one if 0 is wanted; a {@link Failure} if it is in use or is none. */
    public static int free(int wanted, String purpose, String option) {
        if (wanted < 0 || wanted > HIGHEST) {
            throw new Failure(
                    HallwayExitCode.USAGE,
                    wanted + " is no port for " + purpose + ": choose one from 1 to " + HIGHEST + " with " + option
                            + " (0 picks any free one).");
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
            return probe.getLocalPort();
        } catch (IOException taken) {
            throw new Failure(
                    HallwayExitCode.PORT_TAKEN,
                    "Port " + wanted + " for " + purpose
                            + " is in use: stop what listens there, or choose another port with " + option
                            + " (0 picks any free one).",
                    taken);
        }
    }
}
