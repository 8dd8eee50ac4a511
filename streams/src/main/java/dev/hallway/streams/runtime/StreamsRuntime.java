// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.runtime;

import dev.hallway.contract.InputPartitions;
import dev.hallway.contract.UnevenPartitionsException;
import dev.hallway.service.http.HttpServer;
import dev.hallway.service.tracing.Tracing;
import dev.hallway.streams.failure.DamagedFiles;
import dev.hallway.streams.failure.RegistryOutage;
import dev.hallway.streams.failure.UnreadableStores;
import dev.hallway.streams.http.QueryServer;
import dev.hallway.streams.operations.DeadLetterMeter;
import dev.hallway.streams.operations.RepositoryMeters;
import dev.hallway.streams.operations.StoreMeters;
import dev.hallway.streams.operations.TaskMeters;
import dev.hallway.streams.portfolio.FigureCache;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running topology and the queries over its stores. */
public final class StreamsRuntime implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsRuntime.class);
    private static final Duration PAUSE_WHILE_REGISTRY_IS_AWAY = Duration.ofSeconds(1);
    private static final Duration UNTIL_BROKERS_KNOW_TOPICS = Duration.ofSeconds(10);

    private final StreamsSettings settings;
    private final Tracing tracing;
    private final int partitions;
    private final StreamsDirectory directory = new StreamsDirectory();
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final TaskMeters tasks = new TaskMeters(meters.getPrometheusRegistry(), Clock.systemUTC());
    private final DeadLetterMeter deadLetters = new DeadLetterMeter(meters.getPrometheusRegistry());
    private final StoreMeters stores = new StoreMeters(meters.getPrometheusRegistry(), directory::metrics);
    private final FigureCache figures = new FigureCache(directory::held, Clock.systemUTC());
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();
    private final HttpServer http;
    private final StreamsConfig config;
    private final CompletableFuture<Termination> termination = new CompletableFuture<>();
    private final AtomicReference<@Nullable Application> damaged = new AtomicReference<>();
    private volatile Running running;
    private volatile boolean closed;

    private StreamsRuntime(StreamsSettings settings, Tracing tracing, int partitions) {
        this.settings = settings;
        this.tracing = tracing;
        this.partitions = partitions;
        garbageCollection.bindTo(meters);
        new JvmMemoryMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        new RepositoryMeters(meters.getPrometheusRegistry(), figures, Clock.systemUTC());
        // The address is part of the configuration, so the queries listen first; until the stores are there they say
        // so.
        http = QueryServer.start(settings.http(), directory, directory, figures, meters);
        config = RuntimePolicy.config(settings, Advertised.of(http.address()), deadLetters);
        running = prepare();
    }

    /**
     * Starts; figures can be asked for as soon as the stores are restored.
     *
     * @throws dev.hallway.service.http.ServerStartException if the port cannot be listened on, with one line for the user
     * @throws UnevenPartitionsException if the input topics differ in their partitions, with one line for the user
     * @throws KafkaException if Kafka cannot be reached or the input topics are missing
     */
    public static StreamsRuntime start(StreamsSettings settings) {
        return start(settings, Tracing.off());
    }

    /**
     * The same, traced.
     *
     * @param tracing closed by whoever has made it, after the runtime
     */
    public static StreamsRuntime start(StreamsSettings settings, Tracing tracing) {
        StreamsRuntime runtime = new StreamsRuntime(settings, tracing, partitions(settings));
        runtime.startOrRebuild();
        runtime.figures.start();
        return runtime;
    }

    /** Where queries are answered. */
    public URI address() {
        return http.address();
    }

    /**
     * Number of changes whose figures are still to be sent to the metric topics, and of tasks that have not committed what
     * they sent; 1 while nobody can tell.
     */
    public long unpublished() {
        return running.application.unpublished();
    }

    /** Ends when the topology does, with why. */
    public CompletableFuture<Termination> termination() {
        return termination.copy();
    }

    @Override
    public void close() {
        http.close();
        closed = true;
        // Before the stores that they read.
        figures.close();
        running.close();
        garbageCollection.close();
        meters.close();
    }

    private static int partitions(StreamsSettings settings) {
        try {
            InputPartitions.Found found = InputPartitions.await(settings.kafka(), UNTIL_BROKERS_KNOW_TOPICS);
            if (found instanceof InputPartitions.Agreed agreed) {
                return agreed.partitions();
            }
            if (found instanceof InputPartitions.Disagreed disagreed) {
                throw new UnevenPartitionsException(disagreed);
            }
            throw new KafkaException(((InputPartitions.Missing) found).sentence());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted while asking Kafka for the input topics.", interrupted);
        }
    }

    private Running prepare() {
        Application application = new Application(settings, config, partitions, tasks, tracing);
        application.streams().setUncaughtExceptionHandler(failure -> decide(application, failure));
        application.streams().setGlobalStateRestoreListener(stores);
        application.streams().setStateListener((now, before) -> stateChanged(application, now));
        KafkaStreamsMetrics metrics = new KafkaStreamsMetrics(application.streams());
        metrics.bindTo(meters);
        return new Running(application, metrics);
    }

    private StreamThreadExceptionResponse decide(Application application, Throwable failure) {
        if (RegistryOutage.caused(failure)) {
            LOG.warn("The schema registry does not answer; trying again at the same record.", failure);
            LockSupport.parkNanos(PAUSE_WHILE_REGISTRY_IS_AWAY.toNanos());
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        if (UnreadableStores.caused(failure)) {
            LOG.debug("A store cannot be read.", failure);
            stores.rebuilding();
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        if (DamagedFiles.caused(failure) && application.equals(damaged.get())) {
            // Another thread of it has met them too.
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        if (DamagedFiles.caused(failure) && isFirstDamage(application)) {
            sayThatStoresAreRebuilt(failure);
            new Thread(() -> rebuild(application), "rebuild-stores").start();
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        LOG.error("The topology cannot go on.", failure);
        termination.complete(new Termination.Failed(failure));
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    /** What was deleted cannot be damaged: if it is again, the disk is, and somebody has to look. */
    private boolean isFirstDamage(Application application) {
        return damaged.compareAndSet(null, application);
    }

    private void sayThatStoresAreRebuilt(Throwable failure) {
        LOG.warn(
                "The stores in {} cannot be opened: {}. They are deleted and rebuilt from Kafka.",
                settings.stateDirectory(),
                failure.getMessage());
        LOG.debug("The stores cannot be opened.", failure);
    }

    private void rebuild(Application before) {
        stores.rebuilding();
        try {
            running.close();
            before.streams().cleanUp();
            Running fresh = prepare();
            running = fresh;
            if (closed) {
                fresh.close();
            } else {
                fresh.start();
            }
        } catch (RuntimeException failure) {
            LOG.error("The stores cannot be rebuilt.", failure);
            termination.complete(new Termination.Failed(failure));
        }
    }

    /** Kafka Streams opens the stores that are there before it starts any thread. */
    private void startOrRebuild() {
        Application application = running.application;
        StateOrigin origin = StateOrigin.in(settings);
        if (origin.isBeforeForgetting()) {
            LOG.info("Somebody was forgotten: the stores in {} are rebuilt from Kafka.", settings.stateDirectory());
            application.streams().cleanUp();
            origin.note();
        }
        try {
            running.start();
        } catch (StreamsException failure) {
            if (!DamagedFiles.caused(failure) || !isFirstDamage(application)) {
                throw failure;
            }
            sayThatStoresAreRebuilt(failure);
            rebuild(application);
        }
    }

    private void stateChanged(Application application, KafkaStreams.State state) {
        LOG.info("The topology is now {}.", state);
        if (state.hasCompletedShutdown() && !application.equals(damaged.get())) {
            termination.complete(new Termination.Stopped());
        }
    }

    private final class Running {

        private final Application application;
        private final KafkaStreamsMetrics metrics;

        Running(Application application, KafkaStreamsMetrics metrics) {
            this.application = application;
            this.metrics = metrics;
        }

        void start() {
            HostInfo self = HostInfo.buildFromEndpoint(config.getString(StreamsConfig.APPLICATION_SERVER_CONFIG));
            directory.serve(new StreamsDirectory.Serving(
                    application.streams(),
                    self,
                    partitions,
                    application.settings().people(),
                    application.settings().unreadable()));
            application.streams().start();
        }

        void close() {
            application.close();
            metrics.close();
        }
    }
}
