// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.streams.peoplefile.PeopleFile;
import dev.hallway.streams.peoplefile.PeopleReading;
import dev.hallway.streams.peoplefile.PeopleSummary;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is wrong in a people file, or how much it says. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Says what is wrong in a file of people, a line for each mistake, or how much it says. A file is taken"
                        + " whole or not at all.",
        footer = {
            "",
            "Such a file is, for example:",
            "",
            "  home: [Example Corp]                # organisations that count as home",
            "  bots: {add: [ci-helper], remove: [jane-bot-fan]}",
            "  people:",
            "    - logins: [alice, alice-at-work]  # accounts of one person; the first is shown",
            "      ids: [1234]                     # GitHub's numeric ids, which a rename does not change",
            "      maintainer: [acme/*, dapr/docs] # or true, or false",
            "      organisations:                  # UTC days; 'to' is the first that no longer counts",
            "        - {name: Example Corp, from: 2019-01-01, to: 2021-07-01}",
            "    - logins: [release-robot]",
            "      bot: true"
        })
@SuppressWarnings("NullAway.Init") // picocli sets them.
final class PeopleCheckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file, as people.yaml.")
    private Path file;

    @Override
    public Integer call() {
        PeopleReading reading = new PeopleFile(file).content().reading();
        if (reading instanceof PeopleReading.Refused refused) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(refused.in(file));
            err.flush();
            return HallwayExitCode.USAGE.code();
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(PeopleSummary.of(((PeopleReading.Read) reading).registry()).sentence());
        out.flush();
        return HallwayExitCode.OK.code();
    }
}
