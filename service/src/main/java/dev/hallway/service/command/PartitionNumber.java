// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.command;

import dev.hallway.contract.PartitionChoice;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses a number of partitions, or says why it is not one. */
public final class PartitionNumber implements ITypeConverter<Integer> {

    /** What picocli calls. */
    public PartitionNumber() {}

    @Override
    public Integer convert(String text) {
        try {
            return PartitionChoice.parse(text);
        } catch (IllegalArgumentException wrong) {
            throw new TypeConversionException(String.valueOf(wrong.getMessage()));
        }
    }
}
