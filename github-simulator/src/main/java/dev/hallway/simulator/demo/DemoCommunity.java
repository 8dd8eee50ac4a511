// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator.demo;

import dev.hallway.simulator.RepositoryProfile;
import dev.hallway.simulator.SimulatedCommunity;
import dev.hallway.simulator.SimulatedRepository;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The demo community, filled, and where to look first in it.
 *
 * @param community what a simulated GitHub serves
 * @param repositories the repositories as {@code owner/repo}, the one with the request first
 * @param story the request that became code, documentation and a sample
 * @param firstWeek ISO week in which the request was answered, such as {@code 2020-W08}: the week to look at first
 * @param end the first moment after the history, UTC; the week before it is complete
 */
public record DemoCommunity(
        SimulatedCommunity community, List<String> repositories, DemoStory story, String firstWeek, Instant end) {

    private static final long SEED = 1034;

    /** Copies the list. */
    public DemoCommunity {
        repositories = List.copyOf(repositories);
    }

    /** The history where it belongs: from November 2019 to the end of 2020-W11. */
    public static DemoCommunity create() {
        return laidOut(Calendar.asWritten());
    }

    /**
     * The same history moved by whole weeks, so that its last week is the last complete one before the given moment.
     *
     * <p>For whoever wants to see recent weeks: waiting times up to now, and a digest of the last week.
     */
    public static DemoCommunity endingBefore(Instant now) {
        return laidOut(Calendar.endingBefore(now));
    }

    private static DemoCommunity laidOut(Calendar calendar) {
        SimulatedCommunity community = new SimulatedCommunity();
        People people = new People();
        List<Scene> scenes = new SecretsStory(people).scenes();
        Ids ids = new Ids();
        for (Plan plan : Plan.all()) {
            Dice dice = new Dice(SEED + plan.id());
            SimulatedRepository repository = community.create(
                    new RepositoryProfile(plan.id(), plan.name(), "master", calendar.moved(plan.createdAt())));
            fill(plan, scenes, people, dice, new HistoryWriter(repository, calendar, ids));
        }
        return new DemoCommunity(
                community,
                Plan.all().stream().map(Plan::name).toList(),
                new DemoStory(
                        SecretsStory.REQUEST,
                        calendar.moved(SecretsStory.REQUESTED_AT),
                        SecretsStory.FIRST_ANSWER,
                        calendar.moved(SecretsStory.FIRST_MERGED_AT),
                        SecretsStory.pullRequests()),
                calendar.weekOf(SecretsStory.FIRST_MERGED_AT),
                calendar.moved(Calendar.END));
    }

    private static void fill(Plan plan, List<Scene> scenes, People people, Dice dice, HistoryWriter notes) {
        SortedMap<Long, Instant> fixed = new TreeMap<>(Map.of(1L, plan.createdAt(), plan.items(), plan.lastOpenedAt()));
        Map<Long, Scene> scripted = new HashMap<>();
        for (Scene scene : scenes) {
            if (scene.item().repository().equals(plan.name())) {
                scripted.put(scene.item().number(), scene);
                fixed.put(scene.item().number(), scene.openedAt());
            }
        }
        List<Instant> openings = new Numbering(plan.pattern(), dice).openings(fixed);
        OrdinaryActivity ordinary = new OrdinaryActivity(notes, plan.texts(), people, plan.pattern(), dice);
        notes.openIssue(1, people.maple(), Texts.ABOUT_TITLE, Texts.ABOUT_BODY, List.of(), openings.get(0));
        for (int index = 1; index < openings.size(); index++) {
            Scene scene = scripted.get(index + 1L);
            if (scene == null) {
                ordinary.write(index + 1L, openings.get(index));
            } else {
                scene.script().accept(notes);
            }
        }
        notes.publish();
    }
}
