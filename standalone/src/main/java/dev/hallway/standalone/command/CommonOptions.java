// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.access.EnvironmentAccess;
import dev.hallway.ingest.github.QuotaReserve;
import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.standalone.DataDirectory;
import dev.hallway.standalone.HallwaySettings;
import dev.hallway.standalone.failure.Failure;
import dev.hallway.streams.command.PeopleOptions;
import dev.hallway.streams.peoplefile.CheckedPeople;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Options that every command with an embedded Hallway has. */
@SuppressWarnings("NullAway.Init") // picocli sets every option that has a default.
final class CommonOptions {

    @Option(
            names = "--github-url",
            paramLabel = "URL",
            defaultValue = "https://api.github.com",
            description =
                    "Root of GitHub's REST API; for GitHub Enterprise https://HOST/api/v3."
                            + " Default: ${DEFAULT-VALUE}. Who asks is read from GITHUB_TOKEN, HALLWAY_GITHUB_TOKENS or HALLWAY_GITHUB_APP_ID.")
    private URI githubUrl;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "${sys:user.home}/.hallway",
            description = "Where everything is kept; a second run continues there. Default: ~/.hallway.")
    private Path dataDirectory;

    @Option(
            names = "--quota-reserve",
            paramLabel = "PERCENT",
            defaultValue = "10",
            description = "Share of GitHub's hourly quota that is never spent. Default: ${DEFAULT-VALUE}.")
    private int quotaReserve;

    private @Nullable DataDirectory used;

    @SuppressWarnings("UnusedVariable") // Here for --help; Main reads the file before the arguments are parsed.
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Properties file with defaults of options, such as data-dir=/srv/hallway.")
    private @Nullable Path config;

    /** The data directory that a command has begun to use, if it is one that uses one and has come so far. */
    static Optional<DataDirectory> directoryOf(CommandLine command) {
        return command.getCommandSpec().mixins().values().stream()
                .map(CommandSpec::userObject)
                .filter(CommonOptions.class::isInstance)
                .flatMap(options -> Optional.ofNullable(((CommonOptions) options).used).stream())
                .findFirst();
    }

    /**
     * The file of people that was named, checked; before anything starts.
     *
     * @throws Failure with a line for each mistake in it
     */
    static Optional<CheckedPeople> checked(PeopleOptions people) {
        try {
            return people.checked();
        } catch (IllegalArgumentException wrong) {
            throw new Failure(HallwayExitCode.USAGE, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    Path dataDirectory() {
        return dataDirectory;
    }

    URI githubUrl() {
        return githubUrl;
    }

    int quotaReserve() {
        return quotaReserve;
    }

    /** The settings of an embedded Hallway; from here on, logs go to the data directory. */
    HallwaySettings settings(List<String> repositories, int httpPort, int kafkaPort, int registryPort) {
        return settings(repositories, dataDirectory, httpPort, kafkaPort, registryPort);
    }

    /** The same for the demo community, which is kept apart. */
    HallwaySettings demoSettings(int httpPort, int kafkaPort, int registryPort) {
        return settings(List.of(), DemoServer.directory(dataDirectory), httpPort, kafkaPort, registryPort);
    }

    private HallwaySettings settings(
            List<String> repositories, Path root, int httpPort, int kafkaPort, int registryPort) {
        DataDirectory directory = DataDirectory.prepare(root);
        used = directory;
        BrokerCollapse.explainFor(directory);
        Logs.toFile(directory.logs());
        return new HallwaySettings(repositories, githubUrl, access(), directory, httpPort, kafkaPort, registryPort);
    }

    private Access access() {
        try {
            return EnvironmentAccess.read(System.getenv(), new QuotaReserve(quotaReserve));
        } catch (IllegalArgumentException wrong) {
            throw new Failure(HallwayExitCode.USAGE, String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
