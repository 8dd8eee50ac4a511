// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import dev.hallway.contract.ItemKey;
import dev.hallway.streams.reference.LatencyTables.Answer;
import dev.hallway.streams.reference.ResponseTables.Answered;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/**
 * Every table of the metric definitions, computed from all facts at once in the most obvious way.
 *
 * <p>It shares nothing with the streaming computation but the contracts, the weeks and the reading of references, so
 * that the two can be held against each other.
 */
public final class BatchReference {

    /** Names and columns of all tables. */
    public static final SortedMap<String, List<String>> COLUMNS = columns();

    /** Cell by cell; numbers by value, the rest by letters. */
    public static final Comparator<List<String>> ROW_ORDER = BatchReference::compareRows;

    private BatchReference() {}

    /**
     * The rows of every table by name, in {@link #ROW_ORDER}; a blank cell is an empty string.
     *
     * @param snapshots of issues, pull requests, comments, reviews and repositories, in any order; of each entity the
     *     latest counts
     */
    public static SortedMap<String, List<List<String>>> tables(Collection<? extends SpecificRecord> snapshots) {
        FinalFacts facts = FinalFacts.of(snapshots);
        List<Item> items = Item.all(facts);
        List<Utterance> utterances = Utterance.all(facts);
        List<Contribution> contributions = Contribution.all(items, utterances);
        List<Link> links = Link.all(facts);
        List<Answer> answers = LatencyTables.answers(items, links);
        List<Answered> answered = ResponseTables.answered(items, utterances);

        SortedMap<String, List<List<String>>> tables = new TreeMap<>();
        tables.put(
                "references",
                LatencyTables.references(
                        links,
                        facts.pullRequests().stream().map(FinalFacts::key).collect(Collectors.toSet())));
        tables.put("feedback-latency", LatencyTables.latencies(answers));
        tables.put("feedback-latency-weekly", LatencyTables.weekly(answers));
        tables.put("first-response", ResponseTables.firstResponses(answered));
        tables.put("responsiveness-weekly", ResponseTables.weekly(answered));
        tables.put("contributor-diversity", diversity(items, contributions));
        tables.put("flow-weekly", flow(items, contributions, answers));
        tables.replaceAll((name, rows) -> rows.stream().sorted(ROW_ORDER).toList());
        return tables;
    }

    private static List<List<String>> diversity(List<Item> items, List<Contribution> contributions) {
        List<List<String>> rows = new ArrayList<>();
        byRepository(items)
                .forEach((repository, own) ->
                        rows.addAll(DiversityTable.rows(own.get(0).repository(), in(repository, contributions))));
        return rows;
    }

    private static List<List<String>> flow(List<Item> items, List<Contribution> contributions, List<Answer> answers) {
        Set<ItemKey> linked =
                answers.stream().map(answer -> answer.issue().key()).collect(Collectors.toSet());
        List<List<String>> rows = new ArrayList<>();
        byRepository(items)
                .forEach((repository, own) -> rows.addAll(
                        FlowTable.rows(own.get(0).repository(), own, in(repository, contributions), linked)));
        return rows;
    }

    private static Map<String, List<Item>> byRepository(List<Item> items) {
        return items.stream().collect(Collectors.groupingBy(item -> item.key().repository()));
    }

    private static List<Contribution> in(String repository, List<Contribution> contributions) {
        return contributions.stream()
                .filter(contribution -> contribution.repository().equals(repository))
                .toList();
    }

    private static int compareRows(List<String> a, List<String> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = compareCells(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static int compareCells(String a, String b) {
        boolean numbers = a.matches("\\d{1,18}") && b.matches("\\d{1,18}");
        return numbers ? Long.compare(Long.parseLong(a), Long.parseLong(b)) : a.compareTo(b);
    }

    private static SortedMap<String, List<String>> columns() {
        SortedMap<String, List<String>> columns = new TreeMap<>();
        columns.put("references", names("repository,pull_request,target_repository,target_number,strength"));
        columns.put(
                "feedback-latency",
                names("repository,issue,opened_at,pull_request_repository,pull_request,merged_at,latency_seconds,week,"
                        + "community_authored,self_authored,issue_author_is_maintainer,evidence"));
        columns.put(
                "feedback-latency-weekly",
                names("repository,week,count,p50_seconds,p90_seconds,mean_seconds,community_authored"));
        columns.put(
                "first-response",
                names("repository,number,kind,opened_at,author_is_bot,first_response_at,first_response_seconds,"
                        + "responder_is_maintainer,first_maintainer_response_at,first_maintainer_response_seconds"));
        columns.put(
                "responsiveness-weekly",
                names("repository,week,kind,opened,answered,unanswered,p50_seconds,p90_seconds,"
                        + "answered_within_48_hours"));
        columns.put(
                "contributor-diversity",
                names("repository,week,contributions,contributors,newcomers,maintainer_contributions,"
                        + "community_contributions,community_contributors,shannon,effective_contributors,"
                        + "simpson_effective,absence_factor,top_share,unknown_contributions,bot_contributions"));
        columns.put(
                "flow-weekly",
                names("repository,week,issues_opened,issues_closed,issues_closed_linked,pull_requests_opened,"
                        + "pull_requests_merged,pull_requests_closed_unmerged,open_issues_at_end,"
                        + "open_pull_requests_at_end"));
        return columns;
    }

    private static List<String> names(String columns) {
        return List.of(columns.split(","));
    }
}
