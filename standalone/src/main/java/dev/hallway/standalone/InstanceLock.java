// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone;

import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.standalone.failure.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The right to run on a data directory; the operating system takes it back when the process ends, however it ends. */
public final class InstanceLock implements AutoCloseable {

    private final DataDirectory directory;
    private final FileChannel channel;

    private InstanceLock(DataDirectory directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /** Claims the directory, or says who holds it. */
    public static Claim claim(DataDirectory directory) {
        try {
            FileChannel channel =
                    FileChannel.open(directory.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                return new Claim.Theirs(readAddress(directory.addressFile()));
            }
            // A process that was killed left its address behind.
            Files.deleteIfExists(directory.addressFile());
            return new Claim.Ours(new InstanceLock(directory, channel));
        } catch (IOException unusable) {
            throw new Failure(
                    HallwayExitCode.DATA_DIRECTORY,
                    "Cannot lock the data directory " + directory.root()
                            + ": make it writable, or choose another with --data-dir.",
                    unusable);
        }
    }

    /** Whether nobody runs on a directory; false if there is none, or it cannot be told. */
    public static boolean isFree(DataDirectory directory) {
        if (!Files.exists(directory.root())) {
            return false;
        }
        try {
            if (claim(directory) instanceof Claim.Ours ours) {
                ours.lock().close();
                return true;
            }
            return false;
        } catch (Failure unusable) {
            // Whoever uses the directory says so.
            return false;
        }
    }

    /** Tells other processes where this Hallway answers. */
    public void announce(URI address) {
        Path file = directory.addressFile();
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(draft, address + "\n");
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException("The address cannot be written to " + file + ".", failure);
        }
    }

    /** Releases the directory. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(directory.addressFile());
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("The lock of " + directory.root() + " cannot be released.", failure);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException inThisProcess) {
            return null;
        }
    }

    private static Optional<URI> readAddress(Path file) throws IOException {
        try {
            return Optional.of(Files.readString(file).strip())
                    .filter(address -> !address.isEmpty())
                    .map(URI::create);
        } catch (NoSuchFileException starting) {
            return Optional.empty();
        }
    }
}
