// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.read;

import java.time.Instant;

/**
 * Who spoke last in an item: its opening, comments, reviews and review comments, those of bots aside.
 *
 * @param byAuthor true if it was its author, false if it was another human
 * @param since when whoever spoke last began, UTC: what else they said since then, nobody on the other side has answered
 */
public record LastWord(boolean byAuthor, Instant since) {}
