// SPDX-License-Identifier: Apache-2.0
/**
 * What others have recorded of people and their organisations, as a registry of people.
 *
 * <p>What is taken always makes a registry that {@code people check} finds right. What cannot be taken is named, each with
 * its place and the reason.
 */
@NullMarked
package dev.hallway.standalone.affiliations;

import org.jspecify.annotations.NullMarked;
