// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.cluster;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import dev.hallway.standalone.Cluster;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A running {@link ClusterMain}. */
public final class ClusterProcess implements AutoCloseable {

    private static final int SECONDS_TO_STOP = 30;

    private final Process process;
    private final Cluster cluster;

    private ClusterProcess(Process process, Cluster cluster) {
        this.process = process;
        this.cluster = cluster;
    }

    /**
     * Starts the process and creates every topic.
     *
     * @param javaOptions options of its JVM
     */
    public static ClusterProcess start(Path directory, List<String> javaOptions) {
        try {
            Process process = new ProcessBuilder(command(directory, javaOptions))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Cluster cluster = waitUntilReady(process);
            createTopics(cluster);
            return new ClusterProcess(process, cluster);
        } catch (IOException failure) {
            throw new UncheckedIOException("The process of broker and registry did not start.", failure);
        }
    }

    /** How to reach it. */
    public Cluster cluster() {
        return cluster;
    }

    /** The process, to look at. */
    public ProcessHandle handle() {
        return process.toHandle();
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

    private static List<String> command(Path directory, List<String> javaOptions) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), ClusterMain.class.getName(), directory.toString()));
        return command;
    }

    private static Cluster waitUntilReady(Process process) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(ClusterMain.READY)) {
                String[] addresses = line.substring(ClusterMain.READY.length()).split(" ", 2);
                return new Cluster(
                        Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, addresses[0]),
                        SchemaRegistry.at(addresses[1]));
            }
        }
        throw new IOException("It ended before it listened; its messages are above.");
    }

    private static void createTopics(Cluster cluster) {
        try (Admin admin = Admin.create(cluster.kafka())) {
            List<NewTopic> topics = new ArrayList<>();
            for (Topic<?, ?> topic : Topics.ALL) {
                topics.add(topic.toNewTopic((short) 1));
            }
            admin.createTopics(topics).all().get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("The topics could not be created.", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating the topics.", interrupted);
        }
    }
}
