// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone;

import dev.hallway.contract.PartitionChoice;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.http.IngestHttpSettings;
import dev.hallway.ingest.numbers.CheckSettings;
import dev.hallway.streams.peoplefile.CheckedPeople;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The settings of an embedded Hallway.
 *
 * @param repositories names as they were given, {@code owner/repo}
 * @param githubUrl root of GitHub's REST API
 * @param access who asks GitHub
 * @param directory where everything is kept
 * @param httpPort port of the queries on 127.0.0.1; 0 picks any free one
 * @param kafkaPort port of the broker on 127.0.0.1; 0 picks any free one
 * @param registryPort port of the schema registry on 127.0.0.1; 0 picks any free one
 * @param checks how thoroughly and how often completeness is checked
 * @param webhooks how webhooks are received; empty if they are not
 * @param verify whether everything that has been read is compared once with what GitHub shows now
 * @param partitions how many partitions topics are created with that do not exist yet
 * @param people the file of people that is to be in force; empty if what was last given stays so
 */
public record HallwaySettings(
        List<String> repositories,
        URI githubUrl,
        Access access,
        DataDirectory directory,
        int httpPort,
        int kafkaPort,
        int registryPort,
        CheckSettings checks,
        Optional<IngestHttpSettings> webhooks,
        boolean verify,
        int partitions,
        Optional<CheckedPeople> people) {

    /** Copies the repositories. */
    public HallwaySettings {
        repositories = List.copyOf(repositories);
    }

    /** Settings with the usual checks and partitions, and without webhooks. */
    public HallwaySettings(
            List<String> repositories,
            URI githubUrl,
            Access access,
            DataDirectory directory,
            int httpPort,
            int kafkaPort,
            int registryPort) {
        this(
                repositories,
                githubUrl,
                access,
                directory,
                httpPort,
                kafkaPort,
                registryPort,
                CheckSettings.USUAL,
                Optional.empty(),
                false,
                PartitionChoice.EMBEDDED,
                Optional.empty());
    }

    /** The same settings with other checks. */
    public HallwaySettings checkedBy(CheckSettings other) {
        return new HallwaySettings(
                repositories,
                githubUrl,
                access,
                directory,
                httpPort,
                kafkaPort,
                registryPort,
                other,
                webhooks,
                verify,
                partitions,
                people);
    }

    /** The same settings, with everything that has been read compared once with what GitHub shows. */
    public HallwaySettings verifying() {
        return new HallwaySettings(
                repositories,
                githubUrl,
                access,
                directory,
                httpPort,
                kafkaPort,
                registryPort,
                checks,
                webhooks,
                true,
                partitions,
                people);
    }

    /** The same settings with webhooks received this way. */
    public HallwaySettings withWebhooks(Optional<IngestHttpSettings> how) {
        return new HallwaySettings(
                repositories,
                githubUrl,
                access,
                directory,
                httpPort,
                kafkaPort,
                registryPort,
                checks,
                how,
                verify,
                partitions,
                people);
    }

    /** The same settings with another number of partitions for topics that do not exist yet. */
    public HallwaySettings partitionedInto(int other) {
        return new HallwaySettings(
                repositories,
                githubUrl,
                access,
                directory,
                httpPort,
                kafkaPort,
                registryPort,
                checks,
                webhooks,
                verify,
                other,
                people);
    }

    /** The same settings with a file of people to put in force. */
    public HallwaySettings withPeople(Optional<CheckedPeople> file) {
        return new HallwaySettings(
                repositories,
                githubUrl,
                access,
                directory,
                httpPort,
                kafkaPort,
                registryPort,
                checks,
                webhooks,
                verify,
                partitions,
                file);
    }

    /** Leaves out the credentials. */
    @Override
    public String toString() {
        return "HallwaySettings" + repositories + " from " + githubUrl + " in " + directory.root();
    }
}
