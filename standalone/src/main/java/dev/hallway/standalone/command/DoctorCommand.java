// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import dev.hallway.standalone.failure.ExitCode;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks whether everything Hallway needs is there. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Checks Java, the data directory, the disk, the running Hallway, the GitHub token and its remaining"
                        + " quota; says what to do.")
@SuppressWarnings("NullAway.Init") // picocli sets them.
final class DoctorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Finding> findings = List.of(
                Checks.java(),
                Checks.dataDirectory(common.dataDirectory()),
                Checks.disk(common.dataDirectory()),
                Checks.running(common.dataDirectory()),
                GitHubCheck.run(common.githubUrl(), CommonOptions.token()));
        findings.forEach(finding -> out.println(finding.line()));
        boolean healthy = findings.stream().allMatch(Finding::healthy);
        return healthy ? ExitCode.OK.code() : ExitCode.UNHEALTHY.code();
    }
}
