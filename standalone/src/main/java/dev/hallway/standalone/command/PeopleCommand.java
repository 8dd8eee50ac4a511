// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be done with a people file without starting anything. */
@Command(
        name = "people",
        mixinStandardHelpOptions = true,
        description = "Checks a file of people, or makes one from what others have recorded.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {PeopleCheckCommand.class, PeopleImportCommand.class})
@SuppressWarnings("NullAway.Init") // picocli sets it.
final class PeopleCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "What is to be done with people? Name check or import.");
    }
}
