// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import dev.hallway.contract.PartitionChoice;
import dev.hallway.contract.SchemaRegistry;
import dev.hallway.ingest.access.Access;
import dev.hallway.ingest.access.LanePlan;
import dev.hallway.ingest.cursor.Start;
import dev.hallway.ingest.numbers.CheckSettings;
import dev.hallway.ingest.translate.LegalName;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What to ingest, from where, to where.
 *
 * @param githubUrl address of the REST API, such as {@code https://api.github.com} or {@code https://host/api/v3}
 * @param access who asks GitHub, and how much of the quota is left to others
 * @param repositories {@code owner/repo} each
 * @param kafka properties of Kafka's clients, {@code bootstrap.servers} at least
 * @param registry where schemas are registered
 * @param ingestId name of this ingest in Kafka (its transactional id): stable, and different for every process running
 *     at the same time
 * @param pollInterval time between the end of a cycle and the next
 * @param start where reading begins
 * @param checks how thoroughly and how often completeness is checked
 * @param partitions how many partitions missing topics are created with, if no input topic exists yet
 */
public record IngestSettings(
        URI githubUrl,
        Access access,
        List<String> repositories,
        Map<String, Object> kafka,
        SchemaRegistry registry,
        String ingestId,
        Duration pollInterval,
        Start start,
        CheckSettings checks,
        int partitions) {

    /** The API of github.com. */
    public static final URI GITHUB = URI.create("https://api.github.com");

    /** The name of an ingest that is the only one on its Kafka. */
    public static final String ONLY_INGEST = "hallway-ingest";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Checks every value, so that a wrong one is reported now rather than later. */
    public IngestSettings {
        requireAddress(githubUrl);
        repositories = List.copyOf(new LinkedHashSet<>(repositories));
        if (repositories.isEmpty()) {
            throw new IllegalArgumentException("No repository is named: name at least one OWNER/REPO.");
        }
        repositories.forEach(IngestSettings::requireRepository);
        // Says now if a repository has no token.
        access.lanes(repositories);
        kafka = Map.copyOf(kafka);
        if (ingestId.isBlank()) {
            throw new IllegalArgumentException("The ingest id is empty: any stable name will do.");
        }
        if (pollInterval.isNegative() || pollInterval.isZero()) {
            throw new IllegalArgumentException("The poll interval is " + pollInterval + ": it must be longer than 0.");
        }
        PartitionChoice.require(partitions);
    }

    /** Settings that read everything, from where the last run stopped, with the usual checks and partitions. */
    public IngestSettings(
            URI githubUrl,
            Access access,
            List<String> repositories,
            Map<String, Object> kafka,
            SchemaRegistry registry,
            String ingestId,
            Duration pollInterval) {
        this(
                githubUrl,
                access,
                repositories,
                kafka,
                registry,
                ingestId,
                pollInterval,
                Start.AT_THE_BEGINNING,
                CheckSettings.USUAL,
                PartitionChoice.ON_A_CLUSTER);
    }

    /** The same settings with another start. */
    public IngestSettings startingAt(Start other) {
        return new IngestSettings(
                githubUrl, access, repositories, kafka, registry, ingestId, pollInterval, other, checks, partitions);
    }

    /** The same settings with other checks. */
    public IngestSettings checkedBy(CheckSettings other) {
        return new IngestSettings(
                githubUrl, access, repositories, kafka, registry, ingestId, pollInterval, start, other, partitions);
    }

    /** The same settings with another number of partitions for missing topics. */
    public IngestSettings partitionedInto(int other) {
        return new IngestSettings(
                githubUrl, access, repositories, kafka, registry, ingestId, pollInterval, start, checks, other);
    }

    /** Which repositories go over which lane. */
    public List<LanePlan> lanes() {
        return access.lanes(repositories);
    }

    /** The host, which names a GitHub in cursor keys. */
    public String host() {
        return githubUrl.getHost();
    }

    /** Leaves out Kafka's properties, which may hold passwords. */
    @Override
    public String toString() {
        return "IngestSettings[" + githubUrl + ", " + repositories + ", " + registry + ", " + ingestId + "]";
    }

    private static void requireRepository(String repository) {
        if (!LegalName.isRepository(repository)) {
            throw new IllegalArgumentException(
                    "Not a repository: '" + repository + "'; OWNER/REPO is expected, such as dapr/dapr.");
        }
    }

    private static void requireAddress(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        String host = url.getHost();
        boolean plain = scheme.equals("http") && host != null && LOOPBACK.contains(host);
        boolean fit = host != null && (scheme.equals("https") || plain);
        if (!fit || url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("Not an address of a GitHub API: '" + withoutUser(url)
                    + "'; https://HOST or https://HOST/api/v3 is expected, plain http only on this machine.");
        }
    }

    private static String withoutUser(URI url) {
        return url.getRawUserInfo() == null ? url.toString() : url.toString().replace(url.getRawUserInfo() + "@", "");
    }
}
