// SPDX-License-Identifier: Apache-2.0
/**
 * The web pages: one document for all of them, and scripts that ask the HTTP API for what an address names.
 *
 * <p>They load nothing from any other host. The scripts stand as they are served, beside these classes' resources; what they
 * use of others comes from WebJars.
 */
@NullMarked
package dev.hallway.streams.pages;

import org.jspecify.annotations.NullMarked;
