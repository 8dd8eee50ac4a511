// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import dev.hallway.standalone.command.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The {@code hallway} command in a process of its own, with the class path of the tests. */
final class HallwayProcess implements AutoCloseable {

    private final Process process;
    private final Path out;
    private final Path err;

    private HallwayProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts it; what it writes goes to files in the given directory. */
    static HallwayProcess start(Path outputs, String... arguments) throws IOException {
        Path out = Files.createTempFile(outputs, "hallway", ".out");
        Path err = Files.createTempFile(outputs, "hallway", ".err");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().remove("GITHUB_TOKEN");
        return new HallwayProcess(builder.start(), out, err);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Sends SIGKILL and returns what the process ended with. */
    int kill() throws InterruptedException {
        return process.destroyForcibly().waitFor();
    }

    /** Sends SIGTERM and returns what the process ended with. */
    int terminate() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    /** Waits for its end and returns its exit code. */
    int end() throws InterruptedException {
        return process.waitFor();
    }

    /** Its results so far. */
    String out() {
        return read(out);
    }

    /** What it said about its work so far. */
    String err() {
        return read(err);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(file + " cannot be read.", unreadable);
        }
    }
}
