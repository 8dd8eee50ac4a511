// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.publication;

import dev.hallway.health.Digest;
import dev.hallway.streams.change.ChangeKind;
import dev.hallway.streams.community.Community;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.state.UnreadableStoreException;
import dev.hallway.streams.store.RepositoryRow.Digests;
import dev.hallway.streams.week.IsoWeek;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Has digests printed, one at a time, and publishes them when they are. */
final class DigestPublisher {

    private final Community community;
    private final CommunityReader reader;
    private final DigestPrinter printer;
    private final Outlet outlet;
    private @Nullable Order order;

    DigestPublisher(Community community, CommunityReader reader, DigestPrinter printer, Outlet outlet) {
        this.community = community;
        this.reader = reader;
        this.printer = printer;
        this.outlet = outlet;
    }

    /** Orders the digest that is due, if none is being printed. */
    void order(String repository) {
        Digests digests = community.repository(repository).digests();
        IsoWeek week = digests.week();
        if (!digests.due() || week == null) {
            community.changes().forget(repository, ChangeKind.DIGEST, 0);
        } else if (order == null) {
            order = new Order(repository, week, printer.print(reader, repository, week));
        }
    }

    /** Publishes the digest that was ordered, once it is printed; true if it did. */
    boolean publishPrinted() {
        Order printed = order;
        if (printed == null || !printed.digest.isDone()) {
            return false;
        }
        order = null;
        Digest digest = digest(printed);
        outlet.send(Output.DIGESTS, printed.repository, printed.week, digest);
        var repository = community.repository(printed.repository);
        if (printed.week.equals(repository.digests().week())) {
            community.save(
                    printed.repository, repository.with(repository.digests().published()));
            community.changes().forget(printed.repository, ChangeKind.DIGEST, 0);
        }
        return true;
    }

    private static Digest digest(Order printed) {
        try {
            return printed.digest.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof UnreadableStoreException unreadable) {
                throw unreadable;
            }
            throw failed;
        }
    }

    private record Order(String repository, IsoWeek week, CompletableFuture<Digest> digest) {}
}
