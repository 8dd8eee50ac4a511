// SPDX-License-Identifier: Apache-2.0
/** What has changed since it was last derived: noted with the fact that made it, forgotten with what was derived. */
@NullMarked
package dev.hallway.streams.change;

import org.jspecify.annotations.NullMarked;
