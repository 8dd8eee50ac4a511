// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.failure;

import dev.hallway.streams.fact.InvalidFactException;
import dev.hallway.streams.fact.MisplacedFactException;
import dev.hallway.streams.operations.DeadLetterMeter;
import dev.hallway.streams.operations.DeadLetterMeter.Reason;
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
    private DeadLetterMeter meter = DeadLetterMeter.unread();

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        if (!(exception instanceof InvalidFactException)) {
            return Response.fail();
        }
        meter.setAside(exception instanceof MisplacedFactException ? Reason.MISPLACED : Reason.INVALID);
        return goOn.handleError(context, record, exception);
    }

    @Override
    public void configure(Map<String, ?> configs) {
        meter = DeadLetterMeter.of(configs);
        goOn.configure(configs);
    }
}
