// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import dev.hallway.standalone.Parts;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Does once what short-lived commands do: with the demo community, offline, and without a result other than its exit
 * code.
 *
 * <p>The launcher lets Java archive the classes that this loads.
 */
@Command(
        name = "rehearse",
        hidden = true,
        description =
                "Does once, offline, what short-lived commands do, so that the launcher can archive the classes they load.")
@SuppressWarnings("NullAway.Init") // picocli sets them.
final class RehearseCommand implements Callable<Integer> {

    private final Parts parts;

    @Parameters(paramLabel = "DIR", description = "An empty directory, which is not needed afterwards.")
    private Path directory;

    RehearseCommand(Parts parts) {
        this.parts = parts;
    }

    @Override
    public Integer call() {
        try (DemoServer demo = DemoServer.start()) {
            // All of them load the same classes; the last one is small.
            String repository = demo.repositories().get(demo.repositories().size() - 1);
            String out = directory.resolve("out").toString();
            List<Stream<String>> commands = List.of(
                    // The first reads everything, the next finds nothing new.
                    Stream.of("export", repository, "--out", out),
                    Stream.of("digest", repository),
                    Stream.of("status", repository),
                    Stream.of("doctor"));
            return commands.stream()
                    .mapToInt(command -> run(demo, command))
                    .filter(exit -> exit != 0)
                    .findFirst()
                    .orElse(0);
        }
    }

    private int run(DemoServer demo, Stream<String> command) {
        Stream<String> where = Stream.of(
                "--github-url",
                demo.address().toString(),
                "--data-dir",
                directory.resolve("data").toString());
        return Main.run(
                Main.commandLine(parts).setOut(new PrintWriter(Writer.nullWriter())),
                Stream.concat(command, where).toArray(String[]::new));
    }
}
