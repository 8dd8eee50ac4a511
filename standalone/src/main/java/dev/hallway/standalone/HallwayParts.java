// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone;

import dev.hallway.contract.UnevenPartitionsException;
import dev.hallway.ingest.IngestSettings;
import dev.hallway.ingest.cursor.Start;
import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.service.http.ServerStartException;
import dev.hallway.service.tracing.Tracing;
import dev.hallway.standalone.failure.Failure;
import dev.hallway.streams.failure.StopReason;
import dev.hallway.streams.http.HttpSettings;
import dev.hallway.streams.runtime.RuntimePolicy;
import dev.hallway.streams.runtime.StreamsRuntime;
import dev.hallway.streams.runtime.StreamsSettings;
import dev.hallway.streams.runtime.Termination;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ProcessorStateException;

/** The real parts, the same that also run on their own. */
public final class HallwayParts implements Parts {

    private static final Duration POLL_INTERVAL = Duration.ofSeconds(60);
    private static final int THREADS = 1;

    private final Duration pollInterval;
    private final Function<String, Tracing> tracings;

    /** Parts that poll GitHub once a minute, and are traced as the environment says. */
    public HallwayParts() {
        this(POLL_INTERVAL, System.getenv());
    }

    /** Parts that poll GitHub at the given interval, and are not traced. */
    public HallwayParts(Duration pollInterval) {
        this(pollInterval, Map.of());
    }

    /**
     * Parts that poll GitHub at the given interval.
     *
     * @param environment where OpenTelemetry's variables say whether and how they are traced
     */
    public HallwayParts(Duration pollInterval, Map<String, String> environment) {
        this(pollInterval, service -> Tracing.of(environment, service));
    }

    /**
     * Parts that poll GitHub at the given interval.
     *
     * @param tracings makes the tracing of a service
     */
    HallwayParts(Duration pollInterval, Function<String, Tracing> tracings) {
        this.pollInterval = pollInterval;
        this.tracings = tracings;
    }

    @Override
    public Streams startStreams(Cluster cluster, HallwaySettings settings) {
        Map<String, Object> kafka = new HashMap<>(cluster.kafka());
        // There is only one, so after a kill it can take over from itself at once, without waiting for a time-out.
        kafka.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
                RuntimePolicy.APPLICATION_ID);
        StreamsSettings how = new StreamsSettings(
                kafka,
                cluster.registry(),
                settings.directory().streams(),
                HttpSettings.loopback(settings.httpPort()),
                THREADS);
        try {
            return RunningStreams.start(how, tracing("hallway-streams"));
        } catch (ServerStartException unserved) {
            throw Failure.of(unserved);
        } catch (ProcessorStateException unusable) {
            throw stopped(StopReason.of(unusable), unusable);
        } catch (UnevenPartitionsException | KafkaException refused) {
            throw new Failure(HallwayExitCode.KAFKA, String.valueOf(refused.getMessage()), refused);
        }
    }

    @Override
    public Ingest startIngest(Cluster cluster, HallwaySettings settings, Watcher watcher) {
        try {
            IngestSettings what = new IngestSettings(
                            settings.githubUrl(),
                            settings.access(),
                            settings.repositories(),
                            cluster.kafka(),
                            cluster.registry(),
                            IngestSettings.ONLY_INGEST,
                            pollInterval)
                    .startingAt(settings.verify() ? Start.VERIFYING : Start.AT_THE_BEGINNING)
                    .checkedBy(settings.checks())
                    .partitionedInto(settings.partitions());
            return RunningIngest.connect(
                    what, settings.webhooks(), new IngestProgress(watcher), tracing("hallway-ingest"));
        } catch (ServerStartException unserved) {
            throw Failure.of(unserved);
        } catch (IllegalArgumentException wrong) {
            throw new Failure(HallwayExitCode.USAGE, String.valueOf(wrong.getMessage()), wrong);
        } catch (KafkaException refused) {
            throw new Failure(HallwayExitCode.KAFKA, "The embedded Kafka refuses: " + refused.getMessage(), refused);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Failure(
                    HallwayExitCode.FAILED, "Interrupted while connecting to the embedded Kafka.", interrupted);
        }
    }

    private static Failure stopped(StopReason reason, Throwable cause) {
        return new Failure(reason.exitCode(), reason.sentence(), cause);
    }

    private Tracing tracing(String service) {
        try {
            return tracings.apply(service);
        } catch (IllegalArgumentException wrong) {
            throw new Failure(HallwayExitCode.USAGE, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    private record RunningStreams(StreamsRuntime runtime, Tracing tracing) implements Streams {

        private static final Termination GOING_ON = new Termination.Stopped();

        /** Starts them; the tracing is closed with them, or if they do not start. */
        static RunningStreams start(StreamsSettings how, Tracing tracing) {
            try {
                return new RunningStreams(StreamsRuntime.start(how, tracing), tracing);
            } catch (RuntimeException failed) {
                tracing.close();
                throw failed;
            }
        }

        @Override
        public URI address() {
            return runtime.address();
        }

        @Override
        public long unpublished() {
            if (runtime.termination().getNow(GOING_ON) instanceof Termination.Failed failed) {
                throw stopped(failed.reason(), failed.cause());
            }
            return runtime.unpublished();
        }

        @Override
        public void whenFailed(Runnable callback) {
            CompletableFuture<Void> unused = runtime.termination().thenAcceptAsync(end -> {
                if (end instanceof Termination.Failed) {
                    callback.run();
                }
            });
        }

        @Override
        public void close() {
            runtime.close();
            tracing.close();
        }
    }
}
