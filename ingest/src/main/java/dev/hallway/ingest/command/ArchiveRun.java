// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.command;

import dev.hallway.ingest.IngestEnvironment;
import dev.hallway.ingest.IngestSettings;
import dev.hallway.ingest.archive.ArchiveFiles;
import dev.hallway.ingest.archive.ArchiveImport;
import dev.hallway.ingest.archive.ArchiveReport;
import dev.hallway.ingest.publish.InputTopics;
import dev.hallway.ingest.publish.KafkaPageSink;
import dev.hallway.ingest.publish.PageSink;
import dev.hallway.service.command.HallwayExitCode;
import java.nio.file.Path;
import java.util.List;

/** Reads archive files instead of GitHub. */
final class ArchiveRun {

    // An id of its own: it must not fence out the ingest that reads GitHub.
    private static final String NAME_BESIDE_INGEST = "-archive";

    private final IngestSettings settings;
    private final List<Path> files;
    private final ArchiveLines lines;

    /** Looks for the files; throws {@link IllegalArgumentException} if there are none. */
    ArchiveRun(IngestSettings settings, List<Path> filesAndDirectories, ArchiveLines lines) {
        if (settings.start().since().isPresent()) {
            throw new IllegalArgumentException(
                    "--since says where reading from GitHub begins: leave it out with --archive.");
        }
        this.settings = settings;
        this.files = ArchiveFiles.find(filesAndDirectories);
        this.lines = lines;
    }

    HallwayExitCode run() throws InterruptedException {
        InputTopics.createMissing(settings.kafka(), settings.partitions());
        try (PageSink sink = new KafkaPageSink(
                settings.kafka(),
                settings.ingestId() + NAME_BESIDE_INGEST,
                settings.registry(),
                IngestEnvironment.real().clock())) {
            ArchiveReport report = new ArchiveImport(
                            sink,
                            settings.host(),
                            settings.repositories(),
                            settings.start().reset(),
                            lines)
                    .run(files);
            report.lines().forEach(lines::line);
            return report.complete() ? HallwayExitCode.OK : HallwayExitCode.INCOMPLETE;
        }
    }
}
