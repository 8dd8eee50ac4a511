// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hallway.contract.SchemaRegistry;
import dev.hallway.contract.Topics;
import dev.hallway.health.FlowWeek;
import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.standalone.failure.Failure;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Talks to the registry as every Confluent-compatible program does: with Confluent's client, over HTTP. */
@SuppressWarnings("NullAway.Init") // Set before each test.
class EmbeddedRegistryTest {

    private static final String SUBJECT = "hallway.tests-value";
    private static final AvroSchema FIRST =
            new AvroSchema("{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"long\"}]}");
    private static final AvroSchema COMPATIBLE =
            new AvroSchema("{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"long\"},"
                    + "{\"name\":\"b\",\"type\":\"string\",\"default\":\"\"}]}");
    private static final AvroSchema INCOMPATIBLE =
            new AvroSchema("{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"string\"}]}");

    @TempDir
    private Path directory;

    private EmbeddedRegistry registry;
    private SchemaRegistryClient client;

    @BeforeEach
    void startRegistry() {
        registry = EmbeddedRegistry.start(directory, 0);
        client = new CachedSchemaRegistryClient(registry.url(), 100);
    }

    @AfterEach
    void stopRegistry() {
        registry.close();
    }

    @Test
    void shouldGiveTheSameSchemaTheSameIdInEverySubject() throws Exception {
        // Given
        int id = client.register(SUBJECT, FIRST);

        // When
        int other = client.register("other-value", FIRST);

        // Then
        assertThat(other).isEqualTo(id);
        assertThat(client.getAllSubjectsById(id)).containsExactly(SUBJECT, "other-value");
    }

    @Test
    void shouldDescribeWhatIsRegistered() throws Exception {
        // Given
        int first = client.register(SUBJECT, FIRST);

        // When
        int second = client.register(SUBJECT, COMPATIBLE);

        // Then
        assertThat(second).isNotEqualTo(first);
        assertThat(client.getAllSubjects()).contains(SUBJECT);
        assertThat(client.getAllVersions(SUBJECT)).containsExactly(1, 2);
        assertThat(client.getVersion(SUBJECT, COMPATIBLE)).isEqualTo(2);
        assertThat(client.getLatestSchemaMetadata(SUBJECT).getId()).isEqualTo(second);
        assertThat(client.getSchemaMetadata(SUBJECT, 1).getSchema()).isEqualTo(FIRST.canonicalString());
        assertThat(freshClient().getSchemaById(first)).isEqualTo(FIRST);
        assertThat(freshClient().getId(SUBJECT, COMPATIBLE)).isEqualTo(second);
    }

    @Test
    void shouldRefuseASchemaThatBreaksReaders() throws Exception {
        // Given
        client.register(SUBJECT, FIRST);

        // When
        RestClientException refusal =
                catchThrowableOfType(RestClientException.class, () -> client.register(SUBJECT, INCOMPATIBLE));

        // Then
        assertThat(refusal.getStatus()).isEqualTo(409);
        assertThat(refusal.getErrorCode()).isEqualTo(409);
        assertThat(refusal).hasMessageContaining(SUBJECT).hasMessageContaining("TYPE_MISMATCH");
        assertThat(client.testCompatibility(SUBJECT, INCOMPATIBLE)).isFalse();
        assertThat(client.testCompatibility(SUBJECT, COMPATIBLE)).isTrue();
        assertThat(client.getAllVersions(SUBJECT)).containsExactly(1);
    }

    @Test
    void shouldFollowTheLevelOfTheSubjectBeforeTheGlobalOne() throws Exception {
        // Given
        client.register(SUBJECT, FIRST);
        client.register("strict-value", FIRST);
        client.updateCompatibility(SUBJECT, "NONE");

        // When
        client.register(SUBJECT, INCOMPATIBLE);

        // Then
        assertThat(client.getCompatibility(SUBJECT)).isEqualTo("NONE");
        assertThat(client.getCompatibility(null)).isEqualTo("FULL_TRANSITIVE");
        assertThat(client.testCompatibility("strict-value", INCOMPATIBLE)).isFalse();
    }

    @Test
    void shouldAnswerWithConfluentsErrorCodes() throws Exception {
        // Given
        client.register(SUBJECT, FIRST);

        // When
        int unknownSubject = errorCode(() -> client.getAllVersions("nobody-value"));

        // Then
        assertThat(unknownSubject).isEqualTo(40401);
        assertThat(errorCode(() -> client.getSchemaMetadata(SUBJECT, 7))).isEqualTo(40402);
        assertThat(errorCode(() -> client.getSchemaById(99))).isEqualTo(40403);
        assertThat(errorCode(() -> client.getId(SUBJECT, COMPATIBLE))).isEqualTo(40403);
        assertThat(errorCode(() -> client.updateCompatibility(SUBJECT, "SOMETIMES")))
                .isEqualTo(42203);
        assertThat(post("/subjects/x/versions", "{\"schema\":\"{}\"}"))
                .startsWith("422 ")
                .contains("42201");
        assertThat(post("/subjects/x/versions", "no json")).startsWith("422 ");
        assertThat(post("/nowhere", "{}")).startsWith("404 ").contains("\"error_code\":404");
    }

    @Test
    void shouldKeepIdsAndLevelsAcrossARestart() throws Exception {
        // Given
        int first = client.register(SUBJECT, FIRST);
        int second = client.register(SUBJECT, COMPATIBLE);
        client.updateCompatibility(SUBJECT, "BACKWARD");
        registry.close();
        Path journal = directory.resolve("schemas.jsonl");
        Files.writeString(journal, "{\"change\":\"schema-ad", StandardCharsets.UTF_8, StandardOpenOption.APPEND);

        // When
        startRegistry();

        // Then
        assertThat(client.getSchemaById(first)).isEqualTo(FIRST);
        assertThat(client.getId(SUBJECT, COMPATIBLE)).isEqualTo(second);
        assertThat(client.getCompatibility(SUBJECT)).isEqualTo("BACKWARD");
        assertThat(client.register("later-value", INCOMPATIBLE)).isGreaterThan(second);
        assertThat(Files.readString(journal)).doesNotContain("\"schema-ad{");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "0.0.0.0", ""})
    void shouldNotAnswerAPageThatPointsItsOwnNameHere(String host) throws IOException {
        // When
        String answer = asked(host);

        // Then
        assertThat(answer).contains(" 403 ");
        assertThat(asked("localhost:8081")).contains(" 200 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data"})
    void shouldNotTakeWhatAPageElsewhereMaySend(String contentType) throws Exception {
        // Given
        String schema = "{\"schema\":\"\\\"string\\\"\"}";

        // When
        String answer = post("/subjects/other-value/versions", schema, contentType);

        // Then
        assertThat(answer).startsWith("415 ").contains("application/json");
        assertThat(client.getAllSubjects()).doesNotContain("other-value");
        assertThat(post("/subjects/other-value/versions", schema)).startsWith("200 ");
    }

    @Test
    void shouldLetOnlyHallwayWriteToItsOwnSubjects() throws Exception {
        // Given
        String own = Topics.FLOW.name() + "-value";
        AvroSchema schema = new AvroSchema(client.getLatestSchemaMetadata(own).getSchema());

        // When
        int refused = errorCode(() -> client.register(own, FIRST));

        // Then
        assertThat(refused).isEqualTo(42205);
        assertThat(errorCode(() -> client.updateCompatibility(own, "NONE"))).isEqualTo(42205);
        assertThat(errorCode(() -> client.deleteCompatibility(own))).isEqualTo(42205);
        assertThat(client.getAllVersions(own)).containsExactly(1);
        assertThat(client.register(own, schema)).isPositive();
    }

    @Test
    void shouldHoldOnToItsPromiseWhateverTheLevelOfOthers() throws Exception {
        // Given
        String own = Topics.FLOW.name() + "-value";

        // When
        client.updateCompatibility(null, "NONE");

        // Then
        assertThat(client.testCompatibility(own, FIRST)).isFalse();
        assertThat(client.testCompatibility("other-value", FIRST)).isTrue();
    }

    @Test
    void shouldRefuseADamagedJournal(@TempDir Path damaged) throws Exception {
        // Given
        Files.writeString(damaged.resolve("schemas.jsonl"), "garbage\n{}\n");

        // When
        Failure failure = catchThrowableOfType(Failure.class, () -> EmbeddedRegistry.start(damaged, 0));

        // Then
        assertThat(failure.exitCode()).isEqualTo(HallwayExitCode.DATA_DIRECTORY);
        assertThat(failure).hasMessageContaining("Line 1 of").hasMessageContaining("schemas.jsonl");
    }

    @Test
    void shouldServeConfluentsSerializer() {
        // Given
        SchemaRegistry location = SchemaRegistry.at(registry.url());

        FlowWeek week = FlowWeek.newBuilder()
                .setRepository("dapr/dapr")
                .setWeek("2020-W08")
                .setDefinitionVersion(1)
                .setIssuesOpened(1)
                .setIssuesClosed(0)
                .setIssuesClosedLinked(0)
                .setPullRequestsOpened(0)
                .setPullRequestsMerged(0)
                .setPullRequestsClosedUnmerged(0)
                .setOpenIssuesAtEnd(1)
                .setOpenPullRequestsAtEnd(0)
                .build();
        String topic = Topics.FLOW.name();
        byte[] written;
        try (var writer = Topics.FLOW.valueSerde(location)) {
            written = writer.serializer().serialize(topic, week);
        }

        // When
        FlowWeek read;
        try (var reader = Topics.FLOW.valueSerde(location)) {
            read = reader.deserializer().deserialize(topic, written);
        }

        // Then
        assertThat(read).isEqualTo(week);
    }

    private SchemaRegistryClient freshClient() {
        return new CachedSchemaRegistryClient(registry.url(), 100);
    }

    private String post(String path, String body) throws Exception {
        return post(path, body, "application/json; charset=utf-8");
    }

    private String post(String path, String body, String contentType) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(registry.url() + path))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        return response.statusCode() + " " + response.body();
    }

    /** The first line of the answer to a request for a host. */
    private String asked(String host) throws IOException {
        String request = "GET /subjects HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(registry.url()).getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .findFirst()
                    .orElse("nothing");
        }
    }

    private static int errorCode(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(RestClientException.class, call).getErrorCode();
    }
}
