// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.broker;

import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.standalone.failure.Failure;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/** Prepares the directory of a new cluster, and leaves that of an existing one unchanged. */
final class BrokerStorage {

    private static final String IDENTITY_FILE = "meta.properties";
    private static final String CLUSTER_ID = "cluster.id";

    private BrokerStorage() {}

    /** The id of the cluster that lives in the directory, a new one if there was none. */
    static String prepare(Path directory) {
        try {
            Files.createDirectories(directory);
            Path identity = directory.resolve(IDENTITY_FILE);
            return Files.exists(identity) ? readClusterId(identity) : format(directory);
        } catch (IOException unusable) {
            throw new Failure(
                    HallwayExitCode.DATA_DIRECTORY,
                    "Cannot write to " + directory + ": make it writable, or choose another directory with --data-dir.",
                    unusable);
        }
    }

    private static String readClusterId(Path identity) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(identity)) {
            properties.load(reader);
        }
        String clusterId = properties.getProperty(CLUSTER_ID);
        if (clusterId == null) {
            throw new Failure(
                    HallwayExitCode.DATA_DIRECTORY,
                    identity + " names no cluster id: it is not a data directory of Hallway. Move it away, or choose"
                            + " another directory with --data-dir.");
        }
        return clusterId;
    }

    private static String format(Path directory) throws IOException {
        String clusterId = Uuid.randomUuid().toString();
        Formatter formatter = new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setNodeId(BrokerProperties.NODE_ID)
                .setClusterId(clusterId)
                .setControllerListenerName(BrokerProperties.CONTROLLER_LISTENER)
                .addDirectory(directory.toString())
                .setMetadataLogDirectory(directory.toString())
                // A process killed while formatting leaves a half-formatted directory.
                .setIgnoreFormatted(true);
        try {
            formatter.run();
        } catch (RuntimeException | IOException failure) {
            throw failure;
        } catch (Exception failure) { // The signature of run() allows any.
            throw new IOException(failure);
        }
        return clusterId;
    }
}
