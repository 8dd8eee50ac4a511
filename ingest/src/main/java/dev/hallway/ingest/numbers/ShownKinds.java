// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.numbers;

/**
 * Which kinds of items GitHub shows of a repository: a feature that is switched off hides the items that there are.
 *
 * @param issues whether it shows issues
 * @param pullRequests whether it shows pull requests
 */
public record ShownKinds(boolean issues, boolean pullRequests) {

    /** Nothing is switched off. */
    public static final ShownKinds ALL = new ShownKinds(true, true);
}
