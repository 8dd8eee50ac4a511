// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.publication;

import dev.hallway.health.Digest;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.week.IsoWeek;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Prints digests beside the stream thread: one takes as long as there are items.
 *
 * @param executor where they are printed
 * @param format makes the digest of a week from what can be read of a repository
 */
public record DigestPrinter(Executor executor, Format format) {

    /** Makes the digest of one repository and week. */
    @FunctionalInterface
    public interface Format {

        /** Reads what it needs; the repository is held by the reader. */
        Digest print(CommunityReader reader, String repository, IsoWeek week);
    }

    CompletableFuture<Digest> print(CommunityReader reader, String repository, IsoWeek week) {
        return CompletableFuture.supplyAsync(() -> format.print(reader, repository, week), executor);
    }
}
