// SPDX-License-Identifier: Apache-2.0
/**
 * What is known of every number of a repository, and how often it is checked. Pure: nothing here asks GitHub.
 *
 * <p>Issues, pull requests and discussions share one sequence of numbers from 1. A number that is neither a published
 * item nor explained is a hole, which may be something that is missing from the figures.
 */
@NullMarked
package dev.hallway.ingest.numbers;

import org.jspecify.annotations.NullMarked;
