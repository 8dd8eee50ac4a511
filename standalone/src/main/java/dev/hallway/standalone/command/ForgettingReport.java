// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.standalone.failure.Failure;
import dev.hallway.streams.forgetting.ForgettingOutcome;
import dev.hallway.streams.forgetting.ForgettingOutcome.Forgot;
import dev.hallway.streams.forgetting.ForgettingOutcome.OwnsRepositories;
import dev.hallway.streams.forgetting.ForgettingOutcome.StillRunning;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in words what became of the wish to forget somebody. */
final class ForgettingReport {

    private ForgettingReport() {}

    /**
     * What is printed.
     *
     * @param dryRun whether it was only looked at
     * @throws Failure if nobody can be forgotten now, with what to do
     */
    static List<String> lines(ForgettingOutcome outcome, boolean dryRun) {
        if (outcome instanceof StillRunning running) {
            throw new Failure(
                    HallwayExitCode.ALREADY_RUNNING,
                    running.instances() + " instances of streams run on this Kafka, and would write again what they"
                            + " remember: stop them, and ingest, first.");
        }
        if (outcome instanceof OwnsRepositories owner) {
            throw new Failure(
                    HallwayExitCode.USAGE,
                    "Nothing was changed: the login is in the names of repositories that Hallway measures ("
                            + String.join(", ", owner.repositories())
                            + "), and so in the key of every record. Measure the others in another data directory, and"
                            + " delete this one.");
        }
        Forgot forgot = (Forgot) outcome;
        List<String> lines = new ArrayList<>();
        lines.add((dryRun ? "Would forget" : "Forgot") + " the logins "
                + forgot.accounts().logins().stream().sorted().collect(Collectors.joining(", "))
                + known(forgot.accounts().ids()));
        forgot.records()
                .forEach((topic, records) ->
                        lines.add("  " + topic + ": " + records + (records == 1 ? " record" : " records")));
        return lines;
    }

    private static String known(Set<Long> ids) {
        return ids.isEmpty()
                ? ", of which no account was seen."
                : ids.stream().sorted().map(String::valueOf).collect(Collectors.joining(", ", " (ids ", ")."));
    }
}
