// SPDX-License-Identifier: Apache-2.0
/**
 * What can be read of a community's materialised figures, apart from where they are stored.
 *
 * <p>Everything about one repository lies on one task, so each method answers from one place. The digest and the HTTP
 * queries know only this package; the repository topology implements it over its stores.
 */
@NullMarked
package dev.hallway.streams.read;

import org.jspecify.annotations.NullMarked;
