// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect;

import dev.hallway.connect.config.GitHubSourceConfig;
import dev.hallway.connect.config.Refusals;
import dev.hallway.contract.Topic;
import dev.hallway.contract.TopicCreation;
import dev.hallway.contract.Topics;
import dev.hallway.contract.UnevenPartitionsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads issues, pull requests, comments and reviews of GitHub repositories into Hallway's topics. */
public final class GitHubSourceConnector extends SourceConnector {

    private static final Logger LOG = LoggerFactory.getLogger(GitHubSourceConnector.class);

    static final String VERSION = Optional.ofNullable(
                    GitHubSourceConnector.class.getPackage().getImplementationVersion())
            .orElse("unpackaged");

    private Map<String, String> properties = Map.of();

    /** What Connect calls. */
    public GitHubSourceConnector() {}

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public ConfigDef config() {
        return GitHubSourceConfig.DEFINITION;
    }

    @Override
    public Config validate(Map<String, String> candidate) {
        List<ConfigValue> values = new ArrayList<>(super.validate(candidate).configValues());
        Refusals.addContradictions(candidate, values);
        values.addAll(Refusals.ofConverters(candidate));
        return new Config(values);
    }

    /** Creates the topics that are missing, as Hallway needs them. */
    @Override
    public void start(Map<String, String> configured) {
        properties = Map.copyOf(configured);
        GitHubSourceConfig config = new GitHubSourceConfig(configured);
        List<Topic<?, ?>> topics = new ArrayList<>(Topics.INPUTS);
        topics.add(Topics.INGEST_CURSORS);
        try (Admin admin = Admin.create(config.kafka())) {
            TopicCreation.Result result = new TopicCreation(admin).createMissing(topics, config.partitions());
            LOG.info("Created topics: {}", result.created());
        } catch (UnevenPartitionsException uneven) {
            throw new ConnectException(uneven.getMessage(), uneven);
        } catch (KafkaException refused) {
            throw new ConnectException(
                    "Kafka's topics could not be looked up or created (" + refused.getMessage() + "): check "
                            + GitHubSourceConfig.BOOTSTRAP_SERVERS + " and the other properties kafka.*.",
                    refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ConnectException("Stopped before the topics were created.", stopped);
        }
    }

    @Override
    public Class<? extends Task> taskClass() {
        return GitHubSourceTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return GitHubSourceConfig.ofTasks(properties, maxTasks);
    }

    @Override
    public void stop() {
        properties = Map.of();
    }

    /**
     * Supported, unless failing records are configured to be skipped: a page would be committed as read without them.
     */
    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> candidate) {
        return "all".equalsIgnoreCase(candidate.get("errors.tolerance"))
                ? ExactlyOnceSupport.UNSUPPORTED
                : ExactlyOnceSupport.SUPPORTED;
    }

    /** Offsets may be reset, so that everything is read again; they cannot be written by hand. */
    @Override
    public boolean alterOffsets(Map<String, String> configured, Map<Map<String, ?>, Map<String, ?>> offsets) {
        offsets.forEach((partition, offset) -> {
            if (offset != null) {
                throw new ConnectException("The source offset of " + partition
                        + " holds a cursor that only ingest can write: reset it (null) to have it read again.");
            }
        });
        return true;
    }
}
