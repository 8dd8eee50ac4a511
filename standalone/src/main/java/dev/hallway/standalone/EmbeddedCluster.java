// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.TopicCreation;
import dev.hallway.contract.Topics;
import dev.hallway.contract.UnevenPartitionsException;
import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.standalone.broker.EmbeddedBroker;
import dev.hallway.standalone.diagnosis.Diagnosis;
import dev.hallway.standalone.failure.Failure;
import dev.hallway.standalone.registry.EmbeddedRegistry;
import dev.hallway.streams.forgetting.Forgetting;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** The Kafka and the schema registry of a data directory, running in this process, with every topic. */
public final class EmbeddedCluster implements AutoCloseable {

    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;
    private final Cluster cluster;

    private EmbeddedCluster(EmbeddedBroker broker, EmbeddedRegistry registry) {
        this.broker = broker;
        this.registry = registry;
        cluster =
                new Cluster(Map.of("bootstrap.servers", broker.bootstrapServers()), SchemaRegistry.at(registry.url()));
    }

    /**
     * Starts both, and creates the topics that are missing.
     *
     * @throws Failure if the data directory cannot be used, a port is in use, or records are missing that were there
     */
    public static EmbeddedCluster start(HallwaySettings settings) {
        refuseMissingRecords(settings.directory());
        EmbeddedBroker broker = EmbeddedBroker.start(settings.directory().kafka(), settings.kafkaPort());
        EmbeddedRegistry registry;
        try {
            registry = EmbeddedRegistry.start(settings.directory().registry(), settings.registryPort());
        } catch (RuntimeException failure) {
            broker.close();
            throw failure;
        }
        EmbeddedCluster started = new EmbeddedCluster(broker, registry);
        try {
            createTopics(started.cluster, settings.partitions());
            return started;
        } catch (RuntimeException failure) {
            started.close();
            throw failure;
        }
    }

    /** How clients reach them. */
    public Cluster cluster() {
        return cluster;
    }

    @Override
    public void close() {
        registry.close();
        broker.close();
    }

    /** The broker would start on what is left, forget that there was more, and nobody would ever catch up. */
    private static void refuseMissingRecords(DataDirectory directory) {
        Diagnosis.logs(directory).ifPresent(trouble -> {
            throw new Failure(HallwayExitCode.DATA_DIRECTORY, trouble.sentence());
        });
    }

    private static void createTopics(Cluster cluster, int partitions) {
        try (Admin admin = Admin.create(cluster.kafka())) {
            new TopicCreation(admin).createMissing(Topics.ALL, partitions);
            Forgetting.endBrokenOff(admin);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure(HallwayExitCode.FAILED, "Interrupted while creating the topics.", interrupted);
        } catch (UnevenPartitionsException uneven) {
            throw new Failure(HallwayExitCode.KAFKA, String.valueOf(uneven.getMessage()), uneven);
        } catch (KafkaException refused) {
            throw new Failure(
                    HallwayExitCode.KAFKA, "Kafka does not create Hallway's topics: " + refused.getMessage(), refused);
        }
    }
}
