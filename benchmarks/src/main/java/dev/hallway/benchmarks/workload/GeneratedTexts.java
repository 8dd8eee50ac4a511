// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.workload;

import java.util.SplittableRandom;

/** Texts as long as people write them: most are short, a few very long, none beyond GitHub's limit. */
final class GeneratedTexts {

    private static final int LONGEST = 65_536;
    private static final double LOG_OF_MEDIAN = Math.log(180);
    private static final double LOG_SPREAD = 1.2;
    private static final int TITLE_LONGEST = 70;
    private static final int TITLE_SHORTEST = 20;

    private static final String[] WORDS = {
        "the",
        "a",
        "when",
        "request",
        "response",
        "broker",
        "connection",
        "fails",
        "after",
        "timeout",
        "please",
        "see",
        "test",
        "release",
        "secret",
        "store",
        "component",
        "state",
        "`config.yaml`",
        "retry",
        "works",
        "for",
        "me",
        "version",
        "1.4.2",
        "with",
        "and",
        "without",
        "error",
        "stack",
        "trace",
        "https://example.org/docs",
        "fixes",
        "thanks",
        "review",
        "documentation",
        "sample",
        "pipeline",
        "stream",
        "**important**",
        "cannot",
        "reproduce",
        "on",
        "Windows",
        "Linux",
        "memory",
        "leak",
        "allocation",
        "thread",
        "would",
        "be",
        "great",
        "to",
        "have",
        "an",
        "option",
        "that",
        "lets",
        "users",
        "choose",
        "> quoted",
        "behaviour",
        "because",
        "API",
        "returns",
        "404",
        "instead",
        "of",
        "200",
        "in",
        "this",
        "case",
        "#",
        "I",
        "think",
        "we",
        "should",
        "merge",
        "first"
    };

    private static final String POOL = pool();

    private GeneratedTexts() {}

    /** A body; the same for the same seed. */
    static String body(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double length = Math.exp(LOG_OF_MEDIAN + LOG_SPREAD * gaussian(random));
        return excerpt(random, (int) Math.max(2, Math.min(LONGEST, length)));
    }

    /** A title; the same for the same seed. */
    static String title(long seed) {
        SplittableRandom random = new SplittableRandom(~seed);
        return excerpt(random, random.nextInt(TITLE_SHORTEST, TITLE_LONGEST)).replace('\n', ' ');
    }

    private static String excerpt(SplittableRandom random, int length) {
        int start = random.nextInt(POOL.length() - length);
        return POOL.substring(start, start + length);
    }

    private static double gaussian(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    private static String pool() {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder pool = new StringBuilder(5 * LONGEST);
        while (pool.length() < 4 * LONGEST) {
            pool.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(20) == 0 ? "\n\n" : " ");
        }
        return pool.toString();
    }
}
