// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Harms good inputs, the same way in every run. */
public final class Mutations {

    private static final int EACH = 60;
    private static final long SEED = 9;
    private static final List<String> PIECES = List.of(
            "",
            "null",
            "-1",
            "0",
            "9223372036854775808",
            "1e999999999",
            "[]",
            "{}",
            "\"\"",
            "\\ud800",
            "\u0000",
            "\u202e",
            "%00",
            "%zz",
            "..",
            "|",
            "`",
            "<!--",
            "#1",
            "a/b#2",
            "9999-12-31T23:59:59Z",
            "2024-02-30T00:00:00Z",
            "[".repeat(2_000),
            "x".repeat(5_000));

    private Mutations() {}

    /** The samples themselves, and each of them harmed in many ways. */
    public static Stream<String> of(String... samples) {
        Random random = new Random(SEED);
        return Arrays.stream(samples)
                .flatMap(sample -> Stream.concat(
                        Stream.of(sample),
                        IntStream.range(0, EACH).mapToObj(number -> harmed(sample, 1 + number % 4, random))));
    }

    /** The same as bytes. */
    public static Stream<byte[]> bytesOf(String... samples) {
        return of(samples).map(sample -> sample.getBytes(StandardCharsets.UTF_8));
    }

    private static String harmed(String sample, int times, Random random) {
        String harmed = sample;
        for (int time = 0; time < times && !harmed.isEmpty(); time++) {
            int from = random.nextInt(harmed.length());
            int to = Math.min(harmed.length(), from + random.nextInt(12));
            String piece =
                    switch (random.nextInt(3)) {
                        case 0 -> "";
                        case 1 -> PIECES.get(random.nextInt(PIECES.size()));
                        default -> harmed.substring(from, to).repeat(3);
                    };
            harmed = harmed.substring(0, from) + piece + harmed.substring(to);
        }
        return harmed;
    }
}
