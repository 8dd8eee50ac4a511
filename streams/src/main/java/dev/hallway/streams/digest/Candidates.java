// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import dev.hallway.health.Story;
import dev.hallway.streams.digest.PersonToTalkTo.Reason;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.read.Contributor;
import dev.hallway.streams.read.Contributor.Deed;
import dev.hallway.streams.read.CountedContribution;
import dev.hallway.streams.read.ItemView;
import dev.hallway.streams.week.IsoWeek;
import dev.hallway.streams.week.WeekRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds people to talk to in one repository and week: never bots or deleted accounts, and maintainers only if a pull request
 * of theirs waits for a review.
 */
final class Candidates {

    /** A newcomer who has waited for longer than so many weeks has probably gone. */
    private static final int WEEKS_FOR_A_REPLY = 4;

    /** Whoever has waited for a review for longer than so many weeks has probably given up. */
    private static final int WEEKS_FOR_A_REVIEW = 12;

    // So many contributors are looked up for a reason: enough for everybody who can be chosen.
    private static final int MOST = PeopleToTalkTo.MOST * Reason.values().length;

    private final CommunityReader reader;
    private final String repository;
    private final IsoWeek week;
    private final Instant asOf;
    private final PeopleToTalkTo people = new PeopleToTalkTo();

    Candidates(CommunityReader reader, String repository, IsoWeek week, Instant asOf) {
        this.reader = reader;
        this.repository = repository;
        this.week = week;
        this.asOf = asOf;
    }

    PeopleToTalkTo people() {
        return people;
    }

    /** Takes in an item that waits for a first reply. */
    void waitsForFirstReply(Wait wait) {
        ItemView item = wait.item();
        if (item.authorIsNewcomer() && !item.authorIsMaintainer()) {
            waits(Reason.WAITS_FOR_FIRST_REPLY, wait, WEEKS_FOR_A_REPLY);
        }
    }

    /** Takes in a pull request that waits for a review. */
    void waitsForReview(Wait wait) {
        waits(Reason.WAITS_FOR_REVIEW, wait, WEEKS_FOR_A_REVIEW);
    }

    /** Takes in who contributed in the week. */
    void contributed(List<Contributor> contributors) {
        List<Contributor> community = contributors.stream()
                .filter(contributor -> contributor.maintainerContributions() == 0)
                .toList();
        community.stream()
                .filter(contributor -> contributor.deeds().firstMerge())
                .sorted(Comparator.comparing(
                        contributor -> at(contributor.deeds().merge())))
                .limit(MOST)
                .forEach(contributor -> {
                    Deed merge = contributor.deeds().merge();
                    offer(Reason.FIRST_MERGE, contributor, merge, at(merge), null);
                });
        community.stream()
                .filter(contributor -> contributor.cameBackIn(week))
                .sorted(Comparator.comparing(contributor -> lastSeen(contributor)))
                .limit(MOST)
                .forEach(contributor -> {
                    Deed first = contributor.deeds().first();
                    offer(
                            Reason.CAME_BACK,
                            contributor,
                            first,
                            lastSeen(contributor),
                            first == null ? null : first.kind());
                });
    }

    /** Takes in the stories of the feedback that was answered in the week. */
    void answered(List<Story> stories) {
        stories.stream()
                .filter(story -> !story.getAuthorIsMaintainer() && !story.getSelfAuthored())
                .sorted(Comparator.comparing(Story::getOpenedAt).thenComparing(Story::getNumber))
                .forEach(story -> reader.item(repository, story.getNumber())
                        .flatMap(item ->
                                person(Reason.REQUEST_ANSWERED, item, item.openedAt(), story.getLatencySeconds()))
                        .ifPresent(people::offer));
    }

    private void waits(Reason reason, Wait wait, int weeks) {
        if (!wait.since().isBefore(WeekRange.trailing(week, weeks).first().start())) {
            long waited = Duration.between(wait.since(), asOf).toSeconds();
            person(reason, wait.item(), wait.since(), waited).ifPresent(people::offer);
        }
    }

    private Optional<PersonToTalkTo> person(Reason reason, ItemView item, Instant since, @Nullable Long waited) {
        return item.authorPerson() == 0 || item.authorIsBot()
                ? Optional.empty()
                : Optional.of(new PersonToTalkTo(
                        item.authorPerson(),
                        item.author(),
                        reason,
                        repository,
                        item.kind(),
                        item.number(),
                        item.htmlUrl(),
                        item.title(),
                        since,
                        waited,
                        null));
    }

    private void offer(
            Reason reason,
            Contributor contributor,
            @Nullable Deed deed,
            Instant since,
            CountedContribution.@Nullable Kind did) {
        Optional.ofNullable(deed)
                .flatMap(done -> reader.item(repository, done.number()))
                .ifPresent(item -> people.offer(new PersonToTalkTo(
                        contributor.id(),
                        contributor.login(),
                        reason,
                        repository,
                        item.kind(),
                        item.number(),
                        item.htmlUrl(),
                        item.title(),
                        since,
                        null,
                        did)));
    }

    private Instant at(@Nullable Deed deed) {
        return deed == null ? week.end() : deed.at();
    }

    private Instant lastSeen(Contributor contributor) {
        IsoWeek last = contributor.lastWeekBefore();
        return last == null ? week.start() : last.start();
    }
}
