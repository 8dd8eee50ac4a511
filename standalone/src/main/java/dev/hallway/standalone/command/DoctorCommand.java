// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.service.command.HallwayExitCode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks whether everything Hallway needs is there. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Checks Java, the data directory, the disk, the running Hallway, the GitHub credentials and the remaining"
                        + " quotas, and Kafka and a schema registry if given; says what to do.")
@SuppressWarnings("NullAway.Init") // picocli sets them.
final class DoctorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            description = "Properties of Kafka's clients, to check the Kafka they point to.")
    private @Nullable Path kafkaConfig;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            defaultValue = "${env:KAFKA_BOOTSTRAP_SERVERS:-}",
            description = "A Kafka to check (environment: KAFKA_BOOTSTRAP_SERVERS).")
    private String bootstrapServers = "";

    @Option(
            names = "--schema-registry",
            paramLabel = "URL",
            defaultValue = "${env:SCHEMA_REGISTRY_URL:-}",
            description = "A schema registry to check (environment: SCHEMA_REGISTRY_URL).")
    private String schemaRegistry = "";

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<Finding> findings = new ArrayList<>(List.of(
                MachineChecks.java(),
                MachineChecks.dataDirectory(common.dataDirectory()),
                MachineChecks.disk(common.dataDirectory()),
                MachineChecks.running(common.dataDirectory())));
        findings.addAll(MachineChecks.files(common.dataDirectory()));
        findings.addAll(GitHubCheck.run(common.githubUrl(), System.getenv(), common.quotaReserve()));
        if (kafkaConfig != null || !bootstrapServers.isBlank()) {
            findings.add(ClusterCheck.kafka(
                    kafkaConfig, Optional.of(bootstrapServers).filter(servers -> !servers.isBlank())));
        }
        if (!schemaRegistry.isBlank()) {
            findings.add(ClusterCheck.registry(SchemaRegistry.at(schemaRegistry)));
        }
        findings.forEach(finding -> out.println(finding.line()));
        boolean healthy = findings.stream().allMatch(Finding::healthy);
        return healthy ? HallwayExitCode.OK.code() : HallwayExitCode.UNHEALTHY.code();
    }
}
