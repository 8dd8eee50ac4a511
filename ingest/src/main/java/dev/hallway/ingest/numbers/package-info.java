// SPDX-License-Identifier: Apache-2.0
/**
 * What is known of every number of a repository, and how often it is checked. Pure: nothing here asks GitHub.
 *
 * <p>Issues, pull requests and discussions share one sequence of numbers from 1. A number that is neither a published item
 * nor explained is a hole, and a hole may be something that figures lack.
 */
@NullMarked
package dev.hallway.ingest.numbers;

import org.jspecify.annotations.NullMarked;
