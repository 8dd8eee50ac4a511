// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.http;

import io.javalin.Javalin;
import io.javalin.http.Context;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells many readers the same events, by server-sent events. Safe for several threads.
 *
 * <p>No thread waits for a reader, and what waits for one is bounded: a reader that falls behind gets one event instead
 * of those it has lost, which says so, and so does one that comes back after more than is remembered. The number of readers
 * is bounded, too. Readers that are gone are noticed when they are told something, at the latest by the second heartbeat.
 *
 * @param <E> what is told
 */
public final class EventStream<E> {

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final String MEDIA_TYPE = "text/event-stream";
    private static final String OPENED = "hallway.event-stream";
    private static final String RECONNECT = "retry: 2000\n";
    private static final Duration TIME_TO_END = Duration.ofSeconds(2);
    // Most events are small; answers would each keep 32 KiB.
    private static final int BUFFER = 4 * 1024;

    private final Function<? super E, ServerSentEvent> words;
    private final E lost;
    private final StreamBounds bounds;
    /** Numbers mean something to the process only that gave them. */
    private final String epoch = Long.toUnsignedString(new SecureRandom().nextLong(), Character.MAX_RADIX);

    private final Deque<Told<E>> lately = new ArrayDeque<>();
    private final Set<StreamReader<E>> readers = new HashSet<>();
    private final Map<String, LongAdder> sent = new ConcurrentHashMap<>();
    private long number;
    private boolean ending;
    private @Nullable Timer heart;

    /**
     * A stream without readers.
     *
     * @param words how an event is told
     * @param lost the event that stands for those that a reader has lost
     */
    public EventStream(Function<? super E, ServerSentEvent> words, E lost) {
        this(words, lost, StreamBounds.USUAL);
    }

    EventStream(Function<? super E, ServerSentEvent> words, E lost, StreamBounds bounds) {
        this.words = words;
        this.lost = lost;
        this.bounds = bounds;
    }

    /** Whether what answered the request was an event stream, and not a refusal. */
    public static boolean answered(Context context) {
        return context.attribute(OPENED) != null;
    }

    /** Lives as long as the server, which ends it when it stops. */
    public void addTo(Javalin server) {
        server.events(events -> {
            events.serverStarted(this::begin);
            events.serverStopping(this::end);
        });
    }

    /**
     * Answers a request with the stream, and without a thread; 503 if there are as many readers as may be. A reader that
     * says by {@code Last-Event-ID} where it left off is told what it has missed since.
     *
     * @param greeting the first event
     * @param wanted the events to tell
     */
    public void open(Context context, ServerSentEvent greeting, Predicate<? super E> wanted) {
        context.future(() -> opened(context, greeting, wanted));
    }

    /** Tells an event to every reader that wants it. */
    public void tell(List<? extends E> events) {
        List<StreamReader<E>> told;
        synchronized (this) {
            for (E event : events) {
                remember(event);
                readers.stream().filter(reader -> reader.wants(event)).forEach(this::addLast);
            }
            told = List.copyOf(readers);
        }
        told.forEach(StreamReader::send);
    }

    /** How many read it now. */
    public synchronized int readers() {
        return readers.size();
    }

    /** How many events of this name have been sent, to all readers together. */
    public long sent(String name) {
        LongAdder count = sent.get(name);
        return count == null ? 0 : count.sum();
    }

    private CompletableFuture<Void> opened(Context context, ServerSentEvent greeting, Predicate<? super E> wanted) {
        try {
            ServletOutputStream out = context.res().getOutputStream();
            StreamReader<E> reader;
            synchronized (this) {
                refuseIfFull();
                String left = context.header("Last-Event-ID");
                // Whoever is to be told what was missed is not past it before that is told.
                String text = left == null ? greeting.withId(id(number)) : greeting.withoutId();
                StreamMessage first = new StreamMessage(greeting.name(), RECONNECT + text);
                reader = new StreamReader<>(out, first, wanted, bounds.unsent(), this::count);
                catchUp(reader, left);
                context.req().getAsyncContext().addListener(new Place(reader));
                readers.add(reader);
            }
            context.attribute(OPENED, true);
            context.contentType(MEDIA_TYPE);
            // nginx would gather what is to be seen at once.
            context.header("X-Accel-Buffering", "no");
            context.res().setBufferSize(BUFFER);
            out.setWriteListener(reader);
            return reader.ended();
        } catch (IOException gone) {
            return CompletableFuture.failedFuture(gone);
        }
    }

    private void refuseIfFull() {
        if (ending) {
            throw new Problem.Found(503, "This instance is stopping; ask another, or again.");
        }
        if (readers.size() >= bounds.readers()) {
            throw new Problem.Found(
                    503,
                    "As many event streams are open here as may be, " + bounds.readers()
                            + ": close those that are not needed, ask another instance, or again later.");
        }
    }

    private void remember(E event) {
        number++;
        lately.addLast(new Told<>(number, event, message(event)));
        if (lately.size() > bounds.remembered()) {
            lately.removeFirst();
        }
    }

    private void addLast(StreamReader<E> reader) {
        add(reader, lately.getLast().message());
    }

    private void add(StreamReader<E> reader, StreamMessage message) {
        if (!reader.offer(message)) {
            reader.add(message(lost));
        }
    }

    private StreamMessage message(E event) {
        ServerSentEvent said = words.apply(event);
        return new StreamMessage(said.name(), said.withId(id(number)));
    }

    /** Nothing for a reader that has not been here before. */
    private void catchUp(StreamReader<E> reader, @Nullable String lastId) {
        if (lastId == null) {
            return;
        }
        Optional<Long> last = number(lastId);
        if (last.isEmpty() || last.get() > number || last.get() < number - lately.size()) {
            reader.add(message(lost));
            return;
        }
        lately.stream()
                .filter(told -> told.number() > last.get() && reader.wants(told.event()))
                .forEach(told -> add(reader, told.message()));
    }

    private String id(long event) {
        return epoch + "-" + event;
    }

    private Optional<Long> number(String id) {
        String ours = epoch + "-";
        String rest = id.startsWith(ours) ? id.substring(ours.length()) : "";
        return rest.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(rest)) : Optional.empty();
    }

    private void count(String name) {
        sent.computeIfAbsent(name, first -> new LongAdder()).increment();
    }

    private synchronized void remove(StreamReader<E> reader) {
        readers.remove(reader);
        notifyAll();
    }

    private synchronized void begin() {
        heart = new Timer("event-stream", true);
        heart.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        beat();
                    }
                },
                bounds.heartbeat().toMillis(),
                bounds.heartbeat().toMillis());
    }

    private void beat() {
        try {
            List<StreamReader<E>> now = now();
            now.forEach(StreamReader::beat);
            now.forEach(StreamReader::send);
        } catch (RuntimeException failed) { // It would be the last beat.
            LOG.warn(
                    "The readers of an event stream were not told that it is still there; they are again soon.",
                    failed);
        }
    }

    private synchronized List<StreamReader<E>> now() {
        return List.copyOf(readers);
    }

    private void end() {
        List<StreamReader<E>> last;
        synchronized (this) {
            ending = true;
            if (heart != null) {
                heart.cancel();
            }
            last = List.copyOf(readers);
        }
        last.forEach(StreamReader::end);
        awaitNobody();
    }

    /** So that readers see an end, not a connection that breaks; whoever takes nothing is not waited for long. */
    private synchronized void awaitNobody() {
        long until = System.nanoTime() + TIME_TO_END.toNanos();
        try {
            for (long left = TIME_TO_END.toNanos(); !readers.isEmpty() && left > 0; left = until - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * An event that was told.
     *
     * @param number how many had been told with it
     */
    private record Told<E>(long number, E event, StreamMessage message) {}

    /** The place of a reader, which it gives back however its request ends. */
    private final class Place implements AsyncListener {

        private final StreamReader<E> reader;

        Place(StreamReader<E> reader) {
            this.reader = reader;
        }

        @Override
        public void onComplete(AsyncEvent event) {
            remove(reader);
        }

        @Override
        public void onError(AsyncEvent event) {
            reader.end();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            // Event streams have none.
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // It has been started.
        }
    }
}
