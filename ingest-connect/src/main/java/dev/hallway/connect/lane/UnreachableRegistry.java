// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect.lane;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;

/** Distinguishes a schema registry that cannot be reached from one that refuses: only the former passes with time. */
final class UnreachableRegistry {

    private static final int SERVER_ERROR = 500;

    private UnreachableRegistry() {}

    /** True if the registry could not answer. */
    static boolean caused(KafkaException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RestClientException answered) {
                return answered.getStatus() >= SERVER_ERROR;
            }
            if (cause instanceof IOException || cause instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }
}
