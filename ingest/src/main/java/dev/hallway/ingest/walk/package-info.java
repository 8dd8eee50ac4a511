// SPDX-License-Identifier: Apache-2.0
/**
 * What reading consists of: a walk reads one list or does one check in steps, each of one page or a few requests.
 *
 * <p>What stops a walk stops nothing else unless nothing else can be read either.
 */
@NullMarked
package dev.hallway.ingest.walk;

import org.jspecify.annotations.NullMarked;
