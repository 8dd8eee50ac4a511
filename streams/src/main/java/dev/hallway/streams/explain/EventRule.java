// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.explain;

import dev.hallway.streams.explain.Judgement.Counted;
import dev.hallway.streams.read.Definitions;
import dev.hallway.streams.read.EventFilter;
import dev.hallway.streams.read.EventView;
import dev.hallway.streams.read.EventView.Arrival;
import dev.hallway.streams.read.EventView.Kind;
import dev.hallway.streams.read.ParticipantView;
import dev.hallway.streams.week.IsoWeek;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a figure makes of the events of its week: pure.
 *
 * @param kinds the kinds of events that it may be concerned with
 * @param judge what it makes of one of them
 */
record EventRule(Set<Kind> kinds, Function<EventView, Judgement> judge) implements Rule {

    /** Contributions, and what looks like one. */
    private static final Set<Kind> VISIBLE = Stream.concat(
                    EventView.CONTRIBUTIONS.stream(), Stream.of(Kind.REVIEW_WITHOUT_TEXT))
            .collect(Collectors.toUnmodifiableSet());

    /** Those events that are counted or left out. */
    EventFilter filter() {
        return new EventFilter(kinds, event -> !(judge.apply(event) instanceof Judgement.NotConcerned));
    }

    /** Contributions of known people; all others are left out. */
    static EventRule ofPeople(Function<EventView, Judgement> judge) {
        return new EventRule(VISIBLE, event -> {
            if (event.kind() == Kind.REVIEW_WITHOUT_TEXT) {
                return Judgement.leftOut(Reason.WRAPS_ITS_COMMENTS);
            }
            return switch (event.by().kind()) {
                case BOT -> Judgement.leftOut(bot(event.by()));
                case UNKNOWN -> Judgement.leftOut(Reason.UNKNOWN_PERSON);
                case HUMAN -> judge.apply(event);
            };
        });
    }

    static EventRule contributions() {
        return ofPeople(event -> Judgement.counted(
                event.by().maintainerSign() == null
                        ? "contribution of the community"
                        : "contribution of a maintainer"));
    }

    static EventRule byMaintainers() {
        return ofPeople(event -> event.by().maintainerSign() == null
                ? Judgement.leftOut(Reason.COMMUNITY)
                : Judgement.counted("contribution of a maintainer"));
    }

    static EventRule byCommunity() {
        return ofPeople(event -> event.by().maintainerSign() == null
                ? Judgement.counted("contribution of the community")
                : Judgement.leftOut(maintainer(event.by())));
    }

    static EventRule ofKind(ParticipantView.Kind kind, String as) {
        return new EventRule(
                EventView.CONTRIBUTIONS,
                event -> event.by().kind() == kind ? Judgement.counted(as) : Judgement.notConcerned());
    }

    static EventRule affiliated() {
        return ofPeople(event -> event.by().organisation() == null
                ? Judgement.leftOut(Reason.UNAFFILIATED)
                : Judgement.counted("contribution from an organisation"));
    }

    static EventRule outsideHome() {
        return ofPeople(event -> event.by().fromHome()
                ? Judgement.leftOut(Reason.FROM_HOME)
                : Judgement.counted(
                        event.by().organisation() == null
                                ? "contribution of no organisation"
                                : "contribution from another organisation"));
    }

    /** Contributions of people who came in the week. */
    static EventRule ofNewcomers() {
        return ofPeople(event -> event.arrival() == null
                ? Judgement.leftOut(Reason.CAME_BEFORE)
                : Judgement.counted("contribution of a newcomer"));
    }

    /** Contributions, other than merges, of people who came in the week. */
    static EventRule ofCohort(Predicate<Arrival> counts, Reason otherwise) {
        return ofPeople(event -> cohort(
                event,
                arrival -> counts.test(arrival)
                        ? Judgement.counted("contribution of a newcomer")
                        : Judgement.leftOut(otherwise)));
    }

    /** Contributions of these kinds by people who came in the week. */
    static EventRule ofCohortBy(Set<Kind> first) {
        return ofPeople(event -> cohort(
                event,
                arrival -> first.contains(event.kind())
                        ? Judgement.counted("contribution of a newcomer")
                        : Judgement.leftOut(Reason.ANOTHER_KIND)));
    }

    private static Judgement cohort(EventView event, Function<Arrival, Judgement> judge) {
        Arrival arrival = event.arrival();
        if (arrival == null) {
            return Judgement.leftOut(Reason.CAME_BEFORE);
        }
        return event.kind() == Kind.PULL_REQUEST_MERGED
                ? Judgement.leftOut(Reason.MERGE_IS_NO_ARRIVAL)
                : judge.apply(arrival);
    }

    static EventRule all(Kind kind, String as) {
        return new EventRule(EnumSet.of(kind), event -> Judgement.counted(as));
    }

    /** What was opened, closed and merged, whoever did it. */
    static EventRule flow() {
        return new EventRule(
                EnumSet.of(
                        Kind.ISSUE_OPENED,
                        Kind.ISSUE_CLOSED,
                        Kind.PULL_REQUEST_OPENED,
                        Kind.PULL_REQUEST_MERGED,
                        Kind.PULL_REQUEST_CLOSED),
                event -> switch (event.kind()) {
                    case ISSUE_OPENED -> Judgement.counted("issue opened");
                    case ISSUE_CLOSED -> Judgement.counted("issue closed");
                    case PULL_REQUEST_OPENED -> Judgement.counted("pull request opened");
                    case PULL_REQUEST_MERGED -> Judgement.counted("pull request merged");
                    case PULL_REQUEST_CLOSED -> Judgement.counted("pull request closed unmerged");
                    case ISSUE_COMMENT, REVIEW_COMMENT, REVIEW, REVIEW_WITHOUT_TEXT, FEEDBACK_ANSWERED ->
                        Judgement.notConcerned();
                });
    }

    static EventRule closedAnswered() {
        return new EventRule(
                EnumSet.of(Kind.ISSUE_CLOSED),
                event -> event.marked()
                        ? Judgement.counted("issue closed that a merge answered")
                        : Judgement.leftOut(closedUnanswered(event)));
    }

    static EventRule mergedWithoutReview() {
        return merges(event -> event.marked()
                ? Judgement.leftOut(Reason.REVIEWED_BEFORE)
                : Judgement.counted("merge without a review"));
    }

    static EventRule mergerKnown() {
        return merges(event -> ofKnownMerger(event, Judgement.counted("merge by somebody who is known")));
    }

    static EventRule selfMerged() {
        return merges(EventRule::selfMerged);
    }

    static EventRule selfMergedWithoutReview() {
        return merges(event -> selfMerged(event) instanceof Counted && event.marked()
                ? Judgement.leftOut(Reason.REVIEWED_BEFORE)
                : selfMerged(event));
    }

    private static Judgement selfMerged(EventView event) {
        if (event.by().isSamePersonAs(event.mergedBy())) {
            return Judgement.counted("merge by the author");
        }
        return ofKnownMerger(
                event,
                Judgement.leftOut(
                        event.by().kind() == ParticipantView.Kind.UNKNOWN
                                ? Reason.AUTHOR_NOT_KNOWN
                                : Reason.MERGED_BY_ANOTHER));
    }

    private static Judgement ofKnownMerger(EventView event, Judgement judgement) {
        return switch (event.mergedBy().kind()) {
            case HUMAN -> judgement;
            case BOT -> Judgement.leftOut(Reason.NOT_MERGED_BY_A_HUMAN);
            case UNKNOWN -> Judgement.leftOut(Reason.MERGER_NOT_KNOWN);
        };
    }

    private static EventRule merges(Function<EventView, Judgement> judge) {
        return new EventRule(EnumSet.of(Kind.PULL_REQUEST_MERGED), judge);
    }

    /** Items of both kinds, answered or not. */
    static EventRule responses() {
        return new EventRule(
                EnumSet.of(Kind.ISSUE_OPENED, Kind.PULL_REQUEST_OPENED), event -> opening(event, EventRule::response));
    }

    static EventRule opened(Kind kind) {
        return openings(kind, EventRule::response);
    }

    static EventRule answered(Kind kind) {
        return openings(
                kind, event -> event.seconds() == null ? Judgement.leftOut(Reason.UNANSWERED) : response(event));
    }

    static EventRule unanswered(Kind kind) {
        return openings(kind, event -> event.seconds() == null ? response(event) : Judgement.leftOut(Reason.ANSWERED));
    }

    static EventRule answeredInTime(Kind kind) {
        return openings(kind, event -> {
            if (event.seconds() == null) {
                return Judgement.leftOut(Reason.UNANSWERED);
            }
            return event.seconds() <= Definitions.IN_TIME_SECONDS
                    ? new Counted("answered within 48 hours", event.seconds())
                    : Judgement.leftOut(Reason.ANSWERED_LATE);
        });
    }

    private static EventRule openings(Kind kind, Function<EventView, Judgement> judge) {
        return new EventRule(EnumSet.of(kind), event -> opening(event, judge));
    }

    private static Judgement opening(EventView event, Function<EventView, Judgement> judge) {
        return event.by().kind() == ParticipantView.Kind.BOT ? Judgement.leftOut(bot(event.by())) : judge.apply(event);
    }

    private static Judgement response(EventView event) {
        return new Counted(event.seconds() == null ? "unanswered" : "answered", event.seconds());
    }

    /** Feedback that a merge answered in the week; what was closed in it without one is left out. */
    static EventRule feedbackAnswered() {
        return new EventRule(
                EnumSet.of(Kind.FEEDBACK_ANSWERED, Kind.ISSUE_CLOSED),
                event -> event.kind() == Kind.FEEDBACK_ANSWERED
                        ? new Counted("answered by a merge", event.seconds())
                        : closedFeedback(event));
    }

    static EventRule feedbackAnsweredByCommunity() {
        return new EventRule(
                EnumSet.of(Kind.FEEDBACK_ANSWERED),
                event -> event.marked()
                        ? new Counted("answered by a pull request of the community", event.seconds())
                        : Judgement.leftOut(Reason.ANSWER_NOT_BY_COMMUNITY));
    }

    private static Judgement closedFeedback(EventView closing) {
        if (!closing.marked()) {
            return Judgement.leftOut(closedUnanswered(closing));
        }
        boolean inThisWeek =
                closing.answeredAt() != null && IsoWeek.of(closing.answeredAt()).equals(IsoWeek.of(closing.time()));
        return inThisWeek ? Judgement.notConcerned() : Judgement.leftOut(Reason.ANSWERED_IN_ANOTHER_WEEK);
    }

    private static Reason closedUnanswered(EventView closing) {
        return closing.by().kind() == ParticipantView.Kind.BOT ? bot(closing.by()) : Reason.NO_CLOSING_MERGE;
    }

    private static Reason bot(ParticipantView bot) {
        return switch (Objects.requireNonNull(bot.botSign(), "what says that it is a bot")) {
            case TYPE -> Reason.BOT_BY_TYPE;
            case LOGIN -> Reason.BOT_BY_LOGIN;
            case LIST -> Reason.BOT_BY_LIST;
            case REGISTRY -> Reason.BOT_BY_REGISTRY;
        };
    }

    private static Reason maintainer(ParticipantView maintainer) {
        return switch (Objects.requireNonNull(maintainer.maintainerSign(), "what says that it is a maintainer")) {
            case REGISTRY -> Reason.MAINTAINER_BY_REGISTRY;
            case ASSOCIATION -> Reason.MAINTAINER_BY_ASSOCIATION;
            case MERGED -> Reason.MAINTAINER_BY_MERGE;
        };
    }
}
