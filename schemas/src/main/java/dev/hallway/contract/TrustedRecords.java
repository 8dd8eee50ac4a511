// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

import dev.hallway.github.Issue;
import dev.hallway.health.Story;
import dev.hallway.people.PeopleRegistry;
import java.util.Set;
import org.apache.avro.util.ClassSecurityValidator;

/** Tells Avro that a schema may name our generated classes: it only instantiates trusted classes. */
final class TrustedRecords {

    private static final Set<String> PACKAGES =
            Set.of(Issue.class.getPackageName(), Story.class.getPackageName(), PeopleRegistry.class.getPackageName());

    // Avro keeps one list for the whole JVM; a class is initialised once, so ours joins it once.
    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> PACKAGES.contains(type.getPackageName())));
    }

    private TrustedRecords() {}

    /** Makes sure that the classes are trusted from here on. */
    static void trust() {
        // Calling it initialises the class.
    }
}
