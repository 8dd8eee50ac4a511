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
 * Where the thread that reads and the thread that polls meet, one page at a time.
 *
 * <p>A worker polls again only when the records of the last poll are behind it: in their committed transaction, or, without
 * exactly-once support, with its producer. If they are lost after that, so is the task, and the next one starts from the
 * stored offsets. Therefore the second poll, and not the acknowledgement of every record, lets the reading go on; nothing
 * hangs when a transformation drops records.
 */
final class HandOver {

    private final SynchronousQueue<List<SourceRecord>> pages = new SynchronousQueue<>();
    private final Semaphore settled = new Semaphore(0);
    // Known to the polling thread alone.
    private boolean unsettled;

    /** Gives a page and waits until it is behind the worker. */
    void give(List<SourceRecord> page) throws InterruptedException {
        pages.put(page);
        settled.acquire();
    }

    /** The next page, if it comes in time. */
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
