// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import dev.hallway.health.Authorship;
import dev.hallway.streams.comparison.ComparedFigure;
import dev.hallway.streams.comparison.FigureComparison;
import dev.hallway.streams.comparison.FigureComparison.Absent;
import dev.hallway.streams.comparison.FigureComparison.Compared;
import dev.hallway.streams.comparison.FigureComparison.NotCompared;
import dev.hallway.streams.comparison.WeekComparison;
import dev.hallway.streams.comparison.WeekComparison.NotOver;
import dev.hallway.streams.comparison.WeekComparison.Nothing;
import dev.hallway.streams.comparison.WeekComparison.WeeksBefore;
import dev.hallway.streams.digest.DigestModel.Completeness;
import dev.hallway.streams.digest.DigestModel.DiversitySpan;
import dev.hallway.streams.digest.DigestModel.FirstResponses;
import dev.hallway.streams.digest.DigestModel.MergedFeedback;
import dev.hallway.streams.digest.DigestModel.OpenFeedback;
import dev.hallway.streams.digest.DigestModel.Ratio;
import dev.hallway.streams.digest.DigestModel.WaitingItem;
import dev.hallway.streams.read.ItemView.Kind;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a digest as GitHub Markdown, below 65,536 characters, without a mention that pings. */
public final class MarkdownDigest {

    private final DigestModel model;
    private final FigureLinks links;
    private final StringBuilder text = new StringBuilder();

    private MarkdownDigest(DigestModel model, FigureLinks links) {
        this.model = model;
        this.links = links;
    }

    /** The digest as Markdown, wherever it is read. */
    public static String render(DigestModel model) {
        return render(model, FigureLinks.NONE);
    }

    /** The digest as Markdown. */
    public static String render(DigestModel model, FigureLinks links) {
        return DigestFormat.fit(model, fitted -> new MarkdownDigest(fitted, links).write())
                .text();
    }

    private String write() {
        line("# " + MarkdownText.link(MarkdownText.inert(model.repository()), model.htmlUrl()) + ": week "
                + model.week());
        line(Wording.day(model.week().start()) + " to "
                + Wording.day(model.week().end().minus(1, ChronoUnit.DAYS)) + ", UTC. " + completeness());
        model.completeness().gaps().shown().forEach(gap -> line("- Gap: " + MarkdownText.inert(gap)));
        more(model.completeness().gaps());
        changes();
        merged();
        waiting();
        newcomers();
        openFeedback();
        diversity();
        firstResponses();
        flow();
        heading("Bots");
        line("Contributions by bots, in no figure above: " + Wording.figure(model.botContributions(), Unit.COUNT)
                + ".");
        return text.toString();
    }

    private String completeness() {
        Completeness known = model.completeness();
        String until = known.syncedAt() == null
                ? "**The first pass over GitHub is not finished: figures will change.**"
                : "Data until " + Wording.moment(known.syncedAt()) + ".";
        String week = known.weekComplete() || known.syncedAt() == null
                ? ""
                : " **The data do not cover the whole week yet.**";
        String note = known.note().complete()
                ? " Complete: " + known.note().words() + "."
                : " **Incomplete: " + known.note().words() + ".**";
        String history = known.historyComplete()
                ? ""
                : " **Until the history is complete, counts are lower bounds, and newcomers may have been here before.**";
        return until + week + note + history;
    }

    private void changes() {
        heading("What changed");
        WeekComparison comparison = model.comparison();
        if (comparison.basis() instanceof WeeksBefore basis) {
            line("Compared with the " + basis.count() + " weeks before, "
                    + basis.before().first() + " to " + basis.before().last()
                    + ". Of what counts as changed, at most one in ten is expected to be chance.");
            line("");
            List<Compared> changed = comparison.compared().stream()
                    .filter(Compared::changed)
                    .sorted(Comparator.comparingDouble(Compared::p).thenComparing(Compared::figure))
                    .toList();
            changed.forEach(figure -> line("- " + sentence(figure, basis.count())));
            if (changed.isEmpty()) {
                line("Nothing: no figure differs from those weeks by more than chance explains.");
            }
            list(
                    "As usual: ",
                    comparison.compared().stream()
                            .filter(figure -> !figure.changed())
                            .map(this::words));
            list(
                    "Too few values to compare: ",
                    notCompared(comparison).map(figure -> words(figure) + ": " + figure.reason()));
        } else if (comparison.basis() instanceof Nothing basis) {
            line("Not compared with the weeks before: **" + basis.reason() + "**.");
            list(
                    basis instanceof NotOver ? "So far: " : "In the week: ",
                    notCompared(comparison).map(this::words));
        }
        list("Unavailable: ", unavailable(comparison));
        explanation(comparison);
    }

    /** How to see what any of the figures counted, with the one that changed most as the example. */
    private void explanation(WeekComparison comparison) {
        ComparedFigure example = comparison.compared().stream()
                .filter(Compared::changed)
                .min(Comparator.comparingDouble(Compared::p).thenComparing(Compared::figure))
                .map(Compared::figure)
                .orElse(ComparedFigure.CONTRIBUTIONS);
        line("");
        line("What a figure counted, and what it left out and why: `hallway explain " + model.repository() + " "
                + example + " " + model.week() + "`.");
    }

    private String sentence(Compared figure, int weeks) {
        String words = ChangeWords.figure(figure);
        String beginning = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return "**" + links.linked(model, figure.figure(), beginning) + "**; " + ChangeWords.before(figure, weeks)
                + ": " + ChangeWords.direction(figure) + ".";
    }

    private String words(Compared figure) {
        return links.linked(model, figure.figure(), ChangeWords.figure(figure));
    }

    private String words(NotCompared figure) {
        return links.linked(model, figure.figure(), ChangeWords.figure(figure));
    }

    private static Stream<NotCompared> notCompared(WeekComparison comparison) {
        return comparison.figures().stream()
                .filter(NotCompared.class::isInstance)
                .map(NotCompared.class::cast);
    }

    /** By their reasons. */
    private static Stream<String> unavailable(WeekComparison comparison) {
        Map<String, String> names = new LinkedHashMap<>();
        for (FigureComparison figure : comparison.figures()) {
            if (figure instanceof Absent missing) {
                names.merge(missing.reason(), ChangeWords.name(missing.figure()), (some, other) -> some + ", " + other);
            }
        }
        return names.entrySet().stream().map(reason -> reason.getValue() + " (" + reason.getKey() + ")");
    }

    private void list(String beginning, Stream<String> entries) {
        String words = entries.collect(Collectors.joining("; "));
        if (!words.isEmpty()) {
            line("");
            line(beginning + words + ".");
        }
    }

    private void merged() {
        heading("Feedback that became a merge: " + model.merged().total());
        if (model.merged().total() == 0) {
            line("No feedback was answered by a merge this week.");
        }
        model.merged().shown().forEach(story -> line("- " + sentence(story)));
        more(model.merged());
    }

    private String sentence(MergedFeedback story) {
        String reply = story.firstReplySeconds() == null
                ? "no reply before"
                : "first reply after " + Wording.duration(story.firstReplySeconds());
        String elsewhere = story.pullRequestRepository().equalsIgnoreCase(model.repository())
                ? ""
                : " in " + MarkdownText.inert(story.pullRequestRepository());
        String further = story.furtherRepositories().isEmpty()
                ? ""
                : "; also merged in "
                        + story.furtherRepositories().stream()
                                .limit(5)
                                .map(MarkdownText::inert)
                                .collect(Collectors.joining(", "));
        return MarkdownText.link("#" + story.number(), story.htmlUrl()) + " " + MarkdownText.inert(story.title())
                + ": asked by " + person(story.askedBy()) + ", " + reply + ", answered by pull request "
                + MarkdownText.link("#" + story.pullRequest(), story.pullRequestUrl()) + elsewhere + " from "
                + person(story.answeredBy()) + authorship(story.authorship()) + " after "
                + Wording.duration(story.latencySeconds()) + further + ".";
    }

    private static String authorship(Authorship authorship) {
        return authorship == Authorship.UNKNOWN ? "" : " (" + authorship.name().toLowerCase(Locale.ROOT) + ")";
    }

    private void waiting() {
        waiting(
                "Who waits for a first reply",
                model.waiting(),
                ifNone(model.waiting(), ", nobody: every open item had a reply"));
        waiting("Drafts without a reply", model.waitingDrafts(), ifNone(model.waitingDrafts(), ", none"));
        waiting(
                "Who waits for a review",
                model.waitingForReview(),
                model.waitingForReview().total() == 0
                        ? ", nobody: in no open pull request had its author spoken last"
                        : ": the author spoke last, and nobody else for so long");
    }

    private void waiting(String title, Excerpt<WaitingItem> items, String remark) {
        heading(title + ": " + items.total());
        line("As of " + Wording.moment(model.asOf()) + remark + ".");
        line("");
        items.shown().forEach(item -> line("- " + sentence(item)));
        more(items);
    }

    private static String ifNone(Excerpt<WaitingItem> items, String remark) {
        return items.total() == 0 ? remark : "";
    }

    private static String sentence(WaitingItem item) {
        String kind = item.kind() == Kind.ISSUE ? "issue" : "pull request";
        return Wording.duration(item.waitingSeconds()) + ": " + kind + " "
                + MarkdownText.link("#" + item.number(), item.htmlUrl()) + " " + MarkdownText.inert(item.title())
                + ", by " + person(item.author()) + standing(item);
    }

    private static String standing(WaitingItem item) {
        String words = Stream.of(
                        item.newcomer() ? "newcomer" : "",
                        item.returning() ? "returning contributor" : "",
                        item.maintainer() ? "maintainer" : "")
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "" : " (" + words + ")";
    }

    private void newcomers() {
        heading("Newcomers: " + model.newcomers().total());
        line(
                model.newcomers().total() == 0
                        ? "Nobody contributed for the first time."
                        : model.newcomers().shown().stream()
                                .map(MarkdownDigest::person)
                                .collect(Collectors.joining(", ")));
        more(model.newcomers());
    }

    private void openFeedback() {
        OpenFeedback open = model.openFeedback();
        heading("Feedback still waiting for a merge: " + open.open());
        line("As of " + Wording.moment(open.asOf()) + ".");
        line("");
        line("- Age, median: " + Wording.figure(open.medianAge(), Unit.SECONDS));
        line("- Age, 90th percentile: " + Wording.figure(open.p90Age(), Unit.SECONDS));
        line("- Age, oldest: " + Wording.figure(open.oldestAge(), Unit.SECONDS));
        line("- Feedback-to-merge latency with the waiting counted in (Kaplan–Meier median, feedback opened in the "
                + "trailing 52 weeks, " + open.merged() + " of " + open.observed() + " answered by a merge): "
                + Wording.figure(open.medianLatency(), Unit.SECONDS));
    }

    private void diversity() {
        heading("Diversity");
        line("| Trailing weeks | Contributors | Newcomers | Contributions | Effective contributors | Absence factor "
                + "| Largest share |");
        line("| --- | --- | --- | --- | --- | --- | --- |");
        for (DiversitySpan span : model.diversity()) {
            line("| " + span.weeks() + (span.whole() ? "" : " (not all known)") + " | " + span.contributors() + " | "
                    + span.newcomers() + " | " + span.contributions() + " | "
                    + withoutN(span.effectiveContributors(), Unit.DECIMAL) + " | "
                    + withoutN(span.absenceFactor(), Unit.COUNT) + " | " + withoutN(span.topShare(), Unit.SHARE)
                    + " |");
        }
    }

    /** For a column beside which n stands already. */
    private static String withoutN(Figure figure, Unit unit) {
        return figure instanceof Figure.Known known ? Wording.value(known.value(), unit) : Wording.figure(figure, unit);
    }

    private void firstResponses() {
        heading("First responses");
        for (FirstResponses responses : model.firstResponses()) {
            line("- " + (responses.kind() == Kind.ISSUE ? "Issues" : "Pull requests")
                    + " opened in the week: first response after, median: "
                    + Wording.figure(responses.median(), Unit.SECONDS) + "; still without a response: "
                    + Wording.figure(responses.unanswered(), Unit.COUNT));
        }
    }

    private void flow() {
        heading("Flow");
        line("- Open at the end of the week: issues "
                + Wording.figure(model.openItems().issues(), Unit.COUNT) + "; pull requests "
                + Wording.figure(model.openItems().pullRequests(), Unit.COUNT));
        for (Ratio ratio : model.ratios()) {
            line("- " + ratio.name() + ": " + withoutN(ratio.value(), Unit.SHARE) + " ("
                    + withoutN(ratio.part(), Unit.COUNT) + " / " + withoutN(ratio.whole(), Unit.COUNT) + ")");
        }
    }

    private static String person(@Nullable String login) {
        return login == null ? "a deleted account" : "**" + MarkdownText.inert(login) + "**";
    }

    private void more(Excerpt<?> excerpt) {
        if (excerpt.more() > 0) {
            line("");
            line("… and " + excerpt.more() + " more.");
        }
    }

    private void heading(String words) {
        line("");
        line("## " + words);
        line("");
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
