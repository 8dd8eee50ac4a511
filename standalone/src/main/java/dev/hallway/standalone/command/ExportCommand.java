// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.service.tracing.Tracing;
import dev.hallway.standalone.HallwaySettings;
import dev.hallway.standalone.Parts;
import dev.hallway.standalone.failure.Failure;
import dev.hallway.streams.command.PeopleOptions;
import dev.hallway.streams.peoplefile.CheckedPeople;
import dev.hallway.streams.table.Table;
import dev.hallway.streams.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the tables of the metric definitions as CSV files. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Brings the data up to date, writes the metric tables as CSV files and exits.",
        footer = {"", Tracing.HELP})
@SuppressWarnings("NullAway.Init") // picocli sets them.
final class ExportCommand implements Callable<Integer> {

    private static final List<String> TABLES =
            Tables.ALL.stream().map(Table::name).toList();

    private final Parts parts;

    @Mixin
    private CommonOptions common;

    @Mixin
    private EmbeddedPartitions partitions;

    @Mixin
    private PeopleOptions people;

    @Parameters(
            arity = "1..*",
            paramLabel = "OWNER/REPO",
            converter = RepositoryNameConverter.class,
            description = "Whose.")
    private List<String> repositories;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the files are written.")
    private Path out;

    @Option(
            names = "--verify",
            description = "First compare everything that has been read with what GitHub shows now: items, comments and"
                    + " reviews, what changed silently and what is no longer there. Takes about as many requests as"
                    + " reading everything anew.")
    private boolean verify;

    ExportCommand(Parts parts) {
        this.parts = parts;
    }

    @Override
    public Integer call() {
        try (Terminal terminal = Terminal.ofProcess();
                Session session = Session.open(settings(), parts, terminal);
                WholeFiles files = new WholeFiles(out)) {
            Holding holding = session.holding();
            for (String table : TABLES) {
                files.add(table + ".csv", merged(session, holding, table));
            }
            files.publish();
            terminal.finishStage();
            holding.missing().forEach(terminal::note);
            return (holding.complete() ? HallwayExitCode.OK : HallwayExitCode.INCOMPLETE).code();
        } catch (IOException failure) {
            throw new Failure(
                    HallwayExitCode.FAILED,
                    "Nothing was changed in " + out + ", which cannot be written to ("
                            + failure.getClass().getSimpleName() + ": " + failure.getMessage()
                            + "): choose a writable directory with --out.",
                    failure);
        }
    }

    private HallwaySettings settings() {
        Optional<CheckedPeople> file = CommonOptions.checked(people);
        HallwaySettings settings = common.settings(repositories, 0, 0, 0)
                .partitionedInto(partitions.number())
                .withPeople(file);
        return verify ? settings.verifying() : settings;
    }

    /** One header, then the rows of every repository. */
    private String merged(Session session, Holding holding, String table) {
        List<String> tables = holding.repositories().stream()
                .map(repository -> whole(session, repository, table))
                .toList();
        return tables.get(0)
                + tables.stream().skip(1).map(ExportCommand::withoutHeader).collect(Collectors.joining());
    }

    private String whole(Session session, String repository, String table) {
        try {
            return session.client().get(repository, "/tables/" + table + ".csv");
        } catch (Failure failure) {
            throw new Failure(
                    failure.exitCode(),
                    "Nothing was changed in " + out + ", because the table " + table + " of " + repository
                            + " cannot be read whole. " + failure.getMessage(),
                    failure);
        }
    }

    private static String withoutHeader(String csv) {
        return csv.substring(csv.indexOf('\n') + 1);
    }
}
