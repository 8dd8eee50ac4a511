// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

/**
 * A reference that a text makes to an issue or pull request, which need not exist.
 *
 * @param repository {@code owner/repo} of the target in lower case
 * @param number number of the target, at least 1
 * @param closes true if a closing keyword stands before it, false for a mention
 */
public record TextReference(String repository, long number, boolean closes) {}
