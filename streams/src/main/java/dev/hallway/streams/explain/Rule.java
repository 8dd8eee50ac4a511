// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.explain;

/** What decides what a figure counts: events of its week, or items at its end. */
sealed interface Rule permits EventRule, OpenItemRule {}
