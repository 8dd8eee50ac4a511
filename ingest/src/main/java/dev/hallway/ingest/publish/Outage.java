// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.publish;

import java.io.IOException;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.jspecify.annotations.Nullable;

/** Distinguishes outages of Kafka or the schema registry, which pass, from failures that waiting does not end. */
public final class Outage {

    private static final List<Class<? extends KafkaException>> LASTING = List.of(
            SupersededException.class,
            InterruptException.class,
            ConfigException.class,
            InvalidConfigurationException.class,
            AuthenticationException.class,
            AuthorizationException.class,
            UnsupportedVersionException.class,
            RecordTooLargeException.class);

    private Outage() {}

    /** Whether waiting may help. */
    public static boolean mayPass(KafkaException failure) {
        boolean serialization = false;
        boolean connection = false;
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (lasts(cause)) {
                return false;
            }
            serialization |= cause instanceof SerializationException;
            connection |= cause instanceof IOException;
        }
        // An unreachable schema registry shows as a record that cannot be written; so does one that refuses.
        return !serialization || connection;
    }

    private static boolean lasts(Throwable cause) {
        return LASTING.stream().anyMatch(kind -> kind.isInstance(cause));
    }
}
