// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.peoplewatch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.hallway.people.PeopleRegistry;
import dev.hallway.people.Person;
import dev.hallway.streams.peoplefile.CheckedPeople;
import dev.hallway.streams.peoplefile.PeopleFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

@SuppressWarnings({"NullAway.Init", "try"}) // Set before the tests; watches are only closed.
class PeopleWatchTest {

    private static final Duration OFTEN = Duration.ofMillis(10);

    @TempDir
    private Path directory;

    private final BlockingQueue<PeopleRegistry> published = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> warnings = new LinkedBlockingQueue<>();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>() {
        @Override
        protected void append(ILoggingEvent event) {
            if (event.getLevel() == Level.WARN) {
                warnings.add(event.getFormattedMessage());
            }
            super.append(event);
        }
    };
    private Path file;

    @BeforeEach
    void listen() throws Exception {
        file = Files.writeString(directory.resolve("people.yaml"), "people: [{logins: [alice]}]");
        log.start();
        logger().setLevel(Level.INFO);
        logger().addAppender(log);
    }

    @AfterEach
    void stopListening() {
        logger().detachAppender(log);
        logger().setLevel(null);
    }

    @Test
    void shouldPublishWhatTheFileSaysAnew() throws Exception {
        // Given
        try (PeopleWatch watch = watch(published::add)) {

            // When
            replace("people: [{logins: [bob]}]");

            // Then
            assertThat(logins(published.take())).containsExactly("bob");
        }
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .contains("people.yaml: 1 person, 0 organisations");
    }

    @Test
    void shouldFollowAFileThatIsWrittenInItsPlace() throws Exception {
        // Given
        try (PeopleWatch watch = watch(published::add)) {

            // When
            Files.writeString(file, "people: [{logins: [carol]}]");

            // Then
            List<String> seen = logins(published.take());
            assertThat(seen.isEmpty() ? logins(published.take()) : seen).containsExactly("carol");
        }
    }

    @Test
    void shouldSayOnceWhatIsWrongAndKeepWhatWasRight() throws Exception {
        // Given
        try (PeopleWatch watch = watch(published::add)) {

            // When
            replace("people: [{login: [dan]}]");
            String first = warnings.take();
            Files.delete(file);
            String second = warnings.take();
            replace("people: [{logins: [dan]}]");

            // Then
            assertThat(logins(published.take())).containsExactly("dan");
            assertThat(first).contains("stays in force", file + ":1: 'login' is not a key", "did you mean 'logins'?");
            assertThat(second).contains("There is no such file");
        }
        assertThat(warnings).isEmpty();
        assertThat(published).isEmpty();
    }

    @Test
    void shouldTryAgainWhatCouldNotBePublishedAndSaySoOnce() throws Exception {
        // Given
        AtomicInteger attempts = new AtomicInteger();
        Consumer<PeopleRegistry> publish = registry -> {
            if (attempts.incrementAndGet() < 4) {
                throw new IllegalStateException("Kafka is away.");
            }
            published.add(registry);
        };
        try (PeopleWatch watch = watch(publish)) {

            // When
            replace("people: [{logins: [erin]}]");

            // Then
            assertThat(logins(published.take())).containsExactly("erin");
            assertThat(warnings).singleElement().asString().contains("tried again");
        }
    }

    @Test
    void shouldEndWhileItPublishes() throws Exception {
        // Given
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Consumer<PeopleRegistry> endless = registry -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException interrupted) {
                ended.countDown();
                throw new IllegalStateException("Interrupted.", interrupted);
            }
        };
        PeopleWatch watch = watch(endless);
        replace("people: []");
        begun.await();

        // When
        watch.close();

        // Then
        assertThat(ended.getCount()).isZero();
        assertThat(warnings).isEmpty();
    }

    /** As editors do that write a new file first. */
    private void replace(String text) throws IOException {
        Path other = Files.writeString(directory.resolve(".people.yaml.new"), text);
        Files.move(other, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private PeopleWatch watch(Consumer<PeopleRegistry> publish) {
        return PeopleWatch.start(CheckedPeople.read(new PeopleFile(file)), publish, OFTEN);
    }

    private static List<String> logins(PeopleRegistry registry) {
        return registry.getPeople().stream()
                .map(Person::getLogins)
                .flatMap(List::stream)
                .toList();
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(PeopleWatch.class);
    }
}
