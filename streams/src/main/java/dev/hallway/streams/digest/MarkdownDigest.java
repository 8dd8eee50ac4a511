// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

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
import dev.hallway.streams.digest.DigestModel.OpenFeedback;
import dev.hallway.streams.digest.DigestModel.Ratio;
import dev.hallway.streams.digest.DigestModel.WaitingItem;
import dev.hallway.streams.read.ItemView.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Writes a digest as GitHub Markdown, below 65,536 characters, without a mention that pings. */
public final class MarkdownDigest {

    private final DigestModel model;
    private final PageLinks links;
    private final Phrases phrases;
    private final MarkdownLines out = new MarkdownLines();
    private final CommonSections common;

    private MarkdownDigest(DigestModel model, PageLinks links) {
        this.model = model;
        this.links = links;
        phrases = new Phrases(links, false);
        common = new CommonSections(out, phrases);
    }

    /** The digest as Markdown, wherever it is read. */
    public static String render(DigestModel model) {
        return render(model, PageLinks.NONE);
    }

    /** The digest as Markdown. */
    public static String render(DigestModel model, PageLinks links) {
        return DigestFormat.fit(model, fitted -> Section.text(written(fitted, links)))
                .text();
    }

    /** The sections of the digest, which together fit as Markdown. */
    static List<Section> sections(DigestModel model, PageLinks links) {
        return written(
                DigestFormat.fit(model, fitted -> Section.text(written(fitted, links)))
                        .model(),
                links);
    }

    private static List<Section> written(DigestModel model, PageLinks links) {
        return new MarkdownDigest(model, links).write();
    }

    private List<Section> write() {
        head();
        summary();
        common.people(model.people());
        common.stories(model.merged());
        changes();
        waiting();
        common.newcomers(model.newcomers());
        diversity();
        organisations();
        flow();
        bots();
        completeness();
        return out.sections();
    }

    private void head() {
        out.line("# " + MarkdownText.link(MarkdownText.inert(model.repository()), model.htmlUrl()) + ": week "
                + model.week());
        String all = links.repository(model.repository(), "all of this repository");
        out.blank();
        out.line(Wording.days(model.week()) + (all.isEmpty() ? "" : " See " + all + "."));
        out.end(Section.Name.HEAD);
    }

    private void summary() {
        out.line(model.summary().happened());
        out.blank();
        out.line(model.summary().changed());
        out.blank();
        Completeness known = model.completeness();
        boolean whole = known.note().complete() && known.weekComplete() && known.historyComplete();
        String complete = model.summary().complete();
        out.line(whole ? complete : "**" + complete + "**");
        out.end(Section.Name.SUMMARY);
    }

    private void changes() {
        out.heading("What changed");
        WeekComparison comparison = model.comparison();
        if (comparison.basis() instanceof WeeksBefore basis) {
            out.line("Compared with the " + basis.count() + " weeks before, "
                    + basis.before().first() + " to " + basis.before().last()
                    + ". Of what counts as changed, at most one in ten is expected to be chance.");
            out.blank();
            List<Compared> changed = Summary.changes(comparison);
            changed.forEach(figure -> out.entry(sentence(figure, basis.count())));
            if (changed.isEmpty()) {
                out.line("Nothing: no figure differs from those weeks by more than chance explains.");
            }
            out.list(
                    "As usual: ",
                    comparison.compared().stream()
                            .filter(figure -> !figure.changed())
                            .map(this::words));
            out.list(
                    "Too few values to compare: ",
                    notCompared(comparison).map(figure -> words(figure) + ": " + figure.reason()));
        } else if (comparison.basis() instanceof Nothing basis) {
            out.line("Not compared with the weeks before: **" + basis.reason() + "**.");
            out.list(
                    basis instanceof NotOver ? "So far: " : "In the week: ",
                    notCompared(comparison).map(this::words));
        }
        out.list("Unavailable: ", unavailable(comparison));
        explanation(comparison);
        out.end(Section.Name.CHANGES);
    }

    /** How to see what any of the figures counted, with the one that changed most as the example. */
    private void explanation(WeekComparison comparison) {
        ComparedFigure example = Summary.changes(comparison).stream()
                .findFirst()
                .map(Compared::figure)
                .orElse(ComparedFigure.CONTRIBUTIONS);
        out.blank();
        out.line("What a figure counted, and what it left out and why: `hallway explain " + model.repository() + " "
                + example + " " + model.week() + "`.");
    }

    private String sentence(Compared figure, int weeks) {
        String words = ChangeWords.figure(figure);
        String beginning = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return "**" + linked(figure.figure(), beginning) + "**; " + ChangeWords.before(figure, weeks) + ": "
                + ChangeWords.direction(figure) + ".";
    }

    private String words(Compared figure) {
        return linked(figure.figure(), ChangeWords.figure(figure));
    }

    private String words(NotCompared figure) {
        return linked(figure.figure(), ChangeWords.figure(figure));
    }

    private String linked(ComparedFigure figure, String words) {
        return links.figure(model.repository(), model.week(), figure, words);
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

    private void waiting() {
        out.heading("Waiting");
        out.line("As of " + Wording.moment(model.asOf()) + ", newest first.");
        waits("For a first reply", model.waiting(), "Nobody: every open item had a reply.");
        waits("For a review", model.waitingForReview(), "Nobody: in no open pull request had its author spoken last.");
        waits("Drafts without a reply", model.waitingDrafts(), "None.");
        out.end(Section.Name.WAITING);
    }

    private void waits(String title, NewestWaits waits, String ifNone) {
        out.subheading(title + ": " + waits.total());
        if (waits.total() == 0) {
            out.line(ifNone);
        }
        waits.newest().forEach(item -> out.entry(phrases.waiting(item)));
        WaitingItem longest = waits.longest();
        if (waits.longer() > 0 && longest != null) {
            out.blank();
            out.line("… and " + waits.longer() + " more who " + (waits.longer() == 1 ? "has" : "have")
                    + " waited longer, the longest since " + Wording.day(longest.since()) + ": "
                    + MarkdownText.link("#" + longest.number(), longest.htmlUrl()) + ".");
        }
    }

    private void diversity() {
        out.heading("Diversity");
        out.line(
                "| Trailing weeks | Contributors | Newcomers | Contributions | Effective contributors | Absence factor "
                        + "| Largest share |");
        out.line("| --- | --- | --- | --- | --- | --- | --- |");
        for (DiversitySpan span : model.diversity()) {
            out.line("| " + span.weeks() + (span.whole() ? "" : " (not all known)") + " | " + span.contributors()
                    + " | " + span.newcomers() + " | " + span.contributions() + " | "
                    + Wording.withoutN(span.effectiveContributors(), Unit.DECIMAL) + " | "
                    + Wording.withoutN(span.absenceFactor(), Unit.COUNT) + " | "
                    + Wording.withoutN(span.topShare(), Unit.SHARE) + " |");
        }
        merging();
        out.end(Section.Name.DIVERSITY);
    }

    private void merging() {
        MergingSpan merging = model.merging();
        if (merging.merged() == 0) {
            return;
        }
        out.blank();
        out.line("Merging in the trailing " + merging.weeks() + " weeks: "
                + Activities.counted(merging.merged(), "pull request", "pull requests") + " merged, "
                + merging.mergedWithoutReview() + " without a review; " + mergers(merging) + ".");
    }

    private static String mergers(MergingSpan merging) {
        if (merging.mergers() instanceof Figure.Unavailable why) {
            return why.unavailable();
        }
        return "merged by " + Activities.counted(Activities.count(merging.mergers()), "person", "people")
                + ", absence factor " + Wording.withoutN(merging.mergerAbsenceFactor(), Unit.COUNT)
                + ", largest share " + Wording.withoutN(merging.topMergerShare(), Unit.SHARE) + ", by the author "
                + Wording.figure(merging.selfMerged(), Unit.COUNT);
    }

    private void organisations() {
        OrganisationSpan span = model.organisations();
        out.heading("Organisations");
        if (span.contributions() == 0) {
            out.line("Unavailable: nobody contributed in the trailing " + span.weeks() + " weeks.");
        } else if (span.affiliatedContributions() == 0) {
            out.line("Unavailable: no file of people says to which organisations those belong who contributed in the "
                    + "trailing " + span.weeks() + " weeks.");
        } else {
            out.line("In the trailing " + span.weeks() + " weeks:");
            out.blank();
            out.entry("Organisations: " + span.organisations() + "; effective "
                    + Wording.withoutN(span.effectiveOrganisations(), Unit.DECIMAL));
            out.entry("Elephant factor (CHAOSS): " + Wording.withoutN(span.elephantFactor(), Unit.COUNT));
            out.entry("Most contributions: "
                    + MarkdownText.inert(span.topOrganisation() == null ? "" : span.topOrganisation()) + ", "
                    + Wording.figure(span.topOrganisationShare(), Unit.SHARE));
            out.entry("From outside home: " + Wording.figure(span.outsideHomeShare(), Unit.SHARE));
            out.entry("Of no known organisation: "
                    + Wording.value((double) span.unaffiliatedContributions() / span.contributions(), Unit.SHARE)
                    + " of the contributions");
        }
        out.end(Section.Name.ORGANISATIONS);
    }

    private void flow() {
        out.heading("Flow");
        out.entry("Open at the end of the week: issues "
                + Wording.figure(model.openItems().issues(), Unit.COUNT) + "; pull requests "
                + Wording.figure(model.openItems().pullRequests(), Unit.COUNT));
        for (Ratio ratio : model.ratios()) {
            out.entry(ratio.name() + ": " + Wording.withoutN(ratio.value(), Unit.SHARE) + " ("
                    + Wording.withoutN(ratio.part(), Unit.COUNT) + " / " + Wording.withoutN(ratio.whole(), Unit.COUNT)
                    + ")");
        }
        firstResponses();
        openFeedback();
        out.end(Section.Name.FLOW);
    }

    private void firstResponses() {
        out.subheading("First responses");
        for (FirstResponses responses : model.firstResponses()) {
            out.entry((responses.kind() == Kind.ISSUE ? "Issues" : "Pull requests")
                    + " opened in the week: first response after, median: "
                    + Wording.figure(responses.median(), Unit.SECONDS) + "; still without a response: "
                    + Wording.figure(responses.unanswered(), Unit.COUNT));
        }
    }

    private void openFeedback() {
        OpenFeedback open = model.openFeedback();
        out.subheading("Feedback still waiting for a merge: " + open.open());
        out.line("As of " + Wording.moment(open.asOf()) + ".");
        out.blank();
        out.entry("Age, median: " + Wording.figure(open.medianAge(), Unit.SECONDS));
        out.entry("Age, 90th percentile: " + Wording.figure(open.p90Age(), Unit.SECONDS));
        out.entry("Age, oldest: " + Wording.figure(open.oldestAge(), Unit.SECONDS));
        out.entry("Feedback-to-merge latency with the waiting counted in (Kaplan–Meier median, feedback opened in the "
                + "trailing 52 weeks, " + open.merged() + " of " + open.observed() + " answered by a merge): "
                + Wording.figure(open.medianLatency(), Unit.SECONDS));
    }

    private void bots() {
        out.heading("Bots");
        out.line("Contributions by bots, in no figure above: " + Wording.figure(model.botContributions(), Unit.COUNT)
                + ".");
        out.end(Section.Name.BOTS);
    }

    private void completeness() {
        Completeness known = model.completeness();
        out.heading("How complete this is");
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
        out.line(until + week + note + history);
        if (known.gaps().total() > 0) {
            out.blank();
        }
        known.gaps().shown().forEach(gap -> out.entry("Gap: " + MarkdownText.inert(gap)));
        out.more(known.gaps());
        out.blank();
        out.line("Version " + model.definitionVersion() + " of the metric definitions.");
        out.end(Section.Name.COMPLETENESS);
    }
}
