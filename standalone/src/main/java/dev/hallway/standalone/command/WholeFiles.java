// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Files that appear in a directory all together, or not at all.
 *
 * <p>Each is written beside its place under another name. When all are whole they are moved into place one after the
 * other; if one cannot be moved, those before it are moved back. Only a process killed at that moment leaves some new
 * and some old ones, each of them whole.
 */
final class WholeFiles implements AutoCloseable {

    private final Path directory;
    private final boolean isNew;
    private final List<Draft> drafts = new ArrayList<>();
    private boolean published;

    /** Creates the directory if there is none; it is removed again if nothing is published. */
    WholeFiles(Path directory) throws IOException {
        this.directory = directory;
        this.isNew = !Files.exists(directory);
        Files.createDirectories(directory);
    }

    /** Writes a file beside its place. */
    void add(String name, String content) throws IOException {
        Path file = Files.createTempFile(directory, "." + name + "-", ".new");
        drafts.add(new Draft(file, file.resolveSibling(file.getFileName() + ".earlier"), directory.resolve(name)));
        Files.writeString(file, content);
    }

    /** Moves all files into place; if one cannot be moved, none is. */
    void publish() throws IOException {
        Deque<Draft> moved = new ArrayDeque<>();
        try {
            for (Draft draft : drafts) {
                draft.move();
                moved.push(draft);
            }
            published = true;
        } catch (IOException failure) {
            for (Draft draft : moved) {
                draft.takeBack();
            }
            throw failure;
        }
    }

    /** Removes what was not published, and the copies that were kept for that case. */
    @Override
    public void close() {
        try {
            for (Draft draft : drafts) {
                Files.deleteIfExists(draft.file());
                Files.deleteIfExists(draft.earlier());
            }
            if (isNew && !published) {
                Files.delete(directory);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("Temporary files cannot be removed from " + directory + ".", failure);
        }
    }

    /**
     * A file on its way.
     *
     * @param file where it is written
     * @param earlier where the file it replaces is kept for a moment
     * @param place where it belongs
     */
    private record Draft(Path file, Path earlier, Path place) {

        void move() throws IOException {
            if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileSystemException(place.toString(), null, "is a directory");
            }
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                Files.copy(place, earlier, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            }
            Files.move(file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        void takeBack() throws IOException {
            if (Files.exists(earlier, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(earlier, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.delete(place);
            }
        }
    }
}
