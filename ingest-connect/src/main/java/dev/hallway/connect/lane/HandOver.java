// SPDX-License-Identifier: Apache-2.0
package dev.hallway.connect.lane;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Hands pages from the thread that reads to the thread that polls, one at a time.
 *
 * <p>A worker polls again only when it is done with the records of the last poll: in their committed transaction, or,
 * without exactly-once support, with its producer. If they are lost after that, so is the task, and the next one starts
 * from the stored offsets. Therefore the next poll, and not the acknowledgement of every record, lets the reading
 * continue, and nothing hangs when a transformation drops records.
 */
final class HandOver {

    private final SynchronousQueue<List<SourceRecord>> pages = new SynchronousQueue<>();
    private final Semaphore settled = new Semaphore(0);
    // Used by the polling thread only.
    private boolean unsettled;

    /** Hands over a page and waits until the worker is done with it. */
    void give(List<SourceRecord> page) throws InterruptedException {
        pages.put(page);
        settled.acquire();
    }

    /** The next page, if it arrives in time. */
    Optional<List<SourceRecord>> take(Duration patience) throws InterruptedException {
        if (unsettled) {
            unsettled = false;
            settled.release();
        }
        Optional<List<SourceRecord>> page = Optional.ofNullable(pages.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
        unsettled = page.isPresent();
        return page;
    }
}
