// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.TopicCreation;
import dev.hallway.contract.Topics;
import dev.hallway.ingest.access.Access;
import dev.hallway.people.PeopleRegistry;
import dev.hallway.people.Person;
import dev.hallway.simulator.SimulatedGitHub;
import dev.hallway.standalone.DataDirectory;
import dev.hallway.standalone.Hallway;
import dev.hallway.standalone.HallwayParts;
import dev.hallway.standalone.HallwaySettings;
import dev.hallway.standalone.broker.EmbeddedBroker;
import dev.hallway.standalone.failure.Failure;
import dev.hallway.standalone.registry.EmbeddedRegistry;
import dev.hallway.streams.peoplefile.CheckedPeople;
import dev.hallway.streams.peoplefile.PeopleFile;
import dev.hallway.streams.peoplewatch.PeoplePublisher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a file of people comes into force, over the real broker and registry. */
@SuppressWarnings("NullAway.Init") // Set before the tests.
class PeopleInForceTest {

    private static final String REPOSITORY = "Small/Town";
    private static final PeopleRegistry NOBODY = new PeopleRegistry(List.of(), List.of(), List.of(), List.of());

    @TempDir
    private Path directory;

    @Test
    void shouldPutAFileInForceAndWhatItSaysAnew() throws Exception {
        // Given
        Path file = Files.writeString(directory.resolve("people.yaml"), "people: [{logins: [ada]}]");
        ExecutorService reading = Executors.newSingleThreadExecutor();
        try (SimulatedGitHub github = SmallCommunity.serve(SmallCommunity.of(List.of(REPOSITORY), 3));
                Hallway hallway = start(github, file)) {
            assertThat(inForce(hallway)).contains("\"ada\"");
            reading.execute(() -> keepUpToDate(hallway));

            // When
            Path other = Files.writeString(directory.resolve("new.yaml"), "people: [{logins: [bela]}]");
            Files.move(other, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);

            // Then
            Awaiting.until(
                    "the changed file is in force", () -> inForce(hallway).contains("\"bela\""));
        } finally {
            reading.shutdown();
        }
    }

    @Test
    void shouldWriteOnlyWhatIsNotInForceYet() throws Exception {
        // Given
        PeopleRegistry ada = registry("ada");
        PeopleRegistry bela = registry("bela");
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("kafka"), 0);
                EmbeddedRegistry schemas = EmbeddedRegistry.start(directory.resolve("registry"), 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            new TopicCreation(admin).createMissing(Topics.ALL, 1);
            PeoplePublisher one = publisher(broker, schemas);
            PeoplePublisher another = publisher(broker, schemas);

            // When
            List<Boolean> written = List.of(
                    one.publish(NOBODY),
                    one.publish(ada),
                    another.publish(ada),
                    another.publish(bela),
                    one.publish(ada),
                    one.publish(NOBODY),
                    another.publish(NOBODY));

            // Then
            assertThat(written).containsExactly(false, true, false, true, true, true, false);
            assertThat(records(admin)).isEqualTo(4);
        }
    }

    @Test
    void shouldTakeARegistryAsLargeAsTheTopicAllows() throws Exception {
        // Given
        Random random = new Random(7);
        PeopleRegistry large = new PeopleRegistry(
                IntStream.range(0, 63_000)
                        .mapToObj(index -> random.ints(255, 'A', 'z')
                                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                                .toString())
                        .toList(),
                List.of(),
                List.of(),
                List.of());
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("kafka"), 0);
                EmbeddedRegistry schemas = EmbeddedRegistry.start(directory.resolve("registry"), 0);
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            new TopicCreation(admin).createMissing(Topics.ALL, 1);

            // When
            boolean first = publisher(broker, schemas).publish(large);

            // Then
            assertThat(first).isTrue();
            assertThat(publisher(broker, schemas).publish(large)).isFalse();
        }
    }

    private Hallway start(SimulatedGitHub github, Path file) {
        HallwaySettings settings = new HallwaySettings(
                        List.of(REPOSITORY),
                        github.url(),
                        Access.anonymous(),
                        DataDirectory.prepare(directory.resolve("data")),
                        0,
                        0,
                        0)
                .withPeople(Optional.of(CheckedPeople.read(new PeopleFile(file))));
        return Hallway.start(settings, new HallwayParts(), new PlausibleWatcher());
    }

    private static void keepUpToDate(Hallway hallway) {
        try {
            hallway.keepUpToDate(reading -> {});
        } catch (Failure ended) {
            // It was closed while it read.
        }
    }

    private static String inForce(Hallway hallway) {
        Object kafka = Objects.requireNonNull(hallway.cluster().kafka().get("bootstrap.servers"));
        return String.valueOf(MetricTopic.latest(
                        Topics.PEOPLE.name(),
                        kafka,
                        hallway.cluster().registry().url())
                .get(PeoplePublisher.KEY));
    }

    private static PeopleRegistry registry(String login) {
        Person person = new Person(List.of(login), List.of(), null, null, List.of(), List.of());
        return new PeopleRegistry(List.of(), List.of(), List.of(), List.of(person));
    }

    private static PeoplePublisher publisher(EmbeddedBroker broker, EmbeddedRegistry schemas) {
        return new PeoplePublisher(
                Map.of("bootstrap.servers", broker.bootstrapServers()), SchemaRegistry.at(schemas.url()));
    }

    private static long records(Admin admin) throws Exception {
        TopicPartition partition = new TopicPartition(Topics.PEOPLE.name(), 0);
        return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                .partitionResult(partition)
                .get()
                .offset();
    }
}
