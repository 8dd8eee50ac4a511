// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.failure;

import dev.hallway.streams.fact.InvalidFactException;
import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sends a record that cannot be a fact to the dead-letter topic and goes on; stops at anything else.
 *
 * <p>Facts are judged before any state changes, so going on is safe. Every other exception is a fault of ours: going on
 * would leave figures wrong without anybody noticing.
 */
public final class PoisonFactHandler implements ProcessingExceptionHandler {

    private final ProcessingExceptionHandler goOn = new LogAndContinueProcessingExceptionHandler();

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        return exception instanceof InvalidFactException
                ? goOn.handleError(context, record, exception)
                : Response.fail();
    }

    @Override
    public void configure(Map<String, ?> configs) {
        goOn.configure(configs);
    }
}
