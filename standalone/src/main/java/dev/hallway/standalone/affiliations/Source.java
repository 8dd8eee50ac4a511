// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.affiliations;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Optional;

/** A kind of file that tells of people and organisations. */
public interface Source {

    /**
     * Reads a file into a draft, a person at a time.
     *
     * @param file what the file is called where something of it cannot be taken
     * @throws IOException if it cannot be read, or is not of this kind
     */
    void read(BufferedReader text, String file, RegistryDraft draft) throws IOException;

    /** What is known to be missing once all files have been read; empty if nothing is. */
    default Optional<String> missing() {
        return Optional.empty();
    }
}
