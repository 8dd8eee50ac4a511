// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.service.tracing.Tracing;
import dev.hallway.standalone.HallwaySettings;
import dev.hallway.standalone.Parts;
import dev.hallway.standalone.failure.Failure;
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
        description = {
            "Brings the data up to date, prints the weekly digest and exits.",
            "Of several repositories, it prints one digest of all of them, unless --each asks for one of each."
        },
        footer = {"", Tracing.HELP})
@SuppressWarnings("NullAway.Init") // picocli sets them.
final class DigestCommand implements Callable<Integer> {

    // So much of an address that the head of the request stays as short as servers take it.
    private static final int LONGEST_NAMES = 7_000;

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
            description = "Whose; 200 at most in one digest.")
    private List<String> repositories;

    @Option(names = "--each", description = "Print the digest of each repository, one after the other.")
    private boolean each;

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
            digests(session.client(), holding.repositories(), query(session.lasts()))
                    .forEach(spec.commandLine().getOut()::println);
            spec.commandLine().getOut().flush();
            holding.missing().forEach(terminal::note);
            return (holding.complete() ? HallwayExitCode.OK : HallwayExitCode.INCOMPLETE).code();
        }
    }

    /** All are fetched first: what is printed cannot be withdrawn if one fails. */
    private List<String> digests(HallwayClient client, List<String> held, String query) {
        if (each || held.size() == 1) {
            return held.stream()
                    .map(repository ->
                            client.get(repository, "/digest?" + query).strip())
                    .toList();
        }
        String names = String.join(",", held);
        if (names.length() > LONGEST_NAMES) {
            throw new Failure(
                    HallwayExitCode.USAGE,
                    "The names of these " + held.size()
                            + " repositories are too long for one digest, which can be asked" + " for with "
                            + LONGEST_NAMES + " characters: name fewer, or add --each.");
        }
        return List.of(client.digest(query + "&repository=" + names).strip());
    }

    /** Links to a Hallway that ends with this command would lead nowhere. */
    private String query(boolean lasting) {
        return "format=" + format.name().toLowerCase(Locale.ROOT)
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
