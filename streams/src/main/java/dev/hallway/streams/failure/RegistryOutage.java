// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.failure;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.EOFException;
import java.io.IOException;
import org.apache.kafka.common.errors.TimeoutException;

/** Tells an unreachable schema registry from a record that cannot be read: the first passes, the second stays. */
public final class RegistryOutage {

    private static final int SERVER_ERROR = 500;

    private RegistryOutage() {}

    /** True if the schema registry could not answer, so that the record itself may well be good. */
    public static boolean caused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RestClientException answered) {
                return answered.getStatus() >= SERVER_ERROR;
            }
            if (cause instanceof TimeoutException || (cause instanceof IOException && !isDamage(cause))) {
                return true;
            }
        }
        return false;
    }

    /** Avro says that a record is cut off, or is none, as if it had failed to read it. */
    private static boolean isDamage(Throwable cause) {
        return cause instanceof EOFException
                || cause.getClass().getPackageName().startsWith("org.apache.avro");
    }
}
