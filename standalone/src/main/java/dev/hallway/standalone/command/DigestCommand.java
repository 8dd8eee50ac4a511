// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.service.tracing.Tracing;
import dev.hallway.standalone.HallwaySettings;
import dev.hallway.standalone.Parts;
import dev.hallway.streams.command.PeopleOptions;
import dev.hallway.streams.peoplefile.CheckedPeople;
import dev.hallway.streams.week.IsoWeek;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the weekly digest. */
@Command(
        name = "digest",
        mixinStandardHelpOptions = true,
        description = "Brings the data up to date, prints the weekly digest and exits.",
        footer = {"", Tracing.HELP})
@SuppressWarnings("NullAway.Init") // picocli sets them.
final class DigestCommand implements Callable<Integer> {

    /** How a digest is written. */
    enum Format {
        MARKDOWN,
        HTML,
        JSON
    }

    private final Parts parts;

    @Spec
    private CommandSpec spec;

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

    @Option(
            names = "--week",
            paramLabel = "YYYY-Www",
            converter = WeekConverter.class,
            description = "Which ISO-8601 week, UTC. Default: the last complete one.")
    private @Nullable IsoWeek week;

    @Option(names = "--format", defaultValue = "markdown", description = "One of ${COMPLETION-CANDIDATES}.")
    private Format format;

    DigestCommand(Parts parts) {
        this.parts = parts;
    }

    @Override
    public Integer call() {
        try (Terminal terminal = Terminal.ofProcess();
                Session session = Session.open(settings(), parts, terminal)) {
            terminal.finishStage();
            Holding holding = session.holding();
            String query = query(session.lasts());
            // All are fetched first: what is printed cannot be withdrawn if one fails.
            List<String> digests = holding.repositories().stream()
                    .map(repository -> session.client().get(repository, query).strip())
                    .toList();
            digests.forEach(spec.commandLine().getOut()::println);
            spec.commandLine().getOut().flush();
            holding.missing().forEach(terminal::note);
            return (holding.complete() ? HallwayExitCode.OK : HallwayExitCode.INCOMPLETE).code();
        }
    }

    /** Links to a Hallway that ends with this command would lead nowhere. */
    private String query(boolean lasting) {
        return "/digest?format=" + format.name().toLowerCase(Locale.ROOT)
                + (week == null ? "" : "&week=" + week)
                + (lasting ? "" : "&links=none");
    }

    private HallwaySettings settings() {
        Optional<CheckedPeople> file = CommonOptions.checked(people);
        return common.settings(repositories, 0, 0, 0)
                .partitionedInto(partitions.number())
                .withPeople(file);
    }
}
