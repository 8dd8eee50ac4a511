// SPDX-License-Identifier: Apache-2.0
/** How Hallway writes JSON: names in camel case, moments as ISO-8601 text in UTC, durations as whole seconds. */
@NullMarked
package dev.hallway.streams.json;

import org.jspecify.annotations.NullMarked;
