// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import dev.hallway.streams.comparison.Quantile;
import dev.hallway.streams.digest.DigestModel.OpenFeedback;
import dev.hallway.streams.read.ItemView;
import dev.hallway.streams.read.ItemView.Answer;
import dev.hallway.streams.read.ItemView.Kind;
import dev.hallway.streams.week.IsoWeek;
import dev.hallway.streams.week.WeekRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Feedback that a merge had not answered by a moment, and the latency estimated from it and the answered together.
 *
 * <p>An issue closed without such a merge stays in the estimate as unanswered until that moment: nobody will merge an
 * answer to most of them, and censoring them at their closing would assume that they would have been answered like the
 * rest.
 */
final class OpenFeedbackTally {

    private static final int WEEKS = 52;

    private final Instant since;
    private final Instant asOf;
    private final List<Long> ages = new ArrayList<>();
    private final List<KaplanMeier.Observation> observations = new ArrayList<>();

    OpenFeedbackTally(IsoWeek week, Instant asOf) {
        this.since = WeekRange.trailing(week, WEEKS).first().start();
        this.asOf = asOf;
    }

    void offer(ItemView item) {
        if (item.kind() != Kind.ISSUE || item.authorIsBot() || !item.openedAt().isBefore(asOf)) {
            return;
        }
        Answer answer = item.answer();
        boolean answered = answer != null && answer.mergedAt().isBefore(asOf);
        long age = Duration.between(item.openedAt(), asOf).toSeconds();
        if (!answered && isAfterAll(item.closedAt())) {
            ages.add(age);
        }
        if (!item.openedAt().isBefore(since)) {
            observations.add(
                    answer != null && answered
                            ? new KaplanMeier.Observation(answer.seconds(), true)
                            : new KaplanMeier.Observation(age, false));
        }
    }

    OpenFeedback result() {
        List<Long> ascending = ages.stream().sorted().toList();
        KaplanMeier estimate = KaplanMeier.of(observations);
        return new OpenFeedback(
                asOf,
                ascending.size(),
                age(ascending, 50),
                age(ascending, 90),
                age(ascending, 100),
                median(estimate),
                estimate.observations(),
                estimate.endings());
    }

    private boolean isAfterAll(@Nullable Instant closedAt) {
        return closedAt == null || !closedAt.isBefore(asOf);
    }

    private static Figure age(List<Long> ascending, int hundredths) {
        return ascending.isEmpty()
                ? new Figure.Unavailable("no feedback was open")
                : Figure.of((double) Quantile.ofSorted(ascending, hundredths), ascending.size());
    }

    private static Figure median(KaplanMeier estimate) {
        if (estimate.observations() == 0) {
            return new Figure.Unavailable("no feedback was opened in the trailing " + WEEKS + " weeks");
        }
        return estimate.medianSeconds().isPresent()
                ? Figure.of((double) estimate.medianSeconds().getAsLong(), estimate.observations())
                : new Figure.Unavailable("a merge has answered fewer than half so far, so the median is not reached");
    }
}
