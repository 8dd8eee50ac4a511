// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.workload;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Many repositories that are active at the same time. */
public final class Communities {

    private static final int ISSUES_TALKED_ABOUT = 512;

    private Communities() {}

    /**
     * Generates everything that happens, one event at a time, and returns how much was made.
     *
     * <p>The repositories take turns, so that all are at about the same moment of the three years.
     */
    public static GeneratedCounts generate(Volume volume, Consumer<GeneratedEvent<?>> listener) {
        SplittableRandom random = new SplittableRandom(volume.seed());
        GeneratedCounts counts = new GeneratedCounts();
        Recent<String> issuesAnywhere = new Recent<>(ISSUES_TALKED_ABOUT);
        int[] shares = volume.shares();
        RepositoryHistory[] lives = new RepositoryHistory[shares.length];
        int[] upTo = new int[shares.length];
        int sum = 0;
        for (int rank = 0; rank < lives.length; rank++) {
            lives[rank] = new RepositoryHistory(
                    new RepositoryName(rank), Span.THREE_YEARS, shares[rank], random.split(), issuesAnywhere, counts);
            sum += shares[rank];
            upTo[rank] = sum;
        }
        int alive = 0;
        for (int event = 0; event < volume.events(); event++) {
            while (lives[alive].isOver()) {
                alive++;
            }
            RepositoryHistory chosen = lives[at(upTo, random.nextInt(sum))];
            listener.accept((chosen.isOver() ? lives[alive] : chosen).next());
        }
        return counts;
    }

    /**
     * Generates ten years of one further repository, and returns its name.
     *
     * @param events how much happens in it
     */
    public static String generateTenYears(Volume beside, int events, Consumer<GeneratedEvent<?>> listener) {
        RepositoryName name = new RepositoryName(beside.repositories());
        RepositoryHistory history = new RepositoryHistory(
                name,
                Span.TEN_YEARS,
                events,
                new SplittableRandom(beside.seed()),
                new Recent<>(ISSUES_TALKED_ABOUT),
                new GeneratedCounts());
        while (!history.isOver()) {
            listener.accept(history.next());
        }
        return name.name();
    }

    private static int at(int[] upTo, int position) {
        int found = Arrays.binarySearch(upTo, position + 1);
        return found >= 0 ? found : -found - 1;
    }
}
