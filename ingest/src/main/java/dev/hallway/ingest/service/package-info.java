// SPDX-License-Identifier: Apache-2.0
/** What runs beside the polling loop when ingest serves HTTP, wired together. */
@NullMarked
package dev.hallway.ingest.service;

import org.jspecify.annotations.NullMarked;
