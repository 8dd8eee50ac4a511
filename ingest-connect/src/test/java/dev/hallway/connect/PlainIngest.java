// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect;

import dev.hallway.connect.config.GitHubSourceConfig;
import dev.hallway.ingest.IngestEnvironment;
import dev.hallway.ingest.IngestSettings;
import dev.hallway.ingest.Ingester;
import dev.hallway.ingest.publish.OutgoingRecord;
import dev.hallway.ingest.publish.PageSink;
import dev.hallway.ingest.publish.RecordSerializer;
import dev.hallway.ingest.publish.SavedState;
import dev.hallway.ingest.report.IngestListener;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What the ingest that runs alone would send to Kafka. */
final class PlainIngest implements PageSink {

    private final RecordSerializer serializer;
    private final List<String> lines = new ArrayList<>();

    private PlainIngest(RecordSerializer serializer) {
        this.serializer = serializer;
    }

    /** Runs one cycle. */
    static PlainIngest of(Map<String, String> config) throws InterruptedException {
        GitHubSourceConfig connector = new GitHubSourceConfig(config);
        IngestSettings settings = connector.settings(connector.lane());
        PlainIngest sink = new PlainIngest(new RecordSerializer(settings.registry(), Clock.systemUTC()));
        try (Ingester ingester = new Ingester(settings, sink, IngestEnvironment.real(), new IngestListener() {})) {
            ingester.runCycle();
        }
        return sink;
    }

    /** Every record in its order, as {@link InMemoryWorker#line} writes it. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public SavedState restore() {
        return new SavedState(Map.of(), Map.of());
    }

    @Override
    public void commit(List<OutgoingRecord<?>> page, Runnable committed) {
        for (OutgoingRecord<?> record : page) {
            ProducerRecord<String, byte[]> written = serializer.serialize(record);
            lines.add(written.topic() + " " + written.key() + " " + written.timestamp() + " "
                    + Base64.getEncoder().encodeToString(written.value()));
        }
        committed.run();
    }

    @Override
    public void close() {
        serializer.close();
    }
}
