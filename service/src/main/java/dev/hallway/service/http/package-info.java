// SPDX-License-Identifier: Apache-2.0
/**
 * What Hallway's HTTP services share: listening with clear refusals, problem documents, event streams, the token, and the
 * rules of loopback.
 *
 * <p>Knows neither figures nor GitHub; what is served is up to its users.
 */
@NullMarked
package dev.hallway.service.http;

import org.jspecify.annotations.NullMarked;
