// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.workload;

import dev.hallway.contract.FactKey;
import dev.hallway.contract.Topic;
import dev.hallway.contract.Topics;
import dev.hallway.github.Comment;
import dev.hallway.github.CommentKind;
import dev.hallway.github.Issue;
import dev.hallway.github.Source;
import dev.hallway.github.SubjectKind;
import dev.hallway.streams.week.IsoWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.apache.avro.specific.SpecificRecord;

/**
 * An event that arrives long after its week, and where it must become visible.
 *
 * @param event the event
 * @param shownOn the metric topic whose row of that week must change
 * @param row key of the row
 */
public record LateEvent(GeneratedEvent<?> event, Topic<String, ? extends SpecificRecord> shownOn, String row) {

    private static final long FIRST_ID = 4_000_000_000_000L;
    private static final long FIRST_NUMBER = 1_000_000;
    private static final int EVERY = 4;
    private static final Duration WEEK = Duration.ofDays(7);

    /**
     * At most that many late events, no two of which change the same row.
     *
     * <p>Most are comments on a repository's first issue; every fourth is a hitherto unknown issue, opened and closed
     * in the same week.
     */
    public static List<LateEvent> some(int number, Volume volume) {
        SplittableRandom random = new SplittableRandom(~volume.seed());
        int weeks = (int) (Span.THREE_YEARS.length().toDays() / WEEK.toDays());
        List<LateEvent> events = new ArrayList<>();
        Set<String> rows = new HashSet<>();
        for (int index = 0; index < number; index++) {
            RepositoryName repository = new RepositoryName(index % volume.repositories());
            // The round decides the week, so that a repository's later turns take other weeks.
            int round = index / volume.repositories();
            int week = weeks / 4 + (random.nextInt(4) + 4 * round) % (weeks / 2);
            Instant at = Span.THREE_YEARS
                    .start()
                    .plus(WEEK.multipliedBy(week))
                    .plusSeconds(random.nextLong(WEEK.toSeconds()));
            Instant now = Span.THREE_YEARS.end().plusSeconds(60L * (index + 1));
            LateEvent event = index % EVERY == EVERY - 1
                    ? closedIssue(repository, index, at, now)
                    : comment(repository, index, at, now);
            if (rows.add(event.row())) {
                events.add(event);
            }
        }
        return events;
    }

    private static LateEvent comment(RepositoryName repository, int index, Instant at, Instant now) {
        Contributors people = new Contributors(repository.rank(), 0);
        Comment comment = Comment.newBuilder()
                .setRepository(repository.name())
                .setNumber(1)
                .setId(FIRST_ID + index)
                .setKind(CommentKind.ISSUE_COMMENT)
                .setSubject(SubjectKind.ISSUE)
                .setAuthor(people.account(index % 3))
                .setAuthorAssociation(people.association(index % 3))
                .setBody("Better late than never.")
                .setCreatedAt(at)
                .setUpdatedAt(at)
                .setSource(Source.REST)
                .setObservedAt(now)
                .build();
        GeneratedEvent<Comment> event =
                new GeneratedEvent<>(Topics.COMMENTS, FactKey.of(comment).toString(), comment, at);
        return new LateEvent(event, Topics.CONTRIBUTOR_DIVERSITY, row(repository, at));
    }

    private static LateEvent closedIssue(RepositoryName repository, int index, Instant at, Instant now) {
        Contributors people = new Contributors(repository.rank(), 0);
        Item issue = Item.opened(false, FIRST_NUMBER + index, index, 0, at, "").closed(at, false);
        GeneratedEvent<Issue> event = issue.issue(repository, people, now);
        return new LateEvent(event, Topics.FEEDBACK_LATENCY, row(repository, at));
    }

    /** True if it adds an issue that was not part of the volume. */
    public boolean opensIssue() {
        return event.value() instanceof Issue;
    }

    private static String row(RepositoryName repository, Instant at) {
        return repository.key() + "|" + IsoWeek.of(at);
    }
}
