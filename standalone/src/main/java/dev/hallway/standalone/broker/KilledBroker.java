// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.broker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.utils.Time;

/**
 * Cleans up after a broker that was killed, before the next one starts.
 *
 * <p>The metadata still call the killed broker the living leader of every partition. The next one would take over its
 * transactions on that basis, and lose its leadership for a moment once the controller notices. A transaction being
 * completed just then is considered complete without its markers (Kafka treats a partition without a leader as
 * deleted), and readers of committed records wait for it for ever. So a controller alone removes the killed broker
 * first: the next one finds no leader, and starts with transactions once it leads everything.
 */
final class KilledBroker {

    private static final String METADATA = "__cluster_metadata-0";
    // Kafka writes it on a clean shutdown, and removes it when it starts.
    private static final String CLEANLY_STOPPED = ".kafka_cleanshutdown";

    private KilledBroker() {}

    /** True if the last broker on the directory did not shut down cleanly. */
    static boolean left(Path directory) {
        return Files.exists(directory.resolve(METADATA)) && !Files.exists(directory.resolve(CLEANLY_STOPPED));
    }

    /** Removes the broker from the metadata; one that never got into them needs no removal. */
    static void forget(Path directory, int controllerPort) throws InterruptedException, ExecutionException {
        KafkaRaftServer controller = new KafkaRaftServer(
                new KafkaConfig(BrokerProperties.ofControllerAlone(directory, controllerPort)), Time.SYSTEM);
        try {
            controller.startup();
            String address = LoopbackPorts.HOST + ":" + controllerPort;
            try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_CONTROLLERS_CONFIG, address))) {
                admin.unregisterBroker(BrokerProperties.NODE_ID).all().get();
            }
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof BrokerIdNotRegisteredException)) {
                throw failure;
            }
        } finally {
            controller.shutdown();
        }
    }
}
