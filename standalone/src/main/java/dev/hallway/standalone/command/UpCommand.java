// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import dev.hallway.ingest.command.CheckOptions;
import dev.hallway.ingest.numbers.CheckSettings;
import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.service.tracing.Tracing;
import dev.hallway.standalone.Claim;
import dev.hallway.standalone.Hallway;
import dev.hallway.standalone.HallwaySettings;
import dev.hallway.standalone.InstanceLock;
import dev.hallway.standalone.Parts;
import dev.hallway.standalone.failure.Failure;
import dev.hallway.streams.command.PeopleOptions;
import dev.hallway.streams.peoplefile.CheckedPeople;
import java.io.PrintWriter;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Starts everything and keeps it running. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Starts everything and keeps it running until it is interrupted. Without a repository: the demo"
                + " community, offline.",
        footer = {
            "",
            "With a secret in HALLWAY_WEBHOOK_SECRET (or several, separated by commas, during a change of secrets), POST",
            "/webhooks/github on the ingest port accepts GitHub's deliveries of the repositories.",
            "The file of --people is watched while this runs: what it says anew is put in",
            "force, and what is wrong in it is logged and changes nothing.",
            Tracing.HELP
        })
@SuppressWarnings("NullAway.Init") // picocli sets them.
final class UpCommand implements Callable<Integer> {

    private final Parts parts;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Mixin
    private EmbeddedPartitions partitions;

    @Mixin
    private WebhookOptions webhooks;

    @Mixin
    private CheckOptions checks;

    @Mixin
    private PeopleOptions people;

    @Parameters(
            arity = "0..*",
            paramLabel = "OWNER/REPO",
            converter = RepositoryNameConverter.class,
            description = "Whose.")
    private List<String> repositories = List.of();

    @Option(
            names = "--port",
            defaultValue = "8080",
            description =
                    "Port of the pages and queries on 127.0.0.1; 0 picks any free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--kafka-port",
            defaultValue = "0",
            description = "Port of the embedded Kafka on 127.0.0.1. Default: any free one.")
    private int kafkaPort;

    @Option(
            names = "--registry-port",
            defaultValue = "0",
            description = "Port of the embedded schema registry on 127.0.0.1. Default: any free one.")
    private int registryPort;

    UpCommand(Parts parts) {
        this.parts = parts;
    }

    @Override
    public Integer call() {
        CheckSettings often = often();
        Optional<CheckedPeople> file = CommonOptions.checked(people);
        if (!repositories.isEmpty()) {
            HallwaySettings settings = common.settings(repositories, port, kafkaPort, registryPort)
                    .checkedBy(often)
                    .partitionedInto(partitions.number())
                    .withWebhooks(webhooks.settings(System.getenv()))
                    .withPeople(file);
            try (InstanceLock lock = claim(settings)) {
                run(settings, lock, List.of());
            }
            return 0;
        }
        webhooks.ignoredByDemo(System.getenv()).ifPresent(spec.commandLine().getErr()::println);
        HallwaySettings settings = common.demoSettings(port, kafkaPort, registryPort)
                .checkedBy(often)
                .partitionedInto(partitions.number())
                .withPeople(file);
        try (InstanceLock lock = claim(settings);
                DemoServer demo = DemoServer.start()) {
            run(demo.applyTo(settings), lock, demo.hints(settings.directory()));
        }
        return 0;
    }

    private CheckSettings often() {
        try {
            return checks.settings();
        } catch (IllegalArgumentException wrong) {
            throw new Failure(HallwayExitCode.USAGE, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private static InstanceLock claim(HallwaySettings settings) {
        Claim claim = InstanceLock.claim(settings.directory());
        if (claim instanceof Claim.Theirs theirs) {
            throw alreadyRunning(settings, theirs);
        }
        return ((Claim.Ours) claim).lock();
    }

    private void run(HallwaySettings settings, InstanceLock lock, List<String> hints) {
        try (Terminal terminal = Terminal.ofProcess();
                Shutdown shutdown = Shutdown.onSignal(() -> {});
                Hallway hallway = Hallway.start(settings, parts, terminal)) {
            shutdown.closesFirst(hallway);
            lock.announce(hallway.address());
            terminal.finishStage();
            print(
                    "Pages and queries:  " + hallway.address(),
                    "Kafka:              " + hallway.cluster().kafka().get("bootstrap.servers"),
                    "Schema registry:    " + hallway.cluster().registry().url());
            hallway.webhooks().ifPresent(address -> print("Webhooks, status:   " + address));
            hallway.keepUpToDate(reading -> {
                terminal.finishStage();
                HallwayClient client = new HallwayClient(hallway.address());
                WeekSummary summary = new WeekSummary(client);
                Holding.of(client, reading).repositories().forEach(repository -> print(summary.line(repository)));
                reading.problems().forEach(terminal::note);
                hints.forEach(this::print);
                print(
                        reading.problems().isEmpty()
                                ? "Up to date, and kept so. Stop with Ctrl+C."
                                : "What could be read is up to date, and kept so; the rest is tried again with every"
                                        + " poll. Stop with Ctrl+C.");
            });
        }
    }

    private void print(String... lines) {
        PrintWriter out = spec.commandLine().getOut();
        for (String line : lines) {
            out.println(line);
        }
        out.flush();
    }

    private static Failure alreadyRunning(HallwaySettings settings, Claim.Theirs theirs) {
        return theirs.address()
                .map(URI::toString)
                .map(address -> new Failure(
                        HallwayExitCode.ALREADY_RUNNING,
                        "Hallway already runs on " + settings.directory().root() + ", at " + address
                                + ": use that one, or choose another directory with --data-dir."))
                .orElseGet(() -> Session.stillStarting(settings));
    }
}
