// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

/**
 * The input topics of a cluster differ in their partitions, which waiting does not change; the message is for the user.
 */
public final class UnevenPartitionsException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** Says what was found. */
    public UnevenPartitionsException(InputPartitions.Disagreed found) {
        super(found.sentence());
    }
}
