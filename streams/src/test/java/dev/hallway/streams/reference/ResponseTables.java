// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import static dev.hallway.streams.reference.Figures.flag;
import static dev.hallway.streams.reference.Figures.moment;
import static dev.hallway.streams.reference.Figures.percentile;
import static dev.hallway.streams.reference.Figures.seconds;

import dev.hallway.streams.week.IsoWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How long items waited for a first response. */
final class ResponseTables {

    private static final long FORTY_EIGHT_HOURS = 48 * 3_600L;

    /** An item and who answered it. */
    record Answered(Item item, Optional<Utterance> first, Optional<Utterance> firstByMaintainer) {

        Optional<Long> seconds() {
            return first.map(response -> Figures.seconds(item.opened(), response.at()));
        }
    }

    private ResponseTables() {}

    static List<Answered> answered(List<Item> items, List<Utterance> utterances) {
        return items.stream()
                .map(item -> {
                    List<Utterance> responses = utterances.stream()
                            .filter(utterance -> utterance.item().equals(item.key()) && answers(utterance, item))
                            .sorted(Utterance.ORDER)
                            .toList();
                    return new Answered(
                            item,
                            responses.stream().findFirst(),
                            responses.stream().filter(Utterance::byMaintainer).findFirst());
                })
                .toList();
    }

    static List<List<String>> firstResponses(List<Answered> items) {
        return items.stream()
                .map(answered -> {
                    Item item = answered.item();
                    Optional<Utterance> first = answered.first();
                    Optional<Utterance> maintainer = answered.firstByMaintainer();
                    return List.of(
                            item.repository(),
                            Long.toString(item.number()),
                            item.kind(),
                            moment(item.opened()),
                            flag(item.author().bot()),
                            moment(first.map(Utterance::at).orElse(null)),
                            waited(item, first),
                            first.map(response -> flag(response.byMaintainer())).orElse(""),
                            moment(maintainer.map(Utterance::at).orElse(null)),
                            waited(item, maintainer));
                })
                .toList();
    }

    static List<List<String>> weekly(List<Answered> items) {
        Map<List<String>, List<Answered>> cohorts = items.stream()
                .filter(answered -> !answered.item().author().bot())
                .collect(Collectors.groupingBy(
                        answered -> List.of(
                                answered.item().repository(),
                                IsoWeek.of(answered.item().opened()).toString(),
                                answered.item().kind()),
                        () -> new TreeMap<>(BatchReference.ROW_ORDER),
                        Collectors.toList()));
        List<List<String>> rows = new ArrayList<>();
        cohorts.forEach((cohort, opened) -> {
            List<Long> waits =
                    opened.stream().flatMap(item -> item.seconds().stream()).toList();
            rows.add(List.of(
                    cohort.get(0),
                    cohort.get(1),
                    cohort.get(2),
                    Integer.toString(opened.size()),
                    Integer.toString(waits.size()),
                    Integer.toString(opened.size() - waits.size()),
                    percentile(waits, 50),
                    percentile(waits, 90),
                    Long.toString(waits.stream()
                            .filter(wait -> wait <= FORTY_EIGHT_HOURS)
                            .count())));
        });
        return rows;
    }

    private static boolean answers(Utterance utterance, Item item) {
        boolean another = utterance.author().unknown()
                ? !item.author().unknown()
                : !utterance.author().isSameAs(item.author());
        return !utterance.author().bot() && another && !utterance.at().isBefore(item.opened());
    }

    private static String waited(Item item, Optional<Utterance> response) {
        return response.map(given -> Long.toString(seconds(item.opened(), given.at())))
                .orElse("");
    }
}
