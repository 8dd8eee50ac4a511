// SPDX-License-Identifier: Apache-2.0
/** What ingest reports to those who run it: while it works, and at the end of a cycle. */
@NullMarked
package dev.hallway.ingest.report;

import org.jspecify.annotations.NullMarked;
