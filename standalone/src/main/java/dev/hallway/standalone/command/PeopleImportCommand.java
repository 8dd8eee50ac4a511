// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import dev.hallway.people.PeopleRegistry;
import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.standalone.affiliations.Gitdm;
import dev.hallway.standalone.affiliations.Omission;
import dev.hallway.standalone.affiliations.RegistryDraft;
import dev.hallway.standalone.affiliations.SortingHat;
import dev.hallway.standalone.affiliations.Source;
import dev.hallway.standalone.failure.Failure;
import dev.hallway.streams.peoplefile.Names;
import dev.hallway.streams.peoplefile.PeopleReading;
import dev.hallway.streams.peoplefile.PeopleSummary;
import dev.hallway.streams.peoplefile.PeopleWriter;
import dev.hallway.streams.peoplefile.PeopleYaml;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a people file from what others have recorded. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Makes a file of people from what others have recorded, and names on stderr what cannot be taken.",
        footer = {
            "",
            "gitdm: developers_affiliations*.txt of https://github.com/cncf/gitdm. There,",
            "Independent, NotFound and (Unknown) are no organisations; (Robots) are bots.",
            "",
            "sortinghat: JSON of GrimoireLab's SortingHat. Up to version 0.7:",
            "'sortinghat export --identities FILE'. Later versions cannot export; what their",
            "API answers to this query is read instead, a file for each page:",
            SortingHat.QUERY,
            "",
            "Those of whom nothing but an account is known are left out. What is written",
            "passes 'hallway people check'.",
            "",
            "For example:",
            "  hallway people import --from gitdm developers_affiliations*.txt --out people.yaml"
        })
@SuppressWarnings("NullAway.Init") // picocli sets them.
final class PeopleImportCommand implements Callable<Integer> {

    /** Who has recorded it. */
    enum Kind {
        GITDM,
        SORTINGHAT
    }

    @Spec
    private CommandSpec spec;

    @Option(names = "--from", required = true, paramLabel = "KIND", description = "One of ${COMPLETION-CANDIDATES}.")
    private Kind kind;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "What to read, in UTF-8.")
    private List<Path> files;

    @Option(
            names = "--home",
            paramLabel = "ORGANISATION",
            description = "An organisation that counts as home, named as in the files; can be given several times.")
    private List<String> home = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write it, whole or not at all. Default: stdout.")
    private @Nullable Path out;

    private final Map<Omission.Reason, Integer> omitted = new EnumMap<>(Omission.Reason.class);

    @Override
    public Integer call() {
        for (String organisation : home) {
            Names.wrongOrganisation(organisation).ifPresent(sentence -> {
                throw new ParameterException(spec.commandLine(), "--home: " + sentence);
            });
        }
        RegistryDraft draft = new RegistryDraft(this::omit);
        Source source = source();
        files.forEach(file -> read(source, file, draft));
        PeopleRegistry registry = draft.registry(home);
        report(registry, draft.withoutOrganisation(), source.missing());
        if (registry.getPeople().isEmpty()) {
            throw new Failure(
                    HallwayExitCode.USAGE,
                    "Nothing could be taken, so nothing was written: name files that --from "
                            + kind.name().toLowerCase(Locale.ROOT) + " reads; --help says which.");
        }
        write(checked(registry));
        return HallwayExitCode.OK.code();
    }

    private Source source() {
        return switch (kind) {
            case GITDM -> new Gitdm();
            case SORTINGHAT -> new SortingHat();
        };
    }

    private void read(Source source, Path file, RegistryDraft draft) {
        try (BufferedReader text = Files.newBufferedReader(file)) {
            source.read(text, file.toString(), draft);
        } catch (NoSuchFileException missing) {
            throw unreadable(file, "there is no such file", missing);
        } catch (CharacterCodingException foreign) {
            throw unreadable(file, "it is not UTF-8", foreign);
        } catch (IOException failure) {
            throw unreadable(
                    file,
                    String.valueOf(failure.getMessage()).lines().findFirst().orElse(""),
                    failure);
        }
    }

    private static Failure unreadable(Path file, String why, IOException cause) {
        return new Failure(
                HallwayExitCode.USAGE,
                "Nothing was written, because " + file + " cannot be read (" + why
                        + "): name another, or leave it out.",
                cause);
    }

    private void omit(Omission omission) {
        omitted.merge(omission.reason(), 1, Integer::sum);
        spec.commandLine().getErr().println(omission.line());
    }

    private void report(PeopleRegistry registry, long withoutOrganisation, Optional<String> missing) {
        PrintWriter err = spec.commandLine().getErr();
        home.stream()
                .distinct()
                .filter(organisation -> !isThere(registry, organisation))
                .forEach(organisation ->
                        err.println("--home '" + organisation + "': nobody of the files belongs to it."));
        missing.ifPresent(err::println);
        err.println("Taken: " + PeopleSummary.of(registry).sentence() + ".");
        if (!omitted.isEmpty()) {
            err.println(omitted.entrySet().stream()
                    .map(entry -> entry.getKey().words() + " (" + entry.getValue() + ")")
                    .collect(Collectors.joining(", ", "Not taken: ", ".")));
        }
        if (withoutOrganisation > 0) {
            err.println("Left out: " + withoutOrganisation + " of whom nothing but an account is known.");
        }
        err.flush();
    }

    private static boolean isThere(PeopleRegistry registry, String organisation) {
        return registry.getPeople().stream()
                .flatMap(person -> person.getAffiliations().stream())
                .anyMatch(span -> span.getOrganisation().equals(organisation));
    }

    /** What is written is read first, as it will be. */
    private static String checked(PeopleRegistry registry) {
        String text = PeopleWriter.write(registry);
        if (PeopleYaml.read(text) instanceof PeopleReading.Refused refused) {
            throw new Failure(
                    HallwayExitCode.USAGE,
                    "Nothing was written, because the result would be refused: "
                            + refused.mistakes().get(0).sentence());
        }
        return text;
    }

    private void write(String text) {
        if (out == null) {
            PrintWriter stdout = spec.commandLine().getOut();
            stdout.print(text);
            stdout.flush();
            return;
        }
        Path target = out.toAbsolutePath();
        Path directory = target.getParent();
        if (directory == null) {
            throw new ParameterException(spec.commandLine(), "--out " + out + " is a directory: name a file.");
        }
        try (WholeFiles whole = new WholeFiles(directory)) {
            whole.add(directory.relativize(target).toString(), text);
            whole.publish();
        } catch (IOException failure) {
            throw new Failure(
                    HallwayExitCode.FAILED,
                    out + " was not written (" + failure.getClass().getSimpleName() + ": " + failure.getMessage()
                            + "): choose a writable place with --out.",
                    failure);
        }
    }
}
