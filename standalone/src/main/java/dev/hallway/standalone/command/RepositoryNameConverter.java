// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Accepts {@code OWNER/REPO} and nothing else. */
final class RepositoryNameConverter implements ITypeConverter<String> {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+/[A-Za-z0-9._-]+");

    @Override
    public String convert(String text) {
        if (!NAME.matcher(text).matches()) {
            throw new TypeConversionException(
                    "'" + text + "' is not a repository: OWNER/REPO is expected, such as dapr/dapr");
        }
        return text;
    }
}
