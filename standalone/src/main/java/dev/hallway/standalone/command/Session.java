// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

import dev.hallway.service.command.HallwayExitCode;
import dev.hallway.standalone.Claim;
import dev.hallway.standalone.Hallway;
import dev.hallway.standalone.HallwaySettings;
import dev.hallway.standalone.InstanceLock;
import dev.hallway.standalone.Parts;
import dev.hallway.standalone.Reading;
import dev.hallway.standalone.Watcher;
import dev.hallway.standalone.failure.Failure;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Hallway to query: the one that runs on the data directory, or one started for this command and brought up to date.
 */
final class Session implements AutoCloseable {

    private static final String INTERRUPTED =
            "Interrupted. What has been read is kept: the same command continues there.";

    private final HallwayClient client;
    private final Reading reading;
    private final @Nullable InstanceLock lock;
    private final @Nullable Hallway hallway;
    private final Shutdown shutdown;

    private Session(
            HallwayClient client,
            Reading reading,
            @Nullable InstanceLock lock,
            @Nullable Hallway hallway,
            Shutdown shutdown) {
        this.client = client;
        this.reading = reading;
        this.lock = lock;
        this.hallway = hallway;
        this.shutdown = shutdown;
    }

    static Session open(HallwaySettings settings, Parts parts, Watcher watcher) {
        Shutdown shutdown = Shutdown.onSignal(() -> watcher.note(INTERRUPTED));
        try {
            return open(settings, parts, watcher, shutdown);
        } catch (RuntimeException failure) {
            shutdown.close();
            throw failure;
        }
    }

    private static Session open(HallwaySettings settings, Parts parts, Watcher watcher, Shutdown shutdown) {
        Claim claim = InstanceLock.claim(settings.directory());
        if (claim instanceof Claim.Theirs theirs) {
            URI address = theirs.address().orElseThrow(() -> stillStarting(settings));
            if (settings.verify()) {
                throw new Failure(
                        HallwayExitCode.ALREADY_RUNNING,
                        "The Hallway that runs at " + address + " reads GitHub by itself, so --verify cannot make it:"
                                + " stop it first, or leave out --verify.");
            }
            watcher.note("Asking the Hallway that runs at " + address + ".");
            settings.people()
                    .ifPresent(people -> watcher.note(
                            "It has its own file of people: " + people.file().path() + " is not used."));
            Reading asked = new Reading(settings.repositories(), List.of());
            return new Session(new HallwayClient(address), asked, null, null, shutdown);
        }
        InstanceLock lock = ((Claim.Ours) claim).lock();
        try {
            Hallway hallway = Hallway.start(settings, parts, watcher);
            shutdown.closesFirst(hallway);
            return new Session(new HallwayClient(hallway.address()), bringUpToDate(hallway), lock, hallway, shutdown);
        } catch (RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    /** Whether the Hallway goes on answering after this. */
    boolean lasts() {
        return hallway == null;
    }

    HallwayClient client() {
        return client;
    }

    /**
     * What it holds of the repositories asked for, under GitHub's own names where they have just been read.
     *
     * @throws Failure if it holds none of them
     */
    Holding holding() {
        Holding holding = Holding.of(client, reading);
        if (holding.repositories().isEmpty()) {
            throw new Failure(
                    reading.problems().isEmpty() ? HallwayExitCode.NOT_HELD : HallwayExitCode.GITHUB,
                    String.join(System.lineSeparator(), holding.missing()));
        }
        return holding;
    }

    @Override
    public void close() {
        if (hallway != null) {
            hallway.close();
        }
        if (lock != null) {
            lock.close();
        }
        shutdown.close();
    }

    private static Reading bringUpToDate(Hallway started) {
        try {
            return started.bringUpToDate();
        } catch (RuntimeException failure) {
            started.close();
            throw failure;
        }
    }

    static Failure stillStarting(HallwaySettings settings) {
        return new Failure(
                HallwayExitCode.ALREADY_RUNNING,
                "Another Hallway is using " + settings.directory().root()
                        + " and does not answer yet: wait for it, or choose another directory with --data-dir.");
    }
}
