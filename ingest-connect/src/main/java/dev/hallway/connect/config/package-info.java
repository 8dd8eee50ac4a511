// SPDX-License-Identifier: Apache-2.0
/** What the connector can be told, what it refuses before it starts, and who reads which repository. */
@NullMarked
package dev.hallway.connect.config;

import org.jspecify.annotations.NullMarked;
