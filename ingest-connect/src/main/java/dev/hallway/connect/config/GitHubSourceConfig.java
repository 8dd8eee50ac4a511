// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect.config;

import static org.apache.kafka.common.config.ConfigDef.NO_DEFAULT_VALUE;

import dev.hallway.contract.PartitionChoice;
import dev.hallway.contract.SchemaRegistry;
import dev.hallway.ingest.IngestSettings;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.cursor.Start;
import dev.hallway.ingest.github.QuotaReserve;
import dev.hallway.ingest.numbers.CheckSettings;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.types.Password;

/** The connector's configuration, checked. */
public final class GitHubSourceConfig extends AbstractConfig {

    /** Repositories to read. */
    public static final String REPOSITORIES = "github.repositories";
    /** Tokens, one for each lane. */
    public static final String TOKENS = "github.tokens";
    /** Id of a GitHub App. */
    public static final String APP_ID = "github.app.id";
    /** Private key of the GitHub App. */
    public static final String APP_KEY = "github.app.key";
    /** The only installation of the GitHub App to use. */
    public static final String APP_INSTALLATION = "github.app.installation";
    /** Where the first pull begins. */
    public static final String SINCE = "github.since";
    /** Address of the REST API. */
    public static final String GITHUB_URL = "github.url";
    /** Time between two cycles. */
    public static final String POLL_INTERVAL = "github.poll.interval.ms";
    /** Time between two sweeps. */
    public static final String SWEEP_INTERVAL = "github.sweep.interval.ms";
    /** Time between two reconciles. */
    public static final String RECONCILE_INTERVAL = "github.reconcile.interval.ms";
    /** The number of partitions topics are created with. */
    public static final String PARTITIONS = "github.partitions";
    /** Where schemas are registered. */
    public static final String REGISTRY_URL = "schema.registry.url";
    /** Kafka, to create the topics. */
    public static final String BOOTSTRAP_SERVERS = "kafka.bootstrap.servers";

    private static final String KAFKA_PREFIX = "kafka.";
    private static final String REGISTRY_PREFIX = "serializer.";
    private static final String LANE = "hallway.lane";
    private static final String LANES = "hallway.lanes";

    /** All settings. */
    public static final ConfigDef DEFINITION = new ConfigDef()
            .define(
                    REPOSITORIES,
                    ConfigDef.Type.LIST,
                    NO_DEFAULT_VALUE,
                    Refusals.of(value -> Refusals.repositories((List<?>) value), "OWNER/REPO, separated by commas"),
                    Importance.HIGH,
                    "Repositories to read, OWNER/REPO each, separated by commas. They are distributed over the tasks.")
            .define(
                    TOKENS,
                    ConfigDef.Type.PASSWORD,
                    new Password(""),
                    Refusals.of(
                            value -> Identities.tokens(((Password) value).value()),
                            "GitHub tokens, separated by commas"),
                    Importance.HIGH,
                    "GitHub tokens, separated by commas. Each is used by one task, so tasks.max should be at least their number."
                            + " Empty to read without one, with one task. GitHub's terms forbid pooling tokens of"
                            + " several accounts to get around its limits.")
            .define(
                    APP_ID,
                    ConfigDef.Type.STRING,
                    "",
                    Refusals.unlessEmpty(Identities::requireId, "the App ID or the client ID"),
                    Importance.HIGH,
                    "Id of a GitHub App, instead of tokens: each owner of repositories that has installed it is read by"
                            + " one task, with a quota of its own.")
            .define(
                    APP_KEY,
                    ConfigDef.Type.PASSWORD,
                    new Password(""),
                    Refusals.unlessEmpty(Identities::key, "the .pem file's content"),
                    Importance.HIGH,
                    "The App's private key as GitHub gives it: the content of the .pem file, such as"
                            + " ${directory:/etc/hallway:app.pem}.")
            .define(
                    APP_INSTALLATION,
                    ConfigDef.Type.STRING,
                    "",
                    Refusals.unlessEmpty(Identities::requireInstallation, "a number"),
                    Importance.MEDIUM,
                    "The only installation of the App to use, with one task; empty to find the installations by owner.")
            .define(
                    SINCE,
                    ConfigDef.Type.STRING,
                    "",
                    Refusals.unlessEmpty(Since::of, "YYYY-MM-DD"),
                    Importance.MEDIUM,
                    "The first pull leaves out what has not changed since that day (UTC), which is recorded as a gap;"
                            + " without it, the rest is read. Empty to read everything.")
            .define(
                    GITHUB_URL,
                    ConfigDef.Type.STRING,
                    IngestSettings.GITHUB.toString(),
                    Refusals.of(value -> Refusals.address((String) value), "https://HOST or https://HOST/api/v3"),
                    Importance.MEDIUM,
                    "Address of the REST API; GitHub Enterprise Server: https://HOST/api/v3.")
            .define(
                    POLL_INTERVAL,
                    ConfigDef.Type.LONG,
                    60_000L,
                    Refusals.of(value -> Refusals.pollInterval((Long) value), "longer than 0"),
                    Importance.LOW,
                    "Milliseconds from the end of a cycle over the repositories of a task to the next.")
            .define(
                    SWEEP_INTERVAL,
                    ConfigDef.Type.LONG,
                    CheckSettings.USUAL.sweepInterval().toMillis(),
                    Refusals.of(value -> Refusals.sweepInterval((Long) value), "longer than 0"),
                    Importance.LOW,
                    "Milliseconds between two sweeps, which read open and recently closed items again, to find edits that"
                            + " GitHub does not report.")
            .define(
                    RECONCILE_INTERVAL,
                    ConfigDef.Type.LONG,
                    CheckSettings.USUAL.reconcileInterval().toMillis(),
                    Refusals.of(value -> Refusals.reconcileInterval((Long) value), "longer than 0"),
                    Importance.LOW,
                    "Milliseconds between two reconciles, which look for all items and comments, to find deletions and"
                            + " transfers.")
            .define(
                    PARTITIONS,
                    ConfigDef.Type.INT,
                    PartitionChoice.ON_A_CLUSTER,
                    Refusals.of(value -> PartitionChoice.require((Integer) value), "1 to 1000"),
                    Importance.LOW,
                    "Partitions of the topics that are created; topics that exist keep theirs.")
            .define(
                    REGISTRY_URL,
                    ConfigDef.Type.STRING,
                    NO_DEFAULT_VALUE,
                    new ConfigDef.NonEmptyString(),
                    Importance.HIGH,
                    "Address of a Confluent-compatible schema registry. Further properties of Confluent's serializer are"
                            + " passed on from serializer.*, such as serializer.basic.auth.user.info.")
            .define(
                    BOOTSTRAP_SERVERS,
                    ConfigDef.Type.STRING,
                    NO_DEFAULT_VALUE,
                    new ConfigDef.NonEmptyString(),
                    Importance.HIGH,
                    "The Kafka that the records go to, where topics that are missing are created as Hallway needs them: a"
                            + " broker's defaults would delete history after a week. Further properties of Kafka's admin"
                            + " client are passed on from kafka.*, such as kafka.security.protocol.");

    /**
     * Reads a connector's or a task's configuration.
     *
     * @throws org.apache.kafka.common.config.ConfigException with a sentence about the first value that is wrong
     */
    public GitHubSourceConfig(Map<String, String> properties) {
        super(DEFINITION, properties);
    }

    /**
     * The configurations of the tasks: the connector's own, plus the number of the lane.
     *
     * <p>No values are copied. A token that the user keeps elsewhere, and refers to as ${file:...}, stays there:
     * Connect writes a task's configuration to a topic, with such names only where the keys are the connector's.
     */
    public static List<Map<String, String>> ofTasks(Map<String, String> connector, int mostTasks) {
        List<TaskLane> lanes = new GitHubSourceConfig(connector).deal(mostTasks);
        return lanes.stream()
                .map(lane -> {
                    Map<String, String> task = new HashMap<>(connector);
                    task.put(LANE, Integer.toString(lane.number()));
                    task.put(LANES, Integer.toString(lanes.size()));
                    return task;
                })
                .toList();
    }

    /** The lane of the task that this configuration belongs to. */
    public TaskLane lane() {
        Map<String, String> task = originalsStrings();
        int lanes = Integer.parseInt(task.getOrDefault(LANES, "1"));
        return deal(lanes).get(Integer.parseInt(task.getOrDefault(LANE, "0")));
    }

    /** The ingest settings of a lane. */
    public IngestSettings settings(TaskLane lane) {
        return new IngestSettings(
                        URI.create(getString(GITHUB_URL)),
                        new Access(List.of(lane.identity()), QuotaReserve.USUAL),
                        lane.repositories(),
                        kafka(),
                        registry(),
                        IngestSettings.ONLY_INGEST + "-" + lane.number(),
                        Duration.ofMillis(getLong(POLL_INTERVAL)))
                .startingAt(new Start(Since.of(getString(SINCE)), false))
                .checkedBy(new CheckSettings(
                        CheckSettings.USUAL.probes(),
                        Duration.ofMillis(getLong(SWEEP_INTERVAL)),
                        Duration.ofMillis(getLong(RECONCILE_INTERVAL))))
                .partitionedInto(partitions());
    }

    /** The number of partitions that missing topics are created with. */
    public int partitions() {
        return getInt(PARTITIONS);
    }

    /** Properties of Kafka's clients. */
    public Map<String, Object> kafka() {
        Map<String, Object> properties = new HashMap<>(originalsWithPrefix(KAFKA_PREFIX));
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, getString(BOOTSTRAP_SERVERS));
        return properties;
    }

    private SchemaRegistry registry() {
        Map<String, String> properties = new HashMap<>();
        originalsWithPrefix(REGISTRY_PREFIX).forEach((name, value) -> properties.put(name, String.valueOf(value)));
        return new SchemaRegistry(getString(REGISTRY_URL), properties);
    }

    private List<TaskLane> deal(int most) {
        return TaskLane.deal(Identities.of(this), getList(REPOSITORIES), most);
    }
}
