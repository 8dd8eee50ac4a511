// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.broker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds logs of a stopped broker that have become shorter than it left them, or cannot be read.
 *
 * <p>A broker notes up to which record each log is safe on disk. It takes a log that ends earlier for a shorter one
 * without a word; then those who have read further wait for ever. Only heads of batches are read, near the end.
 */
public final class BrokerLogs {

    private static final String CHECKPOINT = "recovery-point-offset-checkpoint";
    private static final String LOG = ".log";
    private static final String INDEX = ".index";
    private static final int LINES_BEFORE_ENTRIES = 2;

    // Of a batch: the first offset, the length of what follows, and where the last offset is, as the first one plus it.
    private static final int HEAD = 27;
    private static final int LENGTH = 8;
    private static final int BEFORE_LENGTH_COUNTS = 12;
    private static final int LAST_OFFSET_DELTA = 23;
    private static final int INDEX_ENTRY = 8;

    private BrokerLogs() {}

    /** What is wrong with a log. */
    public sealed interface Fault {}

    /**
     * It has become shorter.
     *
     * @param partition its topic and partition, {@code topic-partition}
     * @param end the offset after its last record
     * @param written the offset after the last record that was safe on disk
     */
    public record Shortened(String partition, long end, long written) implements Fault {}

    /**
     * It cannot be read, or what the broker noted of it cannot.
     *
     * @param path the file or directory
     * @param reason why, as Java says it
     */
    public record Unreadable(Path path, String reason) implements Fault {

        private static Unreadable of(Path path, Exception met) {
            return new Unreadable(path, met.getClass().getSimpleName() + ": " + met.getMessage());
        }
    }

    /** What is wrong in the directory of a broker; nothing if there was none. */
    public static List<Fault> faults(Path directory) {
        Path checkpoint = directory.resolve(CHECKPOINT);
        if (!Files.exists(checkpoint)) {
            return List.of();
        }
        try {
            return Files.readAllLines(checkpoint).stream()
                    .skip(LINES_BEFORE_ENTRIES)
                    .map(line -> line.split(" ", -1))
                    .filter(entry -> entry.length == 3)
                    .flatMap(entry ->
                            fault(directory.resolve(entry[0] + "-" + entry[1]), Long.parseLong(entry[2])).stream())
                    .toList();
        } catch (IOException | IllegalArgumentException unreadable) { // It holds no numbers, or no names.
            return List.of(Unreadable.of(checkpoint, unreadable));
        }
    }

    private static Optional<Fault> fault(Path log, long written) {
        try {
            return shortened(log, written).map(Fault.class::cast);
        } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
            return Optional.of(Unreadable.of(log, unreadable));
        }
    }

    /** What is missing of a log; nothing if there is none any more, as after its topic was deleted. */
    private static Optional<Shortened> shortened(Path log, long written) throws IOException {
        if (!Files.isDirectory(log)) {
            return Optional.empty();
        }
        List<Path> segments;
        try (Stream<Path> files = Files.list(log)) {
            segments = files.filter(file -> file.toString().endsWith(LOG))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        }
        for (int index = 0; index < segments.size(); index++) {
            boolean last = index == segments.size() - 1;
            long expected = last ? written : firstOffset(segments.get(index + 1));
            End end = end(segments.get(index));
            // Of a compacted segment the last records may be gone for a good reason, but not half a batch.
            boolean missing = last ? end.offset() < expected : end.brokenOff();
            if (missing) {
                return Optional.of(new Shortened(log.getFileName().toString(), end.offset(), expected));
            }
        }
        return Optional.empty();
    }

    /**
     * How a segment ends.
     *
     * @param offset the one after its last whole batch
     * @param brokenOff whether something follows that is no whole batch
     */
    private record End(long offset, boolean brokenOff) {}

    private static End end(Path segment) throws IOException {
        long end = firstOffset(segment);
        try (FileChannel file = FileChannel.open(segment)) {
            ByteBuffer head = ByteBuffer.allocate(HEAD);
            long position = Math.min(indexed(segment), file.size());
            if (position == file.size()) {
                position = 0;
            }
            while (position < file.size() && read(file, head, position)) {
                long next = position + BEFORE_LENGTH_COUNTS + head.getInt(LENGTH);
                if (next <= position || next > file.size()) {
                    break;
                }
                end = head.getLong(0) + head.getInt(LAST_OFFSET_DELTA) + 1;
                position = next;
            }
            return new End(end, position < file.size());
        }
    }

    private static boolean read(FileChannel file, ByteBuffer head, long position) throws IOException {
        head.clear();
        while (head.hasRemaining()) {
            if (file.read(head, position + head.position()) < 0) {
                return false;
            }
        }
        return true;
    }

    private static long firstOffset(Path segment) {
        String name = segment.getFileName().toString();
        return Long.parseLong(name.substring(0, name.length() - LOG.length()));
    }

    /** Where the last batch begins that the index of the segment knows; a running broker has more room in it. */
    private static long indexed(Path segment) throws IOException {
        String name = segment.getFileName().toString();
        Path index = segment.resolveSibling(name.substring(0, name.length() - LOG.length()) + INDEX);
        if (!Files.exists(index)) {
            return 0;
        }
        byte[] entries = Files.readAllBytes(index);
        int whole = entries.length - entries.length % INDEX_ENTRY;
        return whole == 0 ? 0 : ByteBuffer.wrap(entries).getInt(whole - INDEX_ENTRY / 2);
    }
}
