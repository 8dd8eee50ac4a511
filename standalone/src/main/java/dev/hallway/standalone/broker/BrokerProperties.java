// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.broker;

import java.nio.file.Path;
import java.util.Properties;

/** The configuration of a single broker that starts fast and needs little memory. */
final class BrokerProperties {

    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private static final String BROKER_LISTENER = "PLAINTEXT";

    private BrokerProperties() {}

    static Properties of(Path directory, int brokerPort, int controllerPort) {
        Properties properties = new Properties();
        identity(properties, directory);
        listeners(properties, brokerPort, controllerPort);
        singleNode(properties);
        quickStart(properties);
        littleMemory(properties);
        nothingExpires(properties);
        quickRemoval(properties);
        return properties;
    }

    /** The controller of the same directory without its broker. */
    static Properties ofControllerAlone(Path directory, int controllerPort) {
        String listener = controllerListener(controllerPort);
        Properties properties = new Properties();
        identity(properties, directory);
        properties.setProperty("process.roles", "controller");
        properties.setProperty("listeners", listener);
        properties.setProperty("advertised.listeners", listener);
        controller(properties, controllerPort);
        quickStart(properties);
        return properties;
    }

    private static void identity(Properties properties, Path directory) {
        properties.setProperty("node.id", Integer.toString(NODE_ID));
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("log.dirs", directory.toString());
        properties.setProperty("auto.create.topics.enable", "false");
    }

    private static void listeners(Properties properties, int brokerPort, int controllerPort) {
        String broker = BROKER_LISTENER + "://" + LoopbackPorts.HOST + ":" + brokerPort;
        properties.setProperty("listeners", broker + "," + controllerListener(controllerPort));
        properties.setProperty("advertised.listeners", broker);
        properties.setProperty("inter.broker.listener.name", BROKER_LISTENER);
        controller(properties, controllerPort);
    }

    private static String controllerListener(int port) {
        return CONTROLLER_LISTENER + "://" + LoopbackPorts.HOST + ":" + port;
    }

    private static void controller(Properties properties, int controllerPort) {
        properties.setProperty("controller.listener.names", CONTROLLER_LISTENER);
        properties.setProperty(
                "listener.security.protocol.map", BROKER_LISTENER + ":PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
        properties.setProperty("controller.quorum.voters", NODE_ID + "@" + LoopbackPorts.HOST + ":" + controllerPort);
    }

    private static void singleNode(Properties properties) {
        properties.setProperty("default.replication.factor", "1");
        properties.setProperty("offsets.topic.replication.factor", "1");
        properties.setProperty("offsets.topic.num.partitions", "4");
        properties.setProperty("transaction.state.log.replication.factor", "1");
        properties.setProperty("transaction.state.log.min.isr", "1");
        properties.setProperty("transaction.state.log.num.partitions", "4");
        properties.setProperty("share.coordinator.state.topic.replication.factor", "1");
        properties.setProperty("share.coordinator.state.topic.min.isr", "1");
    }

    private static void quickStart(Properties properties) {
        properties.setProperty("group.initial.rebalance.delay.ms", "0");
        // There is nobody else to win the election, so there is no need to wait.
        properties.setProperty("controller.quorum.election.timeout.ms", "100");
        properties.setProperty("controller.quorum.election.backoff.max.ms", "50");
        properties.setProperty("server.max.startup.time.ms", "60000");
        properties.setProperty("num.recovery.threads.per.data.dir", "2");
        // A starting broker is admitted with a heartbeat.
        properties.setProperty("broker.heartbeat.interval.ms", "500");
        // A slow broker must not be considered dead: nobody else could take over.
        properties.setProperty("broker.session.timeout.ms", "60000");
        // The no-op records of an idle controller would only help other nodes to keep up.
        properties.setProperty("metadata.max.idle.interval.ms", "0");
    }

    private static void littleMemory(Properties properties) {
        properties.setProperty("num.network.threads", "2");
        properties.setProperty("num.io.threads", "4");
        properties.setProperty("background.threads", "2");
        properties.setProperty("group.coordinator.threads", "1");
        properties.setProperty("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
        properties.setProperty("log.cleaner.io.buffer.size", Integer.toString(256 << 10));
        properties.setProperty("log.segment.bytes", Integer.toString(128 << 20));
        // Each partition maps its whole index into memory; 1 MiB covers a segment of this size.
        properties.setProperty("log.index.size.max.bytes", Integer.toString(1 << 20));
    }

    /** What was forgotten is to be gone from the disk in seconds. */
    private static void quickRemoval(Properties properties) {
        properties.setProperty("log.cleaner.backoff.ms", "2000");
        properties.setProperty("log.segment.delete.delay.ms", "1000");
    }

    private static void nothingExpires(Properties properties) {
        // A monthly digest must continue where the last one stopped; by default Kafka forgets a group after a week.
        properties.setProperty("offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE));
    }
}
