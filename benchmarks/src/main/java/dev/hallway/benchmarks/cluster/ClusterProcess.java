// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.cluster;

import dev.hallway.contract.PartitionChoice;
import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.TopicCreation;
import dev.hallway.contract.Topics;
import dev.hallway.standalone.Cluster;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** A running {@link ClusterMain}. */
public final class ClusterProcess implements AutoCloseable {

    /** Of every topic that is partitioned by repository. */
    public static final int PARTITIONS = PartitionChoice.EMBEDDED;

    /** Options of its JVM that suit most measurements. */
    public static final List<String> USUAL_OPTIONS = List.of("-Xmx512m", "-XX:+UseSerialGC");

    private final ChildProcess process;
    private final Cluster cluster;

    private ClusterProcess(ChildProcess process, Cluster cluster) {
        this.process = process;
        this.cluster = cluster;
    }

    /**
     * Starts the process and creates every topic.
     *
     * @param javaOptions options of its JVM
     */
    public static ClusterProcess start(Path directory, List<String> javaOptions) {
        ChildProcess process = ChildProcess.start(ClusterMain.class, javaOptions, List.of(directory.toString()));
        Cluster cluster = new Cluster(
                Map.of(
                        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                        process.announced().get(0)),
                SchemaRegistry.at(process.announced().get(1)));
        createTopics(cluster);
        return new ClusterProcess(process, cluster);
    }

    /** How to reach it. */
    public Cluster cluster() {
        return cluster;
    }

    /** The process, to inspect. */
    public ProcessHandle handle() {
        return process.handle();
    }

    @Override
    public void close() {
        process.close();
    }

    private static void createTopics(Cluster cluster) {
        try (Admin admin = Admin.create(cluster.kafka())) {
            new TopicCreation(admin).createMissing(Topics.ALL, PARTITIONS);
            keepEveryEvent(admin);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating the topics.", interrupted);
        } catch (ExecutionException refused) {
            throw new IllegalStateException("The topics were not configured: " + refused.getMessage(), refused);
        }
    }

    /** All events that are written are to be read, also those of which there is a later snapshot. */
    private static void keepEveryEvent(Admin admin) throws ExecutionException, InterruptedException {
        AlterConfigOp never = new AlterConfigOp(
                new ConfigEntry(TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "1"), AlterConfigOp.OpType.SET);
        Map<ConfigResource, Collection<AlterConfigOp>> inputs = new HashMap<>();
        Topics.INPUTS.forEach(
                topic -> inputs.put(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), List.of(never)));
        admin.incrementalAlterConfigs(inputs).all().get();
    }
}
