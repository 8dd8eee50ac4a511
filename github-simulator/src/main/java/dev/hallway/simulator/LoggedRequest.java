// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator;

/**
 * One request as the simulated GitHub answered it.
 *
 * @param pathAndQuery path and query
 * @param status status of the answer
 * @param authenticated whether it came with a token
 */
public record LoggedRequest(String pathAndQuery, int status, boolean authenticated) {}
