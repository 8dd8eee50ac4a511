// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.broker;

import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.standalone.failure.Failure;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running Kafka of one node that listens on loopback. */
public final class EmbeddedBroker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 3;

    private final KafkaRaftServer server;
    private final String clusterId;
    private final int port;

    private EmbeddedBroker(KafkaRaftServer server, String clusterId, int port) {
        this.server = server;
        this.clusterId = clusterId;
        this.port = port;
    }

    /**
     * Starts the broker on a directory, which is formatted if it is new, and returns once it accepts requests.
     *
     * @param directory where the broker keeps everything
     * @param port port for clients on 127.0.0.1; 0 picks any free one
     * @throws Failure if the directory cannot be used or the port is in use
     */
    public static EmbeddedBroker start(Path directory, int port) {
        leaveLocalesThatKafkaCannotStand();
        Path absolute = directory.toAbsolutePath();
        String clusterId = BrokerStorage.prepare(absolute);
        for (int attempt = 1; ; attempt++) {
            int brokerPort = LoopbackPorts.free(port, "Kafka", "--kafka-port");
            int controllerPort = LoopbackPorts.free(0, "the Kafka controller", "--kafka-port");
            KafkaRaftServer server = create(BrokerProperties.of(absolute, brokerPort, controllerPort));
            try {
                if (KilledBroker.left(absolute)) {
                    KilledBroker.forget(absolute, controllerPort);
                }
                server.startup();
                return new EmbeddedBroker(server, clusterId, brokerPort);
            } catch (Exception failure) { // Scala declares no checked exceptions, and throws them.
                server.shutdown();
                // Another process may take a free port between finding it and listening on it.
                if (!isPortTaken(failure) || attempt == ATTEMPTS) {
                    throw new Failure(
                            HallwayExitCode.FAILED,
                            "The embedded Kafka did not start on " + absolute + ": " + failure.getMessage(),
                            failure);
                }
            }
        }
    }

    /** Where clients connect, {@code host:port}. */
    public String bootstrapServers() {
        return LoopbackPorts.HOST + ":" + port;
    }

    /** The id of the cluster; it stays the same on the same directory. */
    public String clusterId() {
        return clusterId;
    }

    /** Stops the broker; gives up after some seconds; the next start then recovers as after a crash. */
    @Override
    public void close() {
        Thread stopping = new Thread(server::shutdown, "stop-embedded-kafka");
        stopping.setDaemon(true);
        stopping.start();
        try {
            stopping.join(STOP_TIMEOUT.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (stopping.isAlive()) {
            LOG.warn("The embedded Kafka did not stop within {} seconds; leaving it.", STOP_TIMEOUT.toSeconds());
        }
    }

    /**
     * Gives the JVM the neutral locale if its own has different upper-case letters.
     *
     * <p>The broker finds its enums by names in upper case of the default locale: in Turkish, "classic" becomes
     * "CLASSİC", and the broker does not start.
     */
    @SuppressWarnings("StringCaseLocaleUsage") // Whether the default locale differs is the question.
    private static void leaveLocalesThatKafkaCannotStand() {
        if (!"classic".toUpperCase().equals("CLASSIC")) {
            LOG.info("Kafka cannot run in locale {}: using the neutral one.", Locale.getDefault());
            Locale.setDefault(Locale.ROOT);
        }
    }

    private static KafkaRaftServer create(Properties properties) {
        return new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
    }

    private static boolean isPortTaken(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return true;
            }
        }
        return false;
    }
}
