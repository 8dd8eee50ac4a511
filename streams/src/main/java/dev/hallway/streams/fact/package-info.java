// SPDX-License-Identifier: Apache-2.0
/**
 * What GitHub's snapshots say, as it is kept: who, when and in which association, without an opinion on who is a bot or a
 * maintainer. Pure; a snapshot that cannot be a fact is refused here, before anything is written.
 */
@NullMarked
package dev.hallway.streams.fact;

import org.jspecify.annotations.NullMarked;
