// SPDX-License-Identifier: Apache-2.0
/** What operators can see of a running ingest: meters, and how far each repository has been read. */
@NullMarked
package dev.hallway.ingest.operations;

import org.jspecify.annotations.NullMarked;
