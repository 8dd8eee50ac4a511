// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.standalone.Parts;
import dev.hallway.standalone.failure.Failure;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows how completely repositories are known. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Shows for each repository up to when it has been read, what became of every number, and what is missing.",
            "Asks the running Hallway, or reads the data directory; sends no requests to GitHub."
        })
@SuppressWarnings("NullAway.Init") // picocli sets them.
final class StatusCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** How it is written. */
    enum Format {
        TEXT,
        JSON
    }

    private final Parts parts;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Parameters(
            arity = "0..*",
            paramLabel = "OWNER/REPO",
            converter = RepositoryNameConverter.class,
            description = "Repositories to show. Default: every known repository.")
    private List<String> repositories = List.of();

    @Option(names = "--format", defaultValue = "text", description = "One of ${COMPLETION-CANDIDATES}.")
    private Format format;

    StatusCommand(Parts parts) {
        this.parts = parts;
    }

    @Override
    public Integer call() {
        try (Terminal terminal = Terminal.ofProcess();
                Session session =
                        Session.open(common.settings(repositories, 0, 0, 0), new WithoutIngest(parts), terminal)) {
            terminal.finishStage();
            List<JsonNode> known = ask(session.client());
            spec.commandLine().getOut().println(written(known));
            spec.commandLine().getOut().flush();
            boolean complete = !known.isEmpty() && known.stream().allMatch(StatusTable::isComplete);
            return (complete ? HallwayExitCode.OK : HallwayExitCode.INCOMPLETE).code();
        }
    }

    private List<JsonNode> ask(HallwayClient client) {
        if (repositories.isEmpty()) {
            return StreamSupport.stream(data(client.list()).spliterator(), false)
                    .toList();
        }
        return repositories.stream()
                .map(repository -> data(client.get(repository, "")))
                .toList();
    }

    private String written(List<JsonNode> known) {
        return format == Format.JSON ? JSON.createArrayNode().addAll(known).toPrettyString() : StatusTable.of(known);
    }

    private static JsonNode data(String answer) {
        try {
            return JSON.readTree(answer).path("data");
        } catch (JsonProcessingException notJson) {
            throw new Failure(HallwayExitCode.FAILED, "Hallway's answer is not JSON: see its log.", notJson);
        }
    }
}
