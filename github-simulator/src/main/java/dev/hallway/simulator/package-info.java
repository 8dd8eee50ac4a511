// SPDX-License-Identifier: Apache-2.0
/**
 * A GitHub inside the program: REST and some GraphQL over real HTTP on the loopback address, for the demo community and for tests.
 *
 * <p>{@link dev.hallway.simulator.SimulatedCommunity} holds what the community did and may change at any time, from any
 * thread; {@link dev.hallway.simulator.SimulatedGitHub} serves it with GitHub's paging, conditional requests, limits and
 * redirects. It knows nothing of Hallway.
 */
@NullMarked
package dev.hallway.simulator;

import org.jspecify.annotations.NullMarked;
