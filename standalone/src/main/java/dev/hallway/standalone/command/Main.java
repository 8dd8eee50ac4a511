// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import dev.hallway.ingest.command.IngestCommand;
import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.standalone.HallwayParts;
import dev.hallway.standalone.InstanceLock;
import dev.hallway.standalone.Parts;
import dev.hallway.standalone.diagnosis.Diagnosis;
import dev.hallway.standalone.diagnosis.Trouble;
import dev.hallway.standalone.failure.Failure;
import dev.hallway.streams.command.StreamsCommand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.PropertiesDefaultProvider;

/** Entry point of the {@code hallway} command. */
public final class Main {

    private static final String CONFIG = "--config";
    private static final Set<String> PARTS = Set.of("ingest", "streams");

    // What fails because of broken files or a full disk ends with one of these.
    private static final Set<HallwayExitCode> OF_FILES = Set.of(
            HallwayExitCode.DATA_DIRECTORY, HallwayExitCode.KAFKA, HallwayExitCode.TIMED_OUT, HallwayExitCode.FAILED);

    private Main() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Logs.quiet();
        System.exit(run(commandLine(new HallwayParts()), arguments));
    }

    static CommandLine commandLine(Parts parts) {
        CommandLine command = new CommandLine(new HallwayCommand())
                .addSubcommand(new UpCommand(parts))
                .addSubcommand(new DigestCommand(parts))
                .addSubcommand(new ExportCommand(parts))
                .addSubcommand(new ExplainCommand(parts))
                .addSubcommand(new StatusCommand(parts))
                .addSubcommand(new DoctorCommand())
                .addSubcommand(PeopleCommand.with(parts))
                .addSubcommand(new RehearseCommand(parts))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::explain);
        listExitCodes(command);
        // Added last: the parts that also run alone report failures and document exit codes themselves.
        command.addSubcommand(IngestCommand.commandLine()).addSubcommand(StreamsCommand.commandLine());
        return command.setExecutionStrategy(Main::execute);
    }

    /** On the help page of a command and of all of its subcommands. */
    private static void listExitCodes(CommandLine command) {
        command.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(HallwayExitCode.meanings(HallwayExitCode.values()));
        command.getSubcommands().values().forEach(Main::listExitCodes);
    }

    /** The parts that also run alone have no data directory for a log: they log to stderr. */
    private static int execute(CommandLine.ParseResult parsed) {
        if (parsed.hasSubcommand()
                && PARTS.contains(parsed.subcommand().commandSpec().name())) {
            Logs.toStderr();
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    static int run(CommandLine command, String... arguments) {
        Optional<Path> config = configFile(arguments);
        if (config.isPresent() && !Files.isReadable(config.get())) {
            command.getErr().println("hallway: Cannot read " + config.get() + ": name a readable file with --config.");
            return HallwayExitCode.USAGE.code();
        }
        config.ifPresent(file -> command.setDefaultValueProvider(new PropertiesDefaultProvider(file.toFile())));
        if (arguments.length == 0) {
            command.usage(command.getErr());
            return HallwayExitCode.USAGE.code();
        }
        return command.execute(arguments);
    }

    private static int explain(Exception exception, CommandLine command, CommandLine.ParseResult parsed)
            throws Exception {
        if (command.getCommand() instanceof IngestCommand || command.getCommand() instanceof StreamsCommand) {
            // picocli asks only the outermost command.
            return command.getExecutionExceptionHandler().handleExecutionException(exception, command, parsed);
        }
        if (Shutdown.isUnderWay()) {
            // Whatever it is, it comes of stopping half-way, and the signal has been answered.
            LoggerFactory.getLogger(Main.class).info("Ended by a signal.", exception);
            return HallwayExitCode.INTERRUPTED.code();
        }
        List<Trouble> troubles = troubles(exception, command);
        if (!troubles.isEmpty()) {
            LoggerFactory.getLogger(Main.class).warn("Ended.", exception);
            troubles.forEach(trouble -> command.getErr().println("hallway: " + trouble.sentence()));
            return HallwayExitCode.DATA_DIRECTORY.code();
        }
        if (exception instanceof Failure failure) {
            LoggerFactory.getLogger(Main.class).warn("Ended: {}", failure.getMessage(), failure.getCause());
            command.getErr().println("hallway: " + failure.getMessage());
            return failure.exitCode().code();
        }
        LoggerFactory.getLogger(Main.class).error("Ended unexpectedly.", exception);
        command.getErr()
                .println(
                        "hallway: Something went wrong (" + exception.getClass().getSimpleName() + ": "
                                + exception.getMessage() + "): the log says more.");
        return HallwayExitCode.FAILED.code();
    }

    /** What is wrong with the directory that the command used, where that may be why it failed. */
    private static List<Trouble> troubles(Exception exception, CommandLine command) {
        if (exception instanceof Failure failure && !OF_FILES.contains(failure.exitCode())) {
            return List.of();
        }
        // Files that a running Hallway has open look broken.
        return CommonOptions.directoryOf(command)
                .filter(InstanceLock::isFree)
                .map(Diagnosis::of)
                .orElse(List.of());
    }

    /** The defaults have to be known before the arguments are parsed. */
    private static Optional<Path> configFile(String... arguments) {
        for (int index = 0; index < arguments.length; index++) {
            if (arguments[index].startsWith(CONFIG + "=")) {
                return Optional.of(Path.of(arguments[index].substring(CONFIG.length() + 1)));
            }
            if (arguments[index].equals(CONFIG) && index + 1 < arguments.length) {
                return Optional.of(Path.of(arguments[index + 1]));
            }
        }
        return Optional.empty();
    }
}
