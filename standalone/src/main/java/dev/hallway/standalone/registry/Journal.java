// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.standalone.failure.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The changes of the registry in a file, one JSON object a line, each on disk before {@link #append} returns. */
final class Journal implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FileChannel file;
    private final List<RegistryChange> history;

    private Journal(FileChannel file, List<RegistryChange> history) {
        this.file = file;
        this.history = history;
    }

    /** Opens the journal, and removes a last line that a crash left unfinished: that change was never acknowledged. */
    static Journal open(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            byte[] content = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
            int complete = lengthOfCompleteLines(content);
            List<RegistryChange> history = parse(path, new String(content, 0, complete, StandardCharsets.UTF_8));
            FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            file.truncate(complete);
            file.position(complete);
            return new Journal(file, history);
        } catch (IOException unusable) {
            throw new Failure(
                    HallwayExitCode.DATA_DIRECTORY,
                    "Cannot write to " + path + ": make it writable, or choose another directory with --data-dir.",
                    unusable);
        }
    }

    /** The changes that were in the journal when it was opened, oldest first. */
    List<RegistryChange> history() {
        return history;
    }

    void append(RegistryChange change) {
        try {
            ByteBuffer line =
                    ByteBuffer.wrap((JSON.writeValueAsString(change) + "\n").getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                file.write(line);
            }
            file.force(false);
        } catch (IOException failure) {
            throw new UncheckedIOException("The schema registry's journal cannot be written.", failure);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("The schema registry's journal cannot be closed.", failure);
        }
    }

    private static int lengthOfCompleteLines(byte[] content) {
        int length = content.length;
        while (length > 0 && content[length - 1] != '\n') {
            length--;
        }
        return length;
    }

    private static List<RegistryChange> parse(Path path, String lines) {
        List<RegistryChange> history = new ArrayList<>();
        for (String line : lines.lines().toList()) {
            try {
                history.add(JSON.readValue(line, RegistryChange.class));
            } catch (JsonProcessingException damaged) {
                throw new Failure(
                        HallwayExitCode.DATA_DIRECTORY,
                        "Line " + (history.size() + 1) + " of " + path + " is damaged: restore the file from a backup,"
                                + " or start with a new --data-dir.",
                        damaged);
            }
        }
        return List.copyOf(history);
    }
}
