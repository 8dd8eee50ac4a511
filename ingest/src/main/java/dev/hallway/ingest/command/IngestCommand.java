// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.command;

import dev.hallway.contract.KafkaProperties;
import dev.hallway.contract.KafkaRefusal;
import dev.hallway.contract.SchemaRegistry;
import dev.hallway.ingest.IngestSettings;
import dev.hallway.ingest.Ingester;
import dev.hallway.ingest.github.Token;
import dev.hallway.ingest.http.ServerStartException;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.ingest.service.IngestService;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code ingest} command: alone as a main, or as a part of {@code hallway}. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = "Reads repositories from GitHub into Kafka and keeps them up to date.",
        footer = {
            "",
            "The token is read from the environment variable GITHUB_TOKEN; public repositories can be read without one.",
            "With --port, POST /webhooks/github takes GitHub's deliveries, signed with the secret in",
            "HALLWAY_WEBHOOK_SECRET (several with commas between, while it is being changed).",
            "Exit codes: 0 read or stopped, 1 unexpected, 2 wrong argument or port in use, 3 a repository could not be",
            "read (--once), 4 Kafka or the schema registry cannot be reached."
        })
public final class IngestCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(IngestCommand.class);

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "OWNER/REPO",
            arity = "0..*",
            split = ",",
            defaultValue = "${env:HALLWAY_REPOSITORIES:-}",
            description = "Repositories; several with spaces or commas between (environment: HALLWAY_REPOSITORIES).")
    private List<String> repositories = List.of();

    @Option(names = "--repository", paramLabel = "OWNER/REPO", split = ",", description = "Further repositories.")
    private List<String> furtherRepositories = List.of();

    @Option(
            names = "--github-url",
            paramLabel = "URL",
            defaultValue = "${env:HALLWAY_GITHUB_URL:-https://api.github.com}",
            description =
                    "Address of the API; GitHub Enterprise Server: https://HOST/api/v3 (default: ${DEFAULT-VALUE}).")
    private URI githubUrl = IngestSettings.GITHUB;

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            description = "Properties for Kafka's clients, passed through as they are.")
    private @Nullable Path kafkaConfig;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:KAFKA_BOOTSTRAP_SERVERS:-}",
            description = "Kafka, unless the file names it (environment: KAFKA_BOOTSTRAP_SERVERS).")
    private String bootstrapServers = "";

    @Option(
            names = "--schema-registry",
            paramLabel = "URL",
            defaultValue = "${env:SCHEMA_REGISTRY_URL:-http://127.0.0.1:8081}",
            description = "Schema registry (environment: SCHEMA_REGISTRY_URL; default: ${DEFAULT-VALUE}).")
    private String schemaRegistry = "";

    @Option(
            names = "--ingest-id",
            paramLabel = "NAME",
            defaultValue = IngestSettings.ONLY_INGEST,
            description =
                    "Stable name of this process in Kafka, another for each that runs (default: ${DEFAULT-VALUE}).")
    private String ingestId = IngestSettings.ONLY_INGEST;

    @Option(
            names = "--poll-interval",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "Time between two cycles (default: ${DEFAULT-VALUE}).")
    private long pollSeconds = 60;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(names = "--once", description = "Stop when everything has been read.")
    private boolean once;

    /** The command as picocli runs it, with one line for every error that people can mend. */
    public static CommandLine commandLine() {
        return new CommandLine(new IngestCommand()).setExecutionExceptionHandler(IngestCommand::explain);
    }

    @Override
    public Integer call() throws InterruptedException {
        IngestSettings settings = settings();
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        err.println("Connecting to Kafka at " + settings.kafka().get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)
                + " ...");
        Thread worker = Thread.currentThread();
        Thread hook = new Thread(() -> stop(worker), "stop-ingest");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return run(settings, err, worker::isInterrupted).code();
        } catch (InterruptedException toldToStop) {
            LOG.info("Ingest was told to stop.");
            return ExitCode.OK.code();
        } finally {
            forget(hook);
        }
    }

    private ExitCode run(IngestSettings settings, PrintWriter err, BooleanSupplier stop) throws InterruptedException {
        Optional<IngestService> service = once ? Optional.empty() : server.start(settings);
        service.ifPresent(serving -> err.println("Webhooks, health and status: " + serving.address()));
        IngestListener lines = new ProgressLines(err);
        try (Ingester ingester = Ingester.connect(
                settings, service.map(serving -> serving.listener(lines)).orElse(lines))) {
            if (once) {
                return ingester.runCycle().complete() ? ExitCode.OK : ExitCode.INCOMPLETE;
            }
            ingester.run(stop, repository -> service.map(serving -> serving.isDue(repository))
                    .orElse(true));
            return ExitCode.OK;
        } finally {
            service.ifPresent(IngestService::close);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            LOG.debug("The process is already stopping.");
        }
    }

    private IngestSettings settings() {
        String token = Optional.ofNullable(System.getenv("GITHUB_TOKEN")).orElse("");
        return new IngestSettings(
                githubUrl,
                token.isBlank() ? Optional.empty() : Optional.of(new Token(token)),
                Stream.concat(repositories.stream(), furtherRepositories.stream())
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList(),
                KafkaProperties.read(kafkaConfig, Optional.of(bootstrapServers).filter(servers -> !servers.isBlank())),
                SchemaRegistry.at(schemaRegistry),
                ingestId,
                Duration.ofSeconds(pollSeconds));
    }

    /** Lets the page under way be committed and the clients be closed before the process ends. */
    private static void stop(Thread worker) {
        worker.interrupt();
        try {
            worker.join(Duration.ofSeconds(10).toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (failure instanceof IllegalArgumentException || failure instanceof ServerStartException) {
            err.println(failure.getMessage());
            return ExitCode.USAGE.code();
        }
        if (failure instanceof KafkaException refused) {
            LOG.debug("Kafka failed.", refused);
            err.println(KafkaRefusal.line(refused));
            return ExitCode.KAFKA.code();
        }
        LOG.error("Ingest failed.", failure);
        err.println("Ingest failed unexpectedly; the log has the details: " + failure);
        return ExitCode.UNEXPECTED.code();
    }
}
