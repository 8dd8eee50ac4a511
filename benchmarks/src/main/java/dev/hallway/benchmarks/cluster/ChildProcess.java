// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Another JVM with the same class path, which announces in one line that it is ready and runs until its input ends.
 */
public final class ChildProcess implements AutoCloseable {

    /** Begins the line that says it is ready; anything else on standard output is not meant for the parent. */
    public static final String READY = "ready ";

    private static final int SECONDS_TO_STOP = 30;

    private final Process process;
    private final List<String> announced;

    private ChildProcess(Process process, List<String> announced) {
        this.process = process;
        this.announced = announced;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param main class to run
     * @param javaOptions options of its JVM
     */
    public static ChildProcess start(Class<?> main, List<String> javaOptions, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new ChildProcess(process, waitUntilReady(process));
        } catch (IOException failure) {
            throw new UncheckedIOException("The process of " + main.getSimpleName() + " did not start.", failure);
        }
    }

    /** The words it announced when it was ready. */
    public List<String> announced() {
        return announced;
    }

    /** The process, to inspect. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** For the child's main: says that it is ready and waits for the end of the input. */
    @SuppressWarnings("SystemOut") // Standard output is how the parent process is notified.
    public static void serve(String... words) throws IOException {
        System.out.println(READY + String.join(" ", words));
        int next = System.in.read();
        while (next >= 0) {
            next = System.in.read();
        }
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException gone) {
            process.destroyForcibly();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> waitUntilReady(Process process) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(READY)) {
                return List.of(line.substring(READY.length()).split(" ", -1));
            }
        }
        throw new IOException("It ended before it listened; its messages are above.");
    }
}
