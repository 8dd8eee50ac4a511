// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every measurement of a part can be told. */
public final class RunOptions {

    @Option(names = "--json", paramLabel = "FILE", description = "Also write the figures as JSON.")
    private @Nullable Path json;

    @Option(
            names = "--work-dir",
            paramLabel = "DIR",
            description =
                    "Keep broker and stores below this directory; whatever the run writes there is removed afterwards.")
    private Path workDirectory = Path.of(System.getProperty("java.io.tmpdir"));

    /** A new directory for the run. */
    public WorkDirectory directory() throws IOException {
        return WorkDirectory.below(workDirectory);
    }

    /** Writes what was measured where the caller wants it, if anywhere. */
    public void write(Object figures) throws IOException {
        if (json != null) {
            Files.writeString(
                    json,
                    new ObjectMapper()
                            .enable(SerializationFeature.INDENT_OUTPUT)
                            .writeValueAsString(figures));
        }
    }
}
