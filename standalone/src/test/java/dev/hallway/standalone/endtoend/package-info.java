// SPDX-License-Identifier: Apache-2.0
/** Whole runs of Hallway on real parts, with a simulated GitHub as the only stand-in. */
@NullMarked
package dev.hallway.standalone.endtoend;

import org.jspecify.annotations.NullMarked;
