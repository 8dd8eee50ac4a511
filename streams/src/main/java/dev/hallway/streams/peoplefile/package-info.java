// SPDX-License-Identifier: Apache-2.0
/**
 * The registry of people as its owner writes it: the file {@code people.yaml}.
 *
 * <p>A file is taken whole or refused with everything that is wrong in it, each with its line. What is written here reads
 * back as the same. Knows neither Kafka nor what becomes of the registry.
 */
@NullMarked
package dev.hallway.streams.peoplefile;

import org.jspecify.annotations.NullMarked;
