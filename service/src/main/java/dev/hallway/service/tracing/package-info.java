// SPDX-License-Identifier: Apache-2.0
/**
 * Traces over the services, by OpenTelemetry: off unless its standard environment variables say where spans go.
 *
 * <p>Between the services, the context of a trace travels in the headers of records, as the W3C's {@code traceparent} and
 * {@code tracestate}. While tracing is off, no span is made and no header is read or written.
 */
@NullMarked
package dev.hallway.service.tracing;

import org.jspecify.annotations.NullMarked;
