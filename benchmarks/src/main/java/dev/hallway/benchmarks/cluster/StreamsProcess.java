// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.cluster;

import dev.hallway.standalone.Cluster;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.CommonClientConfigs;

/** Streams with its queries, in a process of its own. */
public final class StreamsProcess implements AutoCloseable {

    /** Options of its JVM, as the hallway command runs it. */
    public static final List<String> USUAL_OPTIONS =
            List.of("-Xms128m", "-Xmx512m", "-XX:+UseSerialGC", "-Dlogback.configurationFile=logback-stderr.xml");

    private final ChildProcess process;

    private StreamsProcess(ChildProcess process) {
        this.process = process;
    }

    /**
     * Starts it on a Kafka and a registry.
     *
     * @param state where its stores are kept
     * @param javaOptions options of its JVM
     */
    public static StreamsProcess start(Cluster cluster, Path state, List<String> javaOptions) {
        return new StreamsProcess(ChildProcess.start(
                StreamsServiceMain.class,
                javaOptions,
                List.of(
                        String.valueOf(cluster.kafka().get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)),
                        cluster.registry().url(),
                        state.toString())));
    }

    /** Where queries are answered. */
    public URI address() {
        return URI.create(process.announced().get(0));
    }

    /** The process, to inspect. */
    public ProcessHandle handle() {
        return process.handle();
    }

    @Override
    public void close() {
        process.close();
    }
}
