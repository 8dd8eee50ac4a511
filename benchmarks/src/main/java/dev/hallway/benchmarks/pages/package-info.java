// SPDX-License-Identifier: Apache-2.0
/** Measures how soon a browser shows the pages, over many repositories and over many weeks. */
@NullMarked
package dev.hallway.benchmarks.pages;

import org.jspecify.annotations.NullMarked;
