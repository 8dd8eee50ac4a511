// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Prometheus' own tool, which checks metrics and rules; a test that needs it is skipped where it is not installed. */
final class Promtool {

    private static final String NAME = "promtool";

    private Promtool() {}

    static Promtool ifThere() {
        boolean there = Pattern.compile(System.getProperty("path.separator"), Pattern.LITERAL)
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory).resolve(NAME)));
        assumeTrue(there, "promtool is not installed; Debian has it in the package prometheus");
        return new Promtool();
    }

    Verdict checkMetrics(String text) throws IOException, InterruptedException {
        return run(text, "check", "metrics");
    }

    Verdict testRules(Path... tests) throws IOException, InterruptedException {
        return run("", "test", "rules", Stream.of(tests).map(Path::toString).toArray(String[]::new));
    }

    private static Verdict run(String input, String first, String second, String... more)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(NAME, first, second));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (OutputStream toIt = process.getOutputStream()) {
            toIt.write(input.getBytes(UTF_8));
        }
        String words = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Verdict(process.waitFor(), words);
    }

    /**
     * What it says.
     *
     * @param exit 0 if nothing is wrong
     * @param words everything that it wrote
     */
    record Verdict(int exit, String words) {}
}
