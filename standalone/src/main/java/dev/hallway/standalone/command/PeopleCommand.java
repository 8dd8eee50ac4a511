// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import dev.hallway.standalone.Parts;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be done about people besides measuring. */
@Command(
        name = "people",
        mixinStandardHelpOptions = true,
        description = "Checks a file of people, makes one from what others have recorded, or forgets people.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {PeopleCheckCommand.class, PeopleImportCommand.class})
@SuppressWarnings("NullAway.Init") // picocli sets it.
final class PeopleCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    /** The command with all of its subcommands. */
    static CommandLine with(Parts parts) {
        return new CommandLine(new PeopleCommand()).addSubcommand(new PeopleForgetCommand(parts));
    }

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "What is to be done with people? Name check, import or forget.");
    }
}
