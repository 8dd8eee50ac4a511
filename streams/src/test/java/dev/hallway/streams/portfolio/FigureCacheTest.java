// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.portfolio;

import static dev.hallway.streams.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.InMemoryCommunity;
import dev.hallway.streams.read.ItemView;
import dev.hallway.streams.read.ItemView.Kind;
import dev.hallway.streams.read.ReaderUnavailableException;
import dev.hallway.streams.read.RepositorySummary;
import dev.hallway.streams.read.Rows;
import dev.hallway.streams.read.SecretsCommunity;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FigureCacheTest {

    private static final Clock CLOCK = Clock.fixed(SecretsCommunity.SYNCED, ZoneOffset.UTC);
    private static final String APP = "Acme/App";

    private final List<CommunityReader> held = new CopyOnWriteArrayList<>();
    private final FigureCache cache = new FigureCache(() -> held, CLOCK);

    @AfterEach
    void stop() {
        cache.close();
    }

    @Test
    void shouldReadTheFiguresOfEveryRepositoryHeld() {
        // Given
        List<CommunityReader> many = new ArrayList<>();
        IntStream.range(0, 1_000).forEach(number -> many.add(new Changing("acme/app-" + number)));
        held.addAll(many);

        // When
        cache.start();

        // Then
        until(() -> cache.shown(1_000).repositories().size() == 1_000);
        assertThat(cache.shown(10).repositories()).hasSize(10);
        assertThat(cache.shown(10).leftOut()).isEqualTo(990);
    }

    @Test
    void shouldSayThatFiguresAreNotReadYet() {
        // Given
        held.add(new Changing(APP));

        // When the cache is not started, then
        assertThat(cache.figures(APP)).isEmpty();
    }

    @Test
    void shouldReadARepositoryAgainThatHasChangedAndNoOther() {
        // Given
        Changing app = new Changing(APP);
        Changing other = new Changing("acme/other");
        held.addAll(List.of(app, other));
        cache.start();
        until(() -> open(APP) == 0 && open("acme/other") == 0);

        // When
        app.open(1);
        other.open(1);
        cache.changed("ACME/app");

        // Then
        until(() -> open(APP) == 1);
        assertThat(open("acme/other")).isZero();
    }

    @Test
    void shouldNotMissAChangeWhileItReads() {
        // Given
        Changing app = new Changing(APP) {
            @Override
            public void forEachCurrentItem(String repository, Instant since, Consumer<ItemView> consumer) {
                super.forEachCurrentItem(repository, since, consumer);
                if (readings.get() == 2) {
                    open(2);
                    cache.changed(APP);
                }
            }
        };
        held.add(app);
        cache.start();
        until(() -> open(APP) == 0);

        // When
        app.open(1);
        cache.changed(APP);

        // Then
        until(() -> open(APP) == 2);
    }

    @Test
    void shouldForgetWhatIsNoLongerHeldAndRememberNothingOfWhatNeverWas() {
        // Given
        held.add(new Changing(APP));
        cache.start();
        until(() -> cache.figures(APP).isPresent());

        // When
        IntStream.range(0, 1_000).forEach(number -> cache.changed("some/where-" + number));
        held.clear();

        // Then
        until(() -> cache.figures(APP).isEmpty());
        until(() -> cache.shown(10).held() == 0);
    }

    @Test
    void shouldTakeFiguresBackThatCanNoLongerBeReadAndReadThemLater() {
        // Given
        Changing app = new Changing(APP);
        held.addAll(List.of(app, new Changing("acme/other")));
        cache.start();
        until(() -> cache.shown(10).repositories().size() == 2);

        // When
        app.unavailable = true;
        cache.changed(APP);

        // Then
        until(() -> cache.figures(APP).isEmpty());
        assertThat(cache.shown(10).failures()).isEqualTo(1);
        assertThat(cache.figures("acme/other")).isPresent();
        app.unavailable = false;
        until(() -> open(APP) == 0);
        assertThat(cache.shown(10).failures()).isZero();
    }

    private long open(String repository) {
        return cache.figures(repository)
                .flatMap(
                        figures -> Optional.ofNullable(figures.items(Kind.ISSUE).open()))
                .orElse(-1L);
    }

    /** A repository with some open issues. */
    private static class Changing extends InMemoryCommunity {

        private final String name;
        final AtomicInteger readings = new AtomicInteger();
        private volatile int open;
        private volatile boolean unavailable;

        Changing(String name) {
            super(new RepositorySummary(
                    name, "", SecretsCommunity.SYNCED, true, List.of(), null, SecretsCommunity.WEEK, null));
            this.name = name;
        }

        void open(int issues) {
            open = issues;
        }

        @Override
        public void forEachCurrentItem(String repository, Instant since, Consumer<ItemView> consumer) {
            if (unavailable) {
                throw new ReaderUnavailableException("It moves.");
            }
            readings.incrementAndGet();
            for (int number = 1; number <= open; number++) {
                consumer.accept(Rows.item(name, number, Kind.ISSUE, SecretsCommunity.SYNCED)
                        .build());
            }
        }
    }
}
