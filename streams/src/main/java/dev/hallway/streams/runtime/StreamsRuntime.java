// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.runtime;

import dev.hallway.contract.InputPartitions;
import dev.hallway.contract.UnevenPartitionsException;
import dev.hallway.service.http.HttpServer;
import dev.hallway.streams.digest.DigestModel;
import dev.hallway.streams.digest.DigestRecord;
import dev.hallway.streams.failure.RegistryOutage;
import dev.hallway.streams.http.QueryServer;
import dev.hallway.streams.repository.StoreReader;
import dev.hallway.streams.state.StoreSource;
import dev.hallway.streams.topology.HallwayTopology;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.HostInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running topology and the queries over its stores. */
public final class StreamsRuntime implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsRuntime.class);
    private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(20);
    private static final Duration TIME_FOR_TOPICS_TO_SHOW = Duration.ofSeconds(10);
    private static final Duration PAUSE_WHILE_REGISTRY_IS_AWAY = Duration.ofSeconds(1);

    private final StreamsDirectory directory;
    private final PrometheusMeterRegistry meters;
    private final JvmGcMetrics garbageCollection;
    private final HttpServer http;
    private final HostInfo self;
    private final HallwayTopology topology;
    private final KafkaStreams streams;
    private final KafkaStreamsMetrics streamsMetrics;
    private final CompletableFuture<Termination> termination = new CompletableFuture<>();

    private StreamsRuntime(StreamsSettings settings, int inputPartitions) {
        directory = new StreamsDirectory();
        meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        garbageCollection = new JvmGcMetrics();
        garbageCollection.bindTo(meters);
        new JvmMemoryMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        // The address is part of the configuration, so the queries listen first; until the stores are there they say
        // so.
        http = QueryServer.start(settings.http(), directory, directory, meters);
        StreamsConfig config = RuntimePolicy.config(settings, Advertised.of(http.address()));
        self = HostInfo.buildFromEndpoint(config.getString(StreamsConfig.APPLICATION_SERVER_CONFIG));
        topology = new HallwayTopology(
                settings.registry(),
                config,
                (reader, repository, week) -> DigestRecord.of(DigestModel.of(reader, repository, week)),
                inputPartitions);
        streams = new KafkaStreams(topology.build(), config);
        streams.setUncaughtExceptionHandler(this::decide);
        streams.setStateListener((now, before) -> stateChanged(now));
        streamsMetrics = new KafkaStreamsMetrics(streams);
        streamsMetrics.bindTo(meters);
    }

    /**
     * Starts; figures can be asked for as soon as the stores are restored.
     *
     * @throws dev.hallway.contract.UnevenPartitionsException if the input topics differ in their partitions
     * @throws dev.hallway.service.http.ServerStartException if the port cannot be listened on, with one line for the user
     */
    public static StreamsRuntime start(StreamsSettings settings) {
        StreamsRuntime runtime = new StreamsRuntime(settings, inputPartitions(settings));
        runtime.directory.serve(runtime.streams, runtime.self);
        runtime.streams.start();
        return runtime;
    }

    private static int inputPartitions(StreamsSettings settings) {
        InputPartitions.Found found;
        try {
            found = InputPartitions.await(settings.kafka(), TIME_FOR_TOPICS_TO_SHOW);
        } catch (InterruptedException stopped) {
            throw new InterruptException(stopped);
        }
        if (found instanceof InputPartitions.Agreed agreed) {
            return agreed.partitions();
        }
        if (found instanceof InputPartitions.Disagreed disagreed) {
            throw new UnevenPartitionsException(disagreed);
        }
        throw new IllegalStateException(((InputPartitions.Missing) found).sentence());
    }

    /** Where queries are answered. */
    public URI address() {
        return http.address();
    }

    /**
     * Number of weeks whose figures have changed and are still to be sent to the metric topics, and of tasks that have not
     * committed what they sent; 1 while nobody can tell.
     */
    public long unpublished() {
        try {
            return StoreReader.unpublished(StoreSource.of(streams)) + topology.uncommitted();
        } catch (InvalidStateStoreException notThereYet) {
            LOG.debug("The stores cannot be read yet.", notThereYet);
            return 1;
        }
    }

    /** Ends when the topology does, with why. */
    public CompletableFuture<Termination> termination() {
        return termination.copy();
    }

    @Override
    public void close() {
        http.close();
        if (!streams.close(CloseOptions.timeout(TIME_TO_CLOSE))) {
            LOG.warn("The topology did not stop within {}; what it had not committed is done again.", TIME_TO_CLOSE);
        }
        streamsMetrics.close();
        garbageCollection.close();
        meters.close();
    }

    private StreamThreadExceptionResponse decide(Throwable failure) {
        if (RegistryOutage.caused(failure)) {
            LOG.warn("The schema registry does not answer; trying again at the same record.", failure);
            LockSupport.parkNanos(PAUSE_WHILE_REGISTRY_IS_AWAY.toNanos());
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.error("The topology cannot go on.", failure);
        termination.complete(new Termination.Failed(failure));
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private void stateChanged(KafkaStreams.State state) {
        LOG.info("The topology is now {}.", state);
        if (state.hasCompletedShutdown()) {
            termination.complete(new Termination.Stopped());
        }
    }
}
