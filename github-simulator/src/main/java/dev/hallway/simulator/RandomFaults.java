// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;

/** The faults of a GitHub on a bad day; the same for the same seed and the same requests. */
public final class RandomFaults implements Function<String, Optional<Fault>> {

    private final Random random;
    private final double share;
    private final List<Supplier<Fault>> kinds;
    private int storm;
    private long committed;

    /** A bad day drawn from the given source of randomness. */
    public RandomFaults(Random random) {
        this.random = random;
        this.share = 0.05 + random.nextDouble() * 0.3;
        this.kinds = List.of(
                Fault::badGateway,
                () -> Fault.serverError(500),
                () -> Fault.serverError(503),
                () -> Fault.serverError(504),
                Fault::garbage,
                Fault::secondaryLimitInBody,
                Fault::tooManyRequests,
                () -> Fault.tooManyRequests(1 + random.nextInt(300)),
                () -> Fault.forbidden(1 + random.nextInt(300)),
                () -> new Fault.Cut(random.nextDouble()),
                () -> new Fault.Cut(0),
                () -> new Fault.BrokenOff(random.nextDouble()),
                () -> new Fault.BrokenOff(0),
                Fault.Reset::new,
                () -> new Fault.DateOff(Duration.ofMinutes(1 + random.nextInt(3_000))),
                () -> new Fault.DateOff(Duration.ofMinutes(-1 - random.nextInt(3_000))),
                this::stallOrStorm);
    }

    @Override
    public Optional<Fault> apply(String pathAndQuery) {
        if (storm > 0) {
            storm--;
            // Then only large pages are too much for GitHub.
            return pathAndQuery.contains("per_page=100") ? one(Fault.badGateway()) : Optional.empty();
        }
        return random.nextDouble() < share
                ? one(kinds.get(random.nextInt(kinds.size())).get())
                : Optional.empty();
    }

    /** Number of faults so far. */
    public long committed() {
        return committed;
    }

    private Optional<Fault> one(Fault fault) {
        committed++;
        return Optional.of(fault);
    }

    /** Silence costs the test real time, so it is rare. */
    private Fault stallOrStorm() {
        if (random.nextInt(3) == 0) {
            return new Fault.Stalled(random.nextBoolean() ? 0 : random.nextDouble());
        }
        storm = 3 + random.nextInt(20);
        return Fault.badGateway();
    }
}
