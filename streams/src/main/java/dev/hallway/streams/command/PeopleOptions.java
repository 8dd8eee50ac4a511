// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.command;

import dev.hallway.streams.peoplefile.CheckedPeople;
import dev.hallway.streams.peoplefile.PeopleFile;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that names the file of people, the same for everything that computes. */
public final class PeopleOptions {

    @Option(
            names = "--people",
            paramLabel = "FILE",
            defaultValue = "${env:HALLWAY_PEOPLE:-}",
            description = "Who has which accounts, belongs to which organisation, and is a bot or a maintainer: a"
                    + " people.yaml, checked before anything starts (environment: HALLWAY_PEOPLE). Without it, what was"
                    + " last given stays in force; an empty file takes it back. 'hallway people check FILE' says what is"
                    + " wrong in one.")
    private Path file = Path.of("");

    /**
     * Reads the file; empty if none is named.
     *
     * @throws IllegalArgumentException if it is wrong, with a line for each mistake
     */
    public Optional<CheckedPeople> checked() {
        return file.toString().isBlank() ? Optional.empty() : Optional.of(CheckedPeople.read(new PeopleFile(file)));
    }
}
