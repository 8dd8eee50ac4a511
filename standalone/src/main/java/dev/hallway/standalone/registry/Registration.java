// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.registry;

import java.util.List;

/** The result of registering a schema. */
sealed interface Registration {

    /** It is registered, now or already before. */
    record Registered(SubjectVersion registered) implements Registration {}

    /** It would break readers or writers of an earlier version. */
    record Incompatible(List<String> reasons) implements Registration {

        /** Copies the reasons. */
        public Incompatible {
            reasons = List.copyOf(reasons);
        }
    }
}
