// SPDX-License-Identifier: Apache-2.0
/**
 * The plan of a cycle: a repository is looked up, its lists are read, and then it is checked that nothing is missing.
 *
 * <p>Where nothing changed, a cycle costs a request for the repository and one a list, which GitHub does not
 * count against the quota.
 */
@NullMarked
package dev.hallway.ingest.cycle;

import org.jspecify.annotations.NullMarked;
