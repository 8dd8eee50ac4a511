// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A worker of Kafka Connect's own, in distributed mode, as a process. */
final class ConnectWorker implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("advertising URL (http://[^/\\s]+)/");

    private final Process process;
    private final Path log;

    private ConnectWorker(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts a worker of the one group on a Kafka, with the plugin as it was packaged. */
    static ConnectWorker start(Path directory, String name, String bootstrapServers) throws IOException {
        Path properties = directory.resolve(name + ".properties");
        try (var writer = Files.newBufferedWriter(properties)) {
            properties(bootstrapServers).store(writer, null);
        }
        Path log = directory.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-Dlogback.configurationFile="
                                + Path.of("src", "test", "resources", "logback-worker.xml")
                                        .toAbsolutePath(),
                        "-cp",
                        System.getProperty("hallway.connect.worker") + "/*",
                        "org.apache.kafka.connect.cli.ConnectDistributed",
                        properties.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().remove("GITHUB_TOKEN");
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new ConnectWorker(process, log);
    }

    /** Where its REST API listens, once it does. */
    Optional<URI> address() {
        Matcher said = ADDRESS.matcher(log());
        return said.find() ? Optional.of(URI.create(said.group(1))) : Optional.empty();
    }

    /** What Connect calls it in its status. */
    String id() {
        return address().map(URI::getAuthority).orElse("");
    }

    /** Sends SIGKILL, and waits until it is dead. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What it has said so far. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static Properties properties(String bootstrapServers) {
        String json = "org.apache.kafka.connect.json.JsonConverter";
        Map<String, String> values = new TreeMap<>();
        values.put("bootstrap.servers", bootstrapServers);
        values.put("group.id", "three-workers");
        values.put("key.converter", json);
        values.put("value.converter", json);
        for (String kept : List.of("config", "offset", "status")) {
            values.put(kept + ".storage.topic", "connect-" + kept);
            values.put(kept + ".storage.replication.factor", "1");
        }
        values.put("offset.storage.partitions", "2");
        values.put("status.storage.partitions", "1");
        values.put("exactly.once.source.support", "enabled");
        values.put("listeners", "http://127.0.0.1:0");
        values.put("plugin.path", System.getProperty("hallway.connect.plugins"));
        values.put("plugin.discovery", "service_load");
        // The shortest the broker allows; a worker that is killed is missed only after this, and replaced at once.
        values.put("session.timeout.ms", "6000");
        values.put("heartbeat.interval.ms", "500");
        values.put("scheduled.rebalance.max.delay.ms", "0");
        Properties properties = new Properties();
        properties.putAll(values);
        return properties;
    }
}
