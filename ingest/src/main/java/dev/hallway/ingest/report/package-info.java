// SPDX-License-Identifier: Apache-2.0
/** What ingest tells those who run it: while it works, and what a cycle came to. */
@NullMarked
package dev.hallway.ingest.report;

import org.jspecify.annotations.NullMarked;
