// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.standalone.DataDirectory;
import dev.hallway.standalone.failure.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which files of a data directory still contain a login. */
final class DataFiles {

    // Kafka renames files that it no longer needs, and deletes them a little later.
    private static final Duration UNTIL_DELETED = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int PIECE = 1 << 20;
    private static final int OVERLAP = 128;

    private final DataDirectory directory;

    DataFiles(DataDirectory directory) {
        this.directory = directory;
    }

    /** Deletes the stores; they are built anew. */
    void deleteStores() {
        try (Stream<Path> files = Files.walk(directory.streams())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(directory.streams())) {
                    Files.delete(file);
                }
            }
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    /** The files in which one of the logins stands as a word, in any case, once Kafka has had time to delete its own. */
    List<Path> left(Collection<String> logins) {
        long deadline = System.nanoTime() + UNTIL_DELETED.toNanos();
        List<Path> left = look(logins);
        while (!left.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK.toNanos());
            left = look(logins);
        }
        return left;
    }

    private List<Path> look(Collection<String> logins) {
        List<Path> left = new ArrayList<>();
        try {
            Found found = new Found();
            Files.walkFileTree(directory.root(), found);
            for (Path file : found.files.stream().sorted().toList()) {
                if (contains(file, logins)) {
                    left.add(directory.root().relativize(file));
                }
            }
        } catch (IOException failure) {
            throw unreadable(failure);
        }
        return left;
    }

    private static boolean contains(Path file, Collection<String> logins) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            String before = "";
            for (byte[] piece = bytes.readNBytes(PIECE); piece.length > 0; piece = bytes.readNBytes(PIECE)) {
                String text = before + new String(piece, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                if (logins.stream().anyMatch(login -> isWordIn(text, login))) {
                    return true;
                }
                before = text.substring(Math.max(0, text.length() - OVERLAP));
            }
            return false;
        } catch (NoSuchFileException deleted) {
            return false;
        }
    }

    private static boolean isWordIn(String text, String login) {
        for (int at = text.indexOf(login); at >= 0; at = text.indexOf(login, at + 1)) {
            int end = at + login.length();
            if ((at == 0 || !isOfWord(text.charAt(at - 1))) && (end == text.length() || !isOfWord(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfWord(char character) {
        return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
    }

    /** The regular files; what Kafka deletes while they are looked for is left out. */
    private static final class Found extends SimpleFileVisitor<Path> {

        private final List<Path> files = new ArrayList<>();

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            return unlessDeleted(failure);
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
            return failure == null ? FileVisitResult.CONTINUE : unlessDeleted(failure);
        }

        private static FileVisitResult unlessDeleted(IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }

    private Failure unreadable(IOException failure) {
        return new Failure(
                HallwayExitCode.DATA_DIRECTORY,
                "The files in " + directory.root() + " cannot be read ("
                        + failure.getClass().getSimpleName() + ": " + failure.getMessage()
                        + "): make them readable, and run the same command again.",
                failure);
    }
}
