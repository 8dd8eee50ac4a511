// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator.demo;

import java.time.Instant;
import java.util.function.Consumer;

/**
 * One item of the story with its comments and reviews.
 *
 * @param item where it stands
 * @param openedAt when it was opened
 * @param script writes it down in its repository
 */
record Scene(DemoItem item, Instant openedAt, Consumer<HistoryWriter> script) {}
