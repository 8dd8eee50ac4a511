// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import dev.hallway.standalone.Claim;
import dev.hallway.standalone.Hallway;
import dev.hallway.standalone.HallwaySettings;
import dev.hallway.standalone.InstanceLock;
import dev.hallway.standalone.Parts;
import dev.hallway.standalone.Watcher;
import dev.hallway.standalone.failure.ExitCode;
import dev.hallway.standalone.failure.Failure;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A Hallway to ask: the one that runs on the data directory, or one started for this command and brought up to date. */
final class Session implements AutoCloseable {

    private final HallwayClient client;
    private final @Nullable InstanceLock lock;
    private final @Nullable Hallway hallway;

    private Session(HallwayClient client, @Nullable InstanceLock lock, @Nullable Hallway hallway) {
        this.client = client;
        this.lock = lock;
        this.hallway = hallway;
    }

    static Session open(HallwaySettings settings, Parts parts, Watcher watcher) {
        Claim claim = InstanceLock.claim(settings.directory());
        if (claim instanceof Claim.Theirs theirs) {
            URI address = theirs.address().orElseThrow(() -> stillStarting(settings));
            watcher.note("Asking the Hallway that runs at " + address + ".");
            return new Session(new HallwayClient(address), null, null);
        }
        InstanceLock lock = ((Claim.Ours) claim).lock();
        try {
            Hallway hallway = Hallway.start(settings, parts, watcher);
            Session session = new Session(new HallwayClient(hallway.address()), lock, hallway);
            session.bringUpToDate(hallway);
            return session;
        } catch (RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    HallwayClient client() {
        return client;
    }

    @Override
    public void close() {
        if (hallway != null) {
            hallway.close();
        }
        if (lock != null) {
            lock.close();
        }
    }

    private void bringUpToDate(Hallway started) {
        try {
            started.bringUpToDate();
        } catch (RuntimeException failure) {
            started.close();
            throw failure;
        }
    }

    static Failure stillStarting(HallwaySettings settings) {
        return new Failure(
                ExitCode.ALREADY_RUNNING,
                "Another Hallway is using " + settings.directory().root()
                        + " and does not answer yet: wait for it, or choose another directory with --data-dir.");
    }
}
