// SPDX-License-Identifier: Apache-2.0
/**
 * A schema registry inside this JVM that speaks Confluent's REST API, for Avro schemas without references.
 *
 * <p>An id never changes once it has been assigned, even after a crash: every change is on disk before it is
 * acknowledged. What may be registered is decided by Confluent's own compatibility checker. The schemas
 * of Hallway's own topics are there from the start, and over HTTP nobody changes them.
 */
@NullMarked
package dev.hallway.standalone.registry;

import org.jspecify.annotations.NullMarked;
