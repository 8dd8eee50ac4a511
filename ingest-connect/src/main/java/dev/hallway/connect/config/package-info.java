// SPDX-License-Identifier: Apache-2.0
/** The connector's settings, what it refuses before it starts, and which task reads which repository. */
@NullMarked
package dev.hallway.connect.config;

import org.jspecify.annotations.NullMarked;
