// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.command;

import dev.hallway.contract.KafkaRefusal;
import dev.hallway.contract.UnevenPartitionsException;
import dev.hallway.ingest.IngestEnvironment;
import dev.hallway.ingest.IngestSettings;
import dev.hallway.ingest.Ingester;
import dev.hallway.ingest.ResilientIngest;
import dev.hallway.ingest.access.EnvironmentAccess;
import dev.hallway.ingest.github.QuotaReserve;
import dev.hallway.ingest.publish.SupersededException;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.ingest.service.IngestService;
import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.service.command.KafkaOptions;
import dev.hallway.service.command.PartitionOptions;
import dev.hallway.service.http.ServerStartException;
import dev.hallway.service.tracing.Tracing;
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
import org.apache.kafka.common.errors.InterruptException;
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

/** The {@code ingest} command, on its own or as a part of {@code hallway}. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = "Reads repositories from GitHub into Kafka and keeps them up to date.",
        footer = {
            "",
            "The token is read from the environment variable GITHUB_TOKEN; public repositories can be read without one.",
            "Tokens for further owners: HALLWAY_GITHUB_TOKENS=OWNER=TOKEN,... Or a GitHub App: HALLWAY_GITHUB_APP_ID,",
            "HALLWAY_GITHUB_APP_KEY_FILE and, to use one installation only, HALLWAY_GITHUB_APP_INSTALLATION.",
            "Without --once, ingest waits while Kafka or the schema registry is unreachable, and continues where it stopped.",
            "With --port, POST /webhooks/github accepts GitHub's deliveries, signed with the secret in",
            "HALLWAY_WEBHOOK_SECRET (or several, separated by commas, during a change of secrets).",
            Tracing.HELP,
            "With --once or --archive, exit code 13 says that a repository or a file could not be read to its end."
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
            description = "Repositories, separated by spaces or commas (environment: HALLWAY_REPOSITORIES).")
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

    @Mixin
    private KafkaOptions kafka = new KafkaOptions();

    @Option(
            names = "--ingest-id",
            paramLabel = "NAME",
            defaultValue = IngestSettings.ONLY_INGEST,
            description =
                    "Stable name of this process in Kafka, different for each running process (default: ${DEFAULT-VALUE}).")
    private String ingestId = IngestSettings.ONLY_INGEST;

    @Option(
            names = "--poll-interval",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "Time between two cycles (default: ${DEFAULT-VALUE}).")
    private long pollSeconds = 60;

    @Option(
            names = "--quota-reserve",
            paramLabel = "PERCENT",
            defaultValue = "10",
            description = "Share of the hourly quota that is never spent (default: ${DEFAULT-VALUE}).")
    private int quotaReserve = 10;

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(names = "--once", description = "Stop once everything has been read.")
    private boolean once;

    @Mixin
    private StartOptions start = new StartOptions();

    @Mixin
    private CheckOptions checks = new CheckOptions();

    @Mixin
    private PartitionOptions partitions = new PartitionOptions();

    @Option(
            names = "--archive",
            paramLabel = "FILE",
            arity = "1..*",
            description = "Instead of GitHub, read hour files of GH Archive (YYYY-MM-DD-H.json.gz), or directories of"
                    + " them, for the history of the repositories until the end of April 2025.")
    private List<Path> archive = List.of();

    /** The command as picocli runs it, with one line for every error that a person can fix. */
    public static CommandLine commandLine() {
        CommandLine command = new CommandLine(new IngestCommand());
        command.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(HallwayExitCode.meanings(
                        HallwayExitCode.OK,
                        HallwayExitCode.FAILED,
                        HallwayExitCode.USAGE,
                        HallwayExitCode.OUT_OF_MEMORY,
                        HallwayExitCode.PORT_TAKEN,
                        HallwayExitCode.KAFKA,
                        HallwayExitCode.SUPERSEDED,
                        HallwayExitCode.INCOMPLETE));
        return command.setExecutionExceptionHandler(IngestCommand::explain);
    }

    @Override
    public Integer call() throws InterruptedException {
        IngestSettings settings = settings()
                .startingAt(start.start())
                .checkedBy(checks.settings())
                .partitionedInto(partitions.number());
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        Optional<ArchiveRun> importing = archive.isEmpty()
                ? Optional.empty()
                : Optional.of(new ArchiveRun(settings, archive, new ArchiveLines(err)));
        err.println("Connecting to Kafka at " + settings.kafka().get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)
                + " ...");
        Thread worker = Thread.currentThread();
        Thread hook = new Thread(() -> stop(worker), "stop-ingest");
        Runtime.getRuntime().addShutdownHook(hook);
        // The launcher knows whether stderr is a terminal; Java 17 does not.
        IngestListener progress =
                Boolean.getBoolean("hallway.terminal") ? new TerminalProgress(err) : new ProgressLines(err);
        try (Tracing tracing = Tracing.of(System.getenv(), "hallway-ingest")) {
            return (importing.isPresent()
                            ? importing.get().run()
                            : read(settings, progress, tracing, err, worker::isInterrupted))
                    .code();
        } catch (InterruptedException | InterruptException toldToStop) {
            LOG.info("Ingest was asked to stop.");
            return HallwayExitCode.OK.code();
        } finally {
            forget(hook);
            if (progress instanceof TerminalProgress bar) {
                bar.close();
            }
        }
    }

    private HallwayExitCode read(
            IngestSettings settings, IngestListener progress, Tracing tracing, PrintWriter err, BooleanSupplier stop)
            throws InterruptedException {
        if (once) {
            try (Ingester ingester = Ingester.connect(settings, progress, tracing)) {
                return ingester.runCycle().complete() ? HallwayExitCode.OK : HallwayExitCode.INCOMPLETE;
            }
        }
        Optional<IngestService> service = server.start(settings, tracing);
        service.ifPresent(serving -> err.println("Webhooks, health and status: " + serving.address()));
        IngestListener listener =
                service.map(serving -> serving.listener(progress)).orElse(progress);
        try {
            new ResilientIngest(
                            settings,
                            current -> Ingester.connect(current, listener, tracing),
                            IngestEnvironment.real().pause(),
                            listener)
                    .run(stop, repository -> service.map(serving -> serving.isDue(repository))
                            .orElse(true));
            return HallwayExitCode.OK;
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
        return new IngestSettings(
                githubUrl,
                EnvironmentAccess.read(System.getenv(), new QuotaReserve(quotaReserve)),
                Stream.concat(repositories.stream(), furtherRepositories.stream())
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList(),
                kafka.properties(),
                kafka.registry(),
                ingestId,
                Duration.ofSeconds(pollSeconds));
    }

    /** Lets the current page be committed and the clients be closed before the process ends. */
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
        if (failure instanceof IllegalArgumentException) {
            err.println(failure.getMessage());
            return HallwayExitCode.USAGE.code();
        }
        if (failure instanceof ServerStartException unserved) {
            err.println(unserved.getMessage());
            return (unserved.portTaken() ? HallwayExitCode.PORT_TAKEN : HallwayExitCode.USAGE).code();
        }
        if (failure instanceof SupersededException superseded) {
            LOG.debug("Superseded.", superseded);
            err.println(superseded.getMessage());
            return HallwayExitCode.SUPERSEDED.code();
        }
        if (failure instanceof UnevenPartitionsException uneven) {
            err.println(uneven.getMessage());
            return HallwayExitCode.KAFKA.code();
        }
        if (failure instanceof KafkaException refused) {
            LOG.debug("Kafka failed.", refused);
            err.println(KafkaRefusal.line(refused));
            return HallwayExitCode.KAFKA.code();
        }
        LOG.error("Ingest failed.", failure);
        err.println("Ingest failed unexpectedly; see the log for details: " + failure);
        return HallwayExitCode.FAILED.code();
    }
}
