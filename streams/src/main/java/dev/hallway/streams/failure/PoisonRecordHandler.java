// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.failure;

import dev.hallway.streams.operations.DeadLetterMeter;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.errors.LogAndFailExceptionHandler;

/**
 * Sends a record that no deserializer can read to the dead-letter topic, as it came, and goes on.
 *
 * <p>While the schema registry does not answer, no record can be read: then the thread stops instead, and starts again
 * at the same record.
 */
public final class PoisonRecordHandler implements DeserializationExceptionHandler {

    private final DeserializationExceptionHandler goOn = new LogAndContinueExceptionHandler();
    private final DeserializationExceptionHandler stop = new LogAndFailExceptionHandler();
    private DeadLetterMeter meter = DeadLetterMeter.unread();

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        if (RegistryOutage.caused(exception)) {
            return stop.handleError(context, record, exception);
        }
        meter.setAside(DeadLetterMeter.Reason.UNREADABLE);
        return goOn.handleError(context, record, exception);
    }

    @Override
    public void configure(Map<String, ?> configs) {
        meter = DeadLetterMeter.of(configs);
        goOn.configure(configs);
        stop.configure(configs);
    }
}
