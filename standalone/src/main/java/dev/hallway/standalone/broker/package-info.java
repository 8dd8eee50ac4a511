// SPDX-License-Identifier: Apache-2.0
/**
 * A Kafka of one node inside this JVM, reachable over loopback only.
 *
 * <p>It is the real broker with a controller beside it (KRaft), set up for a quick start and little memory. What was
 * written to it survives a restart on the same directory, also after the process was killed.
 */
@NullMarked
package dev.hallway.standalone.broker;

import org.jspecify.annotations.NullMarked;
