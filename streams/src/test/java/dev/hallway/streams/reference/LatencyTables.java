// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import static dev.hallway.streams.reference.Figures.flag;
import static dev.hallway.streams.reference.Figures.mean;
import static dev.hallway.streams.reference.Figures.moment;
import static dev.hallway.streams.reference.Figures.percentile;
import static dev.hallway.streams.reference.Figures.seconds;

import dev.hallway.contract.ItemKey;
import dev.hallway.github.PullRequest;
import dev.hallway.streams.week.IsoWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** References, and how long feedback waited for the merge that answered it. */
final class LatencyTables {

    /** The earliest merge; at the same second the lower number, then the repository's name. */
    private static final Comparator<Link> FIRST_MERGE = Comparator.comparing(
                    (Link link) -> link.pullRequest().getMergedAt())
            .thenComparing(link -> link.pullRequest().getNumber())
            .thenComparing(link -> FinalFacts.key(link.pullRequest()).repository());

    /** A feedback issue and the merge that answered it. */
    record Answer(Item issue, Link link, Item pullRequest) {

        Instant merged() {
            return link.pullRequest().getMergedAt();
        }

        long latency() {
            return seconds(issue.opened(), merged());
        }

        boolean communityAuthored() {
            return !pullRequest.author().bot() && !pullRequest.byMaintainer();
        }
    }

    private LatencyTables() {}

    static List<List<String>> references(List<Link> links, Set<ItemKey> pullRequests) {
        return links.stream()
                .map(link -> List.of(
                        link.pullRequest().getRepository(),
                        Long.toString(link.pullRequest().getNumber()),
                        targetName(link),
                        Long.toString(link.target().number()),
                        closes(link, pullRequests) ? "closes" : "mentions"))
                .toList();
    }

    private static boolean closes(Link link, Set<ItemKey> pullRequests) {
        boolean own = link.target()
                .repository()
                .equals(FinalFacts.key(link.pullRequest()).repository());
        return link.closes() || (own && link.textCloses() && pullRequests.contains(link.target()));
    }

    static List<Answer> answers(List<Item> items, List<Link> links) {
        List<Answer> answers = new ArrayList<>();
        for (Item item : items) {
            if (item.isIssue() && !item.author().bot()) {
                firstMerge(item, links)
                        .ifPresent(link -> answers.add(new Answer(item, link, pullRequest(link, items))));
            }
        }
        return answers;
    }

    static List<List<String>> latencies(List<Answer> answers) {
        return answers.stream()
                .map(answer -> {
                    Item issue = answer.issue();
                    PullRequest pullRequest = answer.link().pullRequest();
                    return List.of(
                            issue.repository(),
                            Long.toString(issue.number()),
                            moment(issue.opened()),
                            pullRequest.getRepository(),
                            Long.toString(pullRequest.getNumber()),
                            moment(answer.merged()),
                            Long.toString(answer.latency()),
                            IsoWeek.of(answer.merged()).toString(),
                            flag(answer.communityAuthored()),
                            flag(issue.author().isSameAs(Person.of(pullRequest.getAuthor()))),
                            flag(issue.byMaintainer()),
                            answer.link().evidence());
                })
                .toList();
    }

    static List<List<String>> weekly(List<Answer> answers) {
        Map<List<String>, List<Answer>> byWeek = answers.stream()
                .collect(Collectors.groupingBy(
                        answer -> List.of(
                                answer.issue().repository(),
                                IsoWeek.of(answer.merged()).toString()),
                        () -> new TreeMap<>(BatchReference.ROW_ORDER),
                        Collectors.toList()));
        List<List<String>> rows = new ArrayList<>();
        byWeek.forEach((week, inWeek) -> {
            List<Long> latencies = inWeek.stream().map(Answer::latency).toList();
            rows.add(List.of(
                    week.get(0),
                    week.get(1),
                    Integer.toString(inWeek.size()),
                    percentile(latencies, 50),
                    percentile(latencies, 90),
                    mean(latencies),
                    Long.toString(
                            inWeek.stream().filter(Answer::communityAuthored).count())));
        });
        return rows;
    }

    private static Optional<Link> firstMerge(Item issue, List<Link> links) {
        ItemKey key = issue.key();
        return links.stream()
                .filter(link -> link.closes() && link.target().equals(key))
                .filter(link -> {
                    Instant merged = link.pullRequest().getMergedAt();
                    return merged != null && merged.isAfter(issue.opened());
                })
                .min(FIRST_MERGE);
    }

    private static Item pullRequest(Link link, List<Item> items) {
        ItemKey key = FinalFacts.key(link.pullRequest());
        return items.stream().filter(item -> item.key().equals(key)).findFirst().orElseThrow();
    }

    private static String targetName(Link link) {
        String own = link.pullRequest().getRepository();
        String target = link.target().repository();
        return target.equals(FinalFacts.key(link.pullRequest()).repository()) ? own : target;
    }
}
