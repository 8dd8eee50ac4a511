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
 * Cleans up behind a broker that was killed, before the next one starts.
 *
 * <p>The metadata still call the killed broker the living leader of every partition. The next one would take over its
 * transactions with that, and lose its leadership for a moment once the controller notices. A transaction that is being
 * completed just then is called complete without its markers (Kafka takes a partition without a leader for a deleted
 * one), and readers of committed records wait before it for ever. A controller alone takes the killed broker out first:
 * the next one finds no leader, and begins with transactions when it leads everything.
 */
final class KilledBroker {

    private static final String METADATA = "__cluster_metadata-0";
    // Kafka leaves it behind when it stops in an orderly way, and takes it away when it starts.
    private static final String CLEANLY_STOPPED = ".kafka_cleanshutdown";

    private KilledBroker() {}

    /** True if the last broker on the directory did not stop in an orderly way. */
    static boolean left(Path directory) {
        return Files.exists(directory.resolve(METADATA)) && !Files.exists(directory.resolve(CLEANLY_STOPPED));
    }

    /** Takes the broker out of the metadata; a broker that never came so far as to be in them is as good. */
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
