// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStreamTest {

    private static final String ALL = "/stream?about=";
    private static final String LOST = "something was lost";
    private static final Duration NEVER = Duration.ofHours(1);
    private static final StreamBounds FEW = new StreamBounds(2, 256 * 1024, 3, NEVER);
    private static final StreamBounds LIVELY = new StreamBounds(2, 256 * 1024, 3, Duration.ofMillis(5));
    private static final Patience SHORT =
            new Patience(Duration.ofMillis(100), Duration.ofMillis(100), Duration.ofMillis(100), 1_000_000);
    private static final int LOOKS = 24_000;
    // Together more than the system keeps for a connection.
    private static final int MANY = 300;
    private static final String LARGE = "x".repeat(100_000);

    @Test
    void shouldTellEachReaderWhatItWants() throws IOException {
        // Given
        EventStream<String> stream = stream(StreamBounds.USUAL);
        try (HttpServer server = serve(stream, Patience.USUAL);
                Listening all = new Listening(server, ALL);
                Listening some = new Listening(server, "/stream?about=tea")) {
            assertThat(all.data()).isEqualTo("welcome");
            assertThat(some.data()).isEqualTo("welcome");

            // When
            stream.tell(List.of("coffee is up", "tea is up"));
            stream.tell(List.of("more tea"));

            // Then
            assertThat(List.of(all.data(), all.data(), all.data()))
                    .containsExactly("coffee is up", "tea is up", "more tea");
            assertThat(List.of(some.data(), some.data())).containsExactly("tea is up", "more tea");
            assertThat(stream.readers()).isEqualTo(2);
            assertThat(stream.sent("said")).isEqualTo(5);
        }
    }

    @Test
    void shouldBeAnEventStreamThatNobodyKeepsOrGathers() throws IOException {
        // Given
        try (HttpServer server = serve(stream(FEW), Patience.USUAL);
                Listening reader = new Listening(server, ALL)) {
            // When
            List<String> head = new ArrayList<>();
            for (String line = reader.next(""); !line.isEmpty(); line = reader.next("")) {
                head.add(line);
            }

            // Then
            assertThat(head)
                    .contains(
                            "Content-Type: text/event-stream;charset=utf-8",
                            "Cache-Control: no-store",
                            "X-Accel-Buffering: no");
            assertThat(reader.next("retry: ")).isEqualTo("2000");
            assertThat(reader.next("id: ")).endsWith("-0");
            assertThat(reader.event()).isEqualTo("open");
        }
    }

    @Test
    void shouldTellASlowReaderThatItLostSomethingAndLetNobodyElseWait() throws IOException {
        // Given
        EventStream<String> stream = stream(FEW);
        try (HttpServer server = serve(stream, new Patience(NEVER, NEVER, NEVER, 1));
                Listening slow = new Listening(server, ALL);
                Listening quick = new Listening(server, ALL)) {
            assertThat(slow.data()).isEqualTo("welcome");
            assertThat(quick.data()).isEqualTo("welcome");

            // When
            for (int number = 0; number < MANY; number++) {
                stream.tell(List.of(number + LARGE));
                assertThat(quick.data()).startsWith(number + "x");
            }

            // Then
            List<String> events = new ArrayList<>();
            do {
                events.add(slow.event());
            } while (!events.contains("lost"));
            assertThat(events).hasSizeLessThan(MANY);
            assertThat(slow.data()).isEqualTo(LOST);
        }
    }

    @Test
    void shouldCloseAStreamThatIsNotTakenAndNoOther() throws IOException {
        // Given
        EventStream<String> stream = stream(new StreamBounds(2, 256 * 1024, 3, Duration.ofMillis(50)));
        try (HttpServer server = serve(stream, SHORT);
                Listening stuck = new Listening(server, ALL);
                Listening taken = new Listening(server, ALL)) {
            assertThat(stuck.data()).isEqualTo("welcome");
            assertThat(taken.data()).isEqualTo("welcome");

            // When
            for (int number = 0; number < MANY; number++) {
                stream.tell(List.of(number + LARGE));
                assertThat(taken.data()).startsWith(number + "x");
            }
            awaitReaders(stream, 1);

            // Then
            for (int beat = 0; beat < 30; beat++) {
                assertThat(taken.next(": ")).isEqualTo("still here");
            }
        }
    }

    @Test
    void shouldRefuseMoreReadersThanMayBeUntilOneHasGone() throws IOException {
        // Given
        EventStream<String> stream = stream(LIVELY);
        try (HttpServer server = serve(stream, Patience.USUAL);
                Listening first = new Listening(server, ALL)) {
            assertThat(first.data()).isEqualTo("welcome");
            try (Listening second = new Listening(server, ALL)) {
                assertThat(second.data()).isEqualTo("welcome");

                // When
                try (Listening third = new Listening(server, ALL)) {
                    String refusal = third.next("HTTP/1.1 ");

                    // Then
                    assertThat(refusal).startsWith("503");
                    assertThat(third.next("Retry-After: ")).isEqualTo("5");
                    assertThat(third.next("{"))
                            .contains("As many event streams are open here as may be, 2: close those");
                }
            }
            awaitReaders(stream, 1);
            try (Listening next = new Listening(server, ALL)) {
                assertThat(next.data()).isEqualTo("welcome");
            }
        }
    }

    @Test
    void shouldTellAReaderThatComesBackWhatItHasMissed() throws IOException {
        // Given
        EventStream<String> stream = stream(FEW);
        try (HttpServer server = serve(stream, Patience.USUAL)) {
            String left;
            try (Listening before = new Listening(server, ALL)) {
                assertThat(before.data()).isEqualTo("welcome");
                stream.tell(List.of("one"));
                left = before.next("id: ");
            }
            stream.tell(List.of("two of tea", "two of coffee", "three of tea"));

            // When
            try (Listening back = new Listening(server, "/stream?about=tea", "Last-Event-ID: " + left + "\r\n")) {
                // Then
                assertThat(List.of(back.data(), back.data(), back.data()))
                        .containsExactly("welcome", "two of tea", "three of tea");
            }
        }
    }

    @Test
    void shouldLetNobodyGoPastWhatIsStillToBeTold() throws IOException {
        // Given
        EventStream<String> stream = stream(LIVELY);
        try (HttpServer server = serve(stream, Patience.USUAL)) {
            String left;
            try (Listening before = new Listening(server, ALL)) {
                left = before.next("id: ");
            }
            stream.tell(List.of("one", "two"));

            // When: the first id that is told is that of what was missed first
            try (Listening back = new Listening(server, ALL, "Last-Event-ID: " + left + "\r\n")) {
                // Then
                assertThat(back.next("id: ")).isEqualTo(left.replaceAll("0$", "1"));
            }
        }
    }

    @Test
    void shouldSayThatSomethingWasLostWhenTooMuchWasMissed() throws IOException {
        // Given
        EventStream<String> stream = stream(FEW);
        try (HttpServer server = serve(stream, Patience.USUAL)) {
            String left;
            try (Listening before = new Listening(server, ALL)) {
                left = before.next("id: ");
            }
            stream.tell(List.of("one", "two", "three", "four"));

            // When
            try (Listening back = new Listening(server, ALL, "Last-Event-ID: " + left + "\r\n")) {
                // Then
                assertThat(List.of(back.event(), back.event())).containsExactly("open", "lost");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-", "x-1", "another-epoch-0", "99999999999999999999999999999999", "é"})
    void shouldSayThatSomethingWasLostToThoseWhoseNumberItDoesNotKnow(String id) throws IOException {
        // Given
        EventStream<String> stream = stream(FEW);
        try (HttpServer server = serve(stream, Patience.USUAL);
                // When
                Listening reader = new Listening(server, ALL, "Last-Event-ID: " + id + "\r\n")) {
            // Then
            assertThat(List.of(reader.event(), reader.event())).containsExactly("open", "lost");
        }
    }

    @Test
    void shouldSayThatSomethingWasLostToThoseWhoseNumberIsStillToCome() throws IOException {
        // Given
        EventStream<String> stream = stream(FEW);
        try (HttpServer server = serve(stream, Patience.USUAL);
                Listening before = new Listening(server, ALL)) {
            String ahead = before.next("id: ").replaceAll("0$", "7");

            // When
            try (Listening reader = new Listening(server, ALL, "Last-Event-ID: " + ahead + "\r\n")) {
                // Then
                assertThat(List.of(reader.event(), reader.event())).containsExactly("open", "lost");
            }
        }
    }

    @Test
    void shouldEndEveryStreamWhenTheServerStops() throws IOException {
        // Given
        EventStream<String> stream = stream(LIVELY);
        HttpServer server = serve(stream, Patience.USUAL);
        try (Listening one = new Listening(server, ALL);
                Listening other = new Listening(server, ALL)) {
            assertThat(one.data()).isEqualTo("welcome");
            assertThat(other.data()).isEqualTo("welcome");

            // When
            server.close();

            // Then
            assertThat(one.data()).isEmpty();
            assertThat(other.data()).isEmpty();
            assertThat(stream.readers()).isZero();
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(Thread::isAlive)
                    .extracting(Thread::getName)
                    .doesNotContain("event-stream");
        }
    }

    @Test
    void shouldWriteEveryLineOfWhatIsSaid() {
        // When
        String text = new ServerSentEvent("said", "one\ntwo\r\nthree").withId("7");

        // Then
        assertThat(text).isEqualTo("id: 7\nevent: said\ndata: one\ndata: two\ndata: three\n\n");
    }

    @Test
    void shouldRefuseANameThatEndsItsLine() {
        // When, Then
        assertThatIllegalArgumentException().isThrownBy(() -> new ServerSentEvent("said\ndata: forged", ""));
    }

    private static EventStream<String> stream(StreamBounds bounds) {
        return new EventStream<>(said -> new ServerSentEvent(said.equals(LOST) ? "lost" : "said", said), LOST, bounds);
    }

    private static HttpServer serve(EventStream<String> stream, Patience patience) {
        return HttpServer.start(
                "127.0.0.1",
                0,
                new Silence(),
                (server, workers, bodies) -> {
                    stream.addTo(server);
                    server.get("/stream", context -> {
                        String about = String.valueOf(context.queryParam("about"));
                        stream.open(
                                context,
                                new ServerSentEvent("open", "welcome"),
                                said -> said.equals(LOST) || said.contains(about));
                    });
                },
                patience);
    }

    private static void awaitReaders(EventStream<String> stream, int readers) {
        for (int look = 0; look < LOOKS && stream.readers() != readers; look++) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        assertThat(stream.readers()).isEqualTo(readers);
    }
}
