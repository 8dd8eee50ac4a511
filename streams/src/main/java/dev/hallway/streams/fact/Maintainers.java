// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.fact;

import dev.hallway.github.AuthorAssociation;

/** Which contributions are a maintainer's. */
public final class Maintainers {

    private Maintainers() {}

    /** True if GitHub's association on the contribution, as last seen, makes it a maintainer's. */
    public static boolean wrote(AuthorAssociation association) {
        return switch (association) {
            case OWNER, MEMBER, COLLABORATOR -> true;
            case UNKNOWN, CONTRIBUTOR, FIRST_TIMER, FIRST_TIME_CONTRIBUTOR, MANNEQUIN, NONE -> false;
        };
    }
}
