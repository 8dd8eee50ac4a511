// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.failure;

import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.service.http.ServerStartException;

/** Hallway cannot continue; the message names the thing, the value, the rule and the remedy in one line. */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HallwayExitCode exitCode;

    /** A failure that nothing else caused. */
    public Failure(HallwayExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** A failure with its cause, which goes to the log. */
    public Failure(HallwayExitCode exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** That of a server which does not start: because its port is in use, or because of how it is to listen. */
    public static Failure of(ServerStartException unserved) {
        return new Failure(
                unserved.portTaken() ? HallwayExitCode.PORT_TAKEN : HallwayExitCode.USAGE,
                String.valueOf(unserved.getMessage()),
                unserved);
    }

    /** What the process exits with. */
    public HallwayExitCode exitCode() {
        return exitCode;
    }
}
