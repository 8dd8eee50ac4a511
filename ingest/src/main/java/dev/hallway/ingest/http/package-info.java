// SPDX-License-Identifier: Apache-2.0
/**
 * What ingest answers over HTTP: deliveries from GitHub, health, meters and status.
 *
 * <p>On loopback unless deliveries are authenticated by their signature. Whatever is wrong with a request is answered by a
 * problem document (RFC 9457) that says what would be right.
 */
@NullMarked
package dev.hallway.ingest.http;

import org.jspecify.annotations.NullMarked;
