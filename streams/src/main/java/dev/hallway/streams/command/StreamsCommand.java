// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.command;

import dev.hallway.contract.KafkaRefusal;
import dev.hallway.contract.PartitionChoice;
import dev.hallway.contract.TopicCreation;
import dev.hallway.contract.Topics;
import dev.hallway.contract.UnevenPartitionsException;
import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.service.command.KafkaOptions;
import dev.hallway.service.http.ApiToken;
import dev.hallway.service.http.ServerStartException;
import dev.hallway.service.tracing.Tracing;
import dev.hallway.streams.failure.StopReason;
import dev.hallway.streams.http.HttpSettings;
import dev.hallway.streams.peoplefile.CheckedPeople;
import dev.hallway.streams.peoplewatch.PeoplePublisher;
import dev.hallway.streams.peoplewatch.PeopleWatch;
import dev.hallway.streams.runtime.StreamsRuntime;
import dev.hallway.streams.runtime.StreamsSettings;
import dev.hallway.streams.runtime.Termination;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The {@code streams} command: alone as a main, or as a part of {@code hallway}. */
@Command(
        name = "streams",
        mixinStandardHelpOptions = true,
        description = "Computes the metrics from the input topics and answers queries over them.",
        footer = {
            "",
            "Listening on more than this machine takes a secret in the environment variable HALLWAY_API_TOKEN.",
            "Several instances ask each other at application.server: the address each listens on, or the name of its",
            "machine if that is every address; --kafka-config may say otherwise.",
            "The file of --people is watched while this runs: what it says anew is put in",
            "force, and what is wrong in it is logged and changes nothing.",
            Tracing.HELP
        })
public final class StreamsCommand implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsCommand.class);

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private KafkaOptions options = new KafkaOptions();

    @Mixin
    private PeopleOptions peopleOptions = new PeopleOptions();

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            defaultValue = "${env:HALLWAY_STATE_DIR:-${sys:user.home}/.hallway/streams}",
            description = "Where the stores are kept (environment: HALLWAY_STATE_DIR; default: ${DEFAULT-VALUE}).")
    private Path stateDirectory = Path.of("");

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "${env:HALLWAY_HTTP_HOST:-127.0.0.1}",
            description = "Address to answer queries on (environment: HALLWAY_HTTP_HOST; default: ${DEFAULT-VALUE}).")
    private String host = "";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "${env:HALLWAY_HTTP_PORT:-8080}",
            description = "Port to answer queries on; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    private int port = HttpSettings.DEFAULT_PORT;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Stream threads that share the work (default: ${DEFAULT-VALUE}).")
    private int threads = 1;

    /** The command as picocli runs it, with one line for every error that people can mend. */
    public static CommandLine commandLine() {
        CommandLine command = new CommandLine(new StreamsCommand());
        command.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(HallwayExitCode.meanings(
                        HallwayExitCode.OK,
                        HallwayExitCode.FAILED,
                        HallwayExitCode.USAGE,
                        HallwayExitCode.OUT_OF_MEMORY,
                        HallwayExitCode.DATA_DIRECTORY,
                        HallwayExitCode.PORT_TAKEN,
                        HallwayExitCode.KAFKA));
        return command.setExecutionExceptionHandler(StreamsCommand::explain);
    }

    @Override
    public Integer call() throws Exception {
        Optional<CheckedPeople> people = peopleOptions.checked();
        Map<String, Object> kafka = options.properties();
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        err.println("Connecting to Kafka at " + kafka.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG) + " ...");
        try (Admin admin = Admin.create(kafka)) {
            new TopicCreation(admin).createMissing(Topics.ALL, partitionsFromEnvironment());
        }
        PeoplePublisher publisher = new PeoplePublisher(kafka, options.registry());
        people.ifPresent(publisher::publish);
        StreamsSettings settings = new StreamsSettings(
                kafka, options.registry(), stateDirectory, HttpSettings.guarded(host, port, apiToken()), threads);
        try (Tracing tracing = Tracing.of(System.getenv(), "hallway-streams");
                StreamsRuntime runtime = StreamsRuntime.start(settings, tracing)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(runtime, tracing), "stop-streams"));
            err.println("Queries are answered at " + runtime.address());
            Optional<PeopleWatch> watch = people.map(publisher::watch);
            try {
                return ended(err, runtime.termination().get());
            } finally {
                watch.ifPresent(PeopleWatch::close);
            }
        }
    }

    private static int ended(PrintWriter err, Termination end) {
        return end instanceof Termination.Failed failed ? stopped(err, failed.reason()) : HallwayExitCode.OK.code();
    }

    private static int stopped(PrintWriter err, StopReason reason) {
        err.println(reason.sentence());
        return reason.exitCode().code();
    }

    /** Java ends when this returns, so the spans of the end are sent here. */
    private static void stop(StreamsRuntime runtime, Tracing tracing) {
        runtime.close();
        tracing.close();
    }

    private static int partitionsFromEnvironment() {
        String chosen =
                Optional.ofNullable(System.getenv(PartitionChoice.VARIABLE)).orElse("");
        return chosen.isBlank() ? PartitionChoice.ON_A_CLUSTER : PartitionChoice.parse(chosen);
    }

    private static @Nullable ApiToken apiToken() {
        String secret = Optional.ofNullable(System.getenv(ApiToken.VARIABLE)).orElse("");
        return secret.isBlank() ? null : new ApiToken(secret);
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
        if (failure instanceof UnevenPartitionsException uneven) {
            err.println(uneven.getMessage());
            return HallwayExitCode.KAFKA.code();
        }
        if (failure instanceof ProcessorStateException unusable) {
            LOG.debug("The stores failed.", unusable);
            return stopped(err, StopReason.of(unusable));
        }
        if (failure instanceof KafkaException refused) {
            LOG.debug("Kafka failed.", refused);
            err.println(KafkaRefusal.line(refused));
            return HallwayExitCode.KAFKA.code();
        }
        LOG.error("Streams failed.", failure);
        err.println("Streams failed unexpectedly; the log has the details: " + failure);
        return HallwayExitCode.FAILED.code();
    }
}
