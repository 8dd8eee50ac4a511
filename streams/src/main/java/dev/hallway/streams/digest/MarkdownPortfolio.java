// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import dev.hallway.streams.digest.PortfolioModel.Line;
import dev.hallway.streams.digest.PortfolioPart.Change;
import dev.hallway.streams.digest.PortfolioPart.Counts;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the digest of several repositories as GitHub Markdown, below 65,536 characters, without a mention that pings. */
public final class MarkdownPortfolio {

    private final PortfolioModel model;
    private final PageLinks links;
    private final MarkdownLines out = new MarkdownLines();
    private final CommonSections common;

    private MarkdownPortfolio(PortfolioModel model, PageLinks links) {
        this.model = model;
        this.links = links;
        common = new CommonSections(out, new Phrases(links, true));
    }

    /** The digest as Markdown. */
    public static String render(PortfolioModel model, PageLinks links) {
        return fit(model, links).text();
    }

    /** The sections of the digest, which together fit as Markdown. */
    static List<Section> sections(PortfolioModel model, PageLinks links) {
        return new MarkdownPortfolio(fit(model, links).model(), links).write();
    }

    private static DigestFormat.Fitted<PortfolioModel> fit(PortfolioModel model, PageLinks links) {
        return DigestFormat.fit(model, fitted -> Section.text(new MarkdownPortfolio(fitted, links).write()));
    }

    private List<Section> write() {
        head();
        summary();
        common.people(model.people());
        common.stories(model.merged());
        changes();
        waiting();
        common.newcomers(model.newcomers());
        repositories();
        completeness();
        return out.sections();
    }

    private void head() {
        out.line("# " + Activities.counted(model.repositories().total(), "repository", "repositories") + ": week "
                + model.week());
        out.blank();
        out.line(Wording.days(model.week()));
        out.end(Section.Name.HEAD);
    }

    private void summary() {
        out.line(MarkdownText.inert(model.summary().happened(), Summary.LONGEST));
        out.blank();
        out.line(MarkdownText.inert(model.summary().changed(), Summary.LONGEST));
        out.blank();
        String complete = MarkdownText.inert(model.summary().complete(), Summary.LONGEST);
        out.line(model.complete() ? complete : "**" + complete + "**");
        out.end(Section.Name.SUMMARY);
    }

    private void changes() {
        out.heading("What changed");
        List<Line> lines = model.repositories().shown();
        List<Line> changed = lines.stream()
                .filter(line -> !line.changes().changed().isEmpty())
                .toList();
        boolean any = lines.stream().anyMatch(line -> line.changes().notCompared() == null);
        if (changed.isEmpty()) {
            out.line(
                    any
                            ? "Nothing: no figure differs from the weeks before by more than chance explains."
                            : "That cannot be said yet of any of them.");
        } else {
            out.line("Of what counts as changed, at most one in ten is expected to be chance.");
            out.blank();
        }
        changed.forEach(line -> out.entry(named(line) + ": "
                + line.changes().changed().stream()
                        .map(change -> words(line, change))
                        .collect(Collectors.joining("; "))
                + "."));
        out.list(
                "As usual: ",
                lines.stream()
                        .filter(line -> line.changes().notCompared() == null
                                && line.changes().changed().isEmpty())
                        .map(this::named));
        out.list(
                "Not compared: ",
                lines.stream()
                        .filter(line -> line.changes().notCompared() != null)
                        .map(line -> named(line) + ": " + line.changes().notCompared()));
        more();
        out.end(Section.Name.CHANGES);
    }

    private String words(Line line, Change change) {
        return "**" + links.figure(line.repository(), model.week(), change.figure(), change.now()) + "**, "
                + change.before() + ": " + change.direction();
    }

    private void waiting() {
        out.heading("Waiting: " + model.waits().firstReply() + " for a first reply, "
                + model.waits().review() + " for a review");
        List<Line> lines = model.repositories().shown().stream()
                .filter(line -> line.waits().all() > 0)
                .toList();
        if (lines.isEmpty()) {
            out.line("Nobody.");
        } else {
            out.line("| Repository | For a first reply | For a review | Drafts without a reply |");
            out.line("| --- | --- | --- | --- |");
            lines.forEach(
                    line -> out.line("| " + named(line) + " | " + line.waits().firstReply() + " | "
                            + line.waits().review() + " | " + line.waits().drafts() + " |"));
        }
        more();
        out.end(Section.Name.WAITING);
    }

    private void repositories() {
        out.heading("Repositories");
        out.line("| Repository | Contributors | Newcomers | Contributions | By bots | Issues opened | closed "
                + "| Pull requests opened | merged | Answered by a merge |");
        out.line("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        model.repositories().shown().forEach(line -> out.line("| " + named(line) + " | " + row(line.counts()) + " |"));
        more();
        out.end(Section.Name.REPOSITORIES);
    }

    private static String row(Counts counts) {
        if (counts.unknown() != null) {
            return "unavailable: " + counts.unknown() + " |  |  |  |  |  |  |  | ";
        }
        return List.of(
                        counts.contributors(),
                        counts.newcomers(),
                        counts.contributions(),
                        counts.botContributions(),
                        counts.issuesOpened(),
                        counts.issuesClosed(),
                        counts.pullRequestsOpened(),
                        counts.pullRequestsMerged(),
                        counts.feedbackAnswered())
                .stream()
                .map(String::valueOf)
                .collect(Collectors.joining(" | "));
    }

    private void completeness() {
        out.heading("How complete this is");
        List<Line> incomplete = model.repositories().shown().stream()
                .filter(line -> !line.known().whole())
                .toList();
        if (incomplete.isEmpty()) {
            out.line("Nothing is missing.");
        }
        incomplete.forEach(line -> out.entry(named(line) + ": " + missing(line)));
        more();
        out.blank();
        out.line("Version " + model.definitionVersion() + " of the metric definitions.");
        out.end(Section.Name.COMPLETENESS);
    }

    private static String missing(Line line) {
        if (line.known().syncedAt() == null) {
            return "the first pass over GitHub is not finished.";
        }
        return "data until " + Wording.moment(line.known().syncedAt())
                + (line.known().weekComplete() ? "" : ", which is not over the whole week")
                + (line.known().historyComplete() ? "" : ", and not from the beginning") + "; "
                + line.known().words()
                + ".";
    }

    /** With a link to all of it: to its page of Hallway, or else to GitHub. */
    private String named(Line line) {
        String name = MarkdownText.inert(line.repository());
        String page = links.repository(line.repository(), name);
        return page.isEmpty() ? MarkdownText.link(name, line.htmlUrl()) : page;
    }

    private void more() {
        if (model.repositories().more() > 0) {
            out.blank();
            out.line("… and " + Activities.counted(model.repositories().more(), "repository", "repositories")
                    + " more, which this has no room for.");
        }
    }
}
