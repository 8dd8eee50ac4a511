// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import dev.hallway.contract.KafkaProperties;
import dev.hallway.contract.SchemaRegistry;
import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.standalone.Claim;
import dev.hallway.standalone.Cluster;
import dev.hallway.standalone.EmbeddedCluster;
import dev.hallway.standalone.Hallway;
import dev.hallway.standalone.HallwaySettings;
import dev.hallway.standalone.InstanceLock;
import dev.hallway.standalone.Parts;
import dev.hallway.standalone.failure.Failure;
import dev.hallway.streams.forgetting.Forgetting;
import dev.hallway.streams.forgetting.ForgettingOutcome;
import dev.hallway.streams.forgetting.ForgettingOutcome.Forgot;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes people out of everything that Hallway keeps. */
@Command(
        name = "forget",
        mixinStandardHelpOptions = true,
        description = {
            "Takes people out of every topic, store, digest and page. What they wrote stays, as with an account that was"
                    + " deleted at GitHub: by nobody, and where texts name them, they name 'ghost'. Figures count them as"
                    + " unknown.",
            "Nothing of Hallway may run meanwhile. Everything that was derived is derived anew afterwards."
        },
        footer = {
            "",
            "Who stands in the registry of people is forgotten with all accounts of that entry. Hashes of logins and ids",
            "are kept, so that GitHub does not bring them back; from them, nobody can be read.",
            "",
            "Without --bootstrap-servers or --kafka-config, of the data directory; with one of them, of that Kafka, on",
            "which streams and ingest must have been stopped. Kafka may take minutes to remove what was rewritten.",
            "",
            "For example:",
            "  hallway people forget jane --dry-run",
            "  hallway people forget jane"
        })
@SuppressWarnings("NullAway.Init") // picocli sets them.
final class PeopleForgetCommand implements Callable<Integer> {

    // GitHub's logins; those that a company gives out end in '_' and its short name.
    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9](?:[-_]?[A-Za-z0-9]){0,58}");
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Parts parts;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Parameters(arity = "1..*", paramLabel = "LOGIN", description = "Their logins on GitHub, without '@'.")
    private List<String> logins;

    @Option(names = "--dry-run", description = "Only says which accounts and how many records that concerns.")
    private boolean dryRun;

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            description = "Properties of Kafka's clients, to forget on the Kafka they point to.")
    private @Nullable Path kafkaConfig;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "A Kafka to forget on, instead of the data directory.")
    private @Nullable String bootstrapServers;

    @Option(
            names = "--schema-registry",
            paramLabel = "URL",
            defaultValue = "${env:SCHEMA_REGISTRY_URL:-http://127.0.0.1:8081}",
            description = "Its schema registry (environment: SCHEMA_REGISTRY_URL; default: ${DEFAULT-VALUE}).")
    private String schemaRegistry;

    PeopleForgetCommand(Parts parts) {
        this.parts = parts;
    }

    @Override
    public Integer call() {
        for (String login : logins) {
            if (!LOGIN.matcher(login).matches()) {
                throw new ParameterException(
                        spec.commandLine(),
                        "'" + login + "' is no login: letters and digits, with single hyphens between them, are"
                                + " expected, without '@'.");
            }
        }
        try (Terminal terminal = Terminal.ofProcess()) {
            if (kafkaConfig != null || bootstrapServers != null) {
                report(onCluster(terminal), terminal);
            } else {
                inDataDirectory(terminal);
            }
            return HallwayExitCode.OK.code();
        } catch (KafkaException refused) {
            throw new Failure(
                    HallwayExitCode.KAFKA,
                    "Not everything was forgotten: " + refused.getMessage() + " The same command goes on there.",
                    refused);
        }
    }

    private ForgettingOutcome onCluster(Terminal terminal) {
        try {
            return forget(
                    new Cluster(
                            KafkaProperties.read(kafkaConfig, Optional.ofNullable(bootstrapServers)),
                            SchemaRegistry.at(schemaRegistry)),
                    terminal);
        } catch (IllegalArgumentException wrong) {
            throw new Failure(HallwayExitCode.USAGE, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private void inDataDirectory(Terminal terminal) {
        HallwaySettings settings = common.settings(List.of(), 0, 0, 0);
        Claim claim = InstanceLock.claim(settings.directory());
        if (claim instanceof Claim.Theirs theirs) {
            throw new Failure(
                    HallwayExitCode.ALREADY_RUNNING,
                    "Hallway runs on " + settings.directory().root()
                            + theirs.address()
                                    .map(URI::toString)
                                    .map(" at "::concat)
                                    .orElse("")
                            + ", and nobody can be forgotten while it writes: stop it first.");
        }
        InstanceLock lock = ((Claim.Ours) claim).lock();
        try {
            inDataDirectory(settings, terminal);
        } finally {
            lock.close();
        }
    }

    private void inDataDirectory(HallwaySettings settings, Terminal terminal) {
        ForgettingOutcome outcome;
        List<Path> left = List.of();
        terminal.stage("Starting Kafka and the schema registry");
        try (EmbeddedCluster embedded = EmbeddedCluster.start(settings)) {
            outcome = forget(embedded.cluster(), terminal);
            if (outcome instanceof Forgot forgot && !dryRun) {
                DataFiles files = new DataFiles(settings.directory());
                files.deleteStores();
                terminal.stage("Looking at the files");
                left = files.left(forgot.accounts().logins());
            }
        }
        report(outcome, terminal);
        if (!left.isEmpty()) {
            throw new Failure(
                    HallwayExitCode.FAILED,
                    "Of this, something is still in "
                            + left.stream().map(Path::toString).collect(Collectors.joining(", "))
                            + ": run the same command again; if that does not help, delete the file.");
        }
        if (outcome instanceof Forgot && !dryRun) {
            try (Hallway hallway = Hallway.start(settings, new WithoutIngest(parts), terminal)) {
                hallway.bringUpToDate();
            }
            terminal.finishStage();
        }
    }

    private ForgettingOutcome forget(Cluster cluster, Terminal terminal) {
        Forgetting forgetting =
                new Forgetting(cluster.kafka(), cluster.registry(), Clock.systemUTC(), PATIENCE, terminal::stage);
        return dryRun ? forgetting.look(logins) : forgetting.forget(logins);
    }

    private void report(ForgettingOutcome outcome, Terminal terminal) {
        terminal.finishStage();
        PrintWriter out = spec.commandLine().getOut();
        ForgettingReport.lines(outcome, dryRun).forEach(out::println);
        out.flush();
    }
}
