// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.translate;

import java.util.regex.Pattern;

/** Which names GitHub gives to repositories. */
public final class LegalName {

    private static final Pattern REPOSITORY =
            Pattern.compile("[A-Za-z0-9_.-]{1,100}/(?!\\.{1,2}$)[A-Za-z0-9_.-]{1,100}");

    private LegalName() {}

    /** Whether that may be {@code owner/repo}: anything else would be another path where it is asked for. */
    public static boolean isRepository(String name) {
        return REPOSITORY.matcher(name).matches() && !name.startsWith("./") && !name.startsWith("../");
    }
}
