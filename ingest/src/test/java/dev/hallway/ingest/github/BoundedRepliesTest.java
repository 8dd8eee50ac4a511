// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.github;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A small reply that is a huge one. */
@SuppressWarnings("NullAway.Init") // Set before each test.
class BoundedRepliesTest {

    private static final int MEBIBYTES = 100;

    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404, 500})
    void shouldUnpackNoMoreThanItReads(int status) throws Exception {
        // Given
        byte[] packed = packed();
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(status, packed.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(packed);
            }
        });
        server.start();
        Timeouts timeouts = new Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(60));
        try (GitHubClient client = new GitHubClient(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                new FixedCredentials("nobody", Optional.empty()),
                QuotaReserve.NONE,
                Clock.systemUTC(),
                RetryPolicy.none(timeouts),
                new RequestListener() {})) {

            // When
            Answer answer = client.get("/bomb", Optional.empty());

            // Then
            assertThat(packed.length).isLessThan(1 << 20);
            assertThat(answer).isInstanceOfSatisfying(Answer.Failed.class, failed -> assertThat(failed.reason())
                    .contains("larger than 32 MiB"));
        }
    }

    private static byte[] packed() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            byte[] spaces = new byte[1 << 20];
            for (int mebibyte = 0; mebibyte < MEBIBYTES; mebibyte++) {
                zip.write(spaces);
            }
        }
        return packed.toByteArray();
    }
}
