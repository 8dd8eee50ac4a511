// SPDX-License-Identifier: Apache-2.0
/**
 * Who is a person, a bot, a maintainer, and of which organisation. Everything else asks here, through {@link
 * dev.hallway.streams.people.Classification}, when a figure is derived.
 */
@NullMarked
package dev.hallway.streams.people;

import org.jspecify.annotations.NullMarked;
