// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.http;

import io.javalin.util.JavalinBindException;
import org.jspecify.annotations.Nullable;

/** The server cannot start; the message is one line for the user that says why and what to do. */
public final class ServerStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** For the given reason. */
    public ServerStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** Whether another port would do. */
    public boolean portTaken() {
        return getCause() instanceof JavalinBindException;
    }
}
