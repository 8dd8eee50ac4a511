// SPDX-License-Identifier: Apache-2.0
/**
 * The demo community: a made-up history of three repositories, for trying Hallway offline.
 *
 * <p>{@link dev.hallway.simulator.demo.DemoCommunity} fills a {@link dev.hallway.simulator.SimulatedCommunity} with the
 * story of one request that became code, documentation and a sample, and with months of ordinary activity around it.
 * The same call gives the same history on every machine. None of it was written by anybody: the repository names are
 * illustrative, every login starts with {@code demo-}, and every issue and pull request says that it is made up.
 */
@NullMarked
package dev.hallway.simulator.demo;

import org.jspecify.annotations.NullMarked;
