// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator.demo;

import dev.hallway.simulator.Account;
import java.util.ArrayList;
import java.util.List;

/** Everybody of the demo community; all logins are made up. */
final class People {

    // Far above the ids GitHub has given out, so that none belongs to a real account.
    private static final long FIRST_ID = 900_000_000_000L;
    private static final List<String> KINDS = List.of(
            "amber", "brisk", "calm", "dusty", "early", "fern", "gentle", "hazel", "ivory", "jolly", "keen", "lunar",
            "mossy", "noble", "ocean", "plain", "quiet", "rusty", "sunny", "tidal");
    private static final List<String> THINGS = List.of(
            "anchor", "badger", "comet", "dolphin", "ember", "falcon", "glacier", "heron", "igloo", "jasmine", "kettle",
            "lynx", "meadow", "newt", "otter");

    private long lastId = FIRST_ID;

    private final List<Person> maintainers = List.of(
            named("demo-maple", "MEMBER"),
            named("demo-harbor", "MEMBER"),
            named("demo-quill", "COLLABORATOR"),
            named("demo-cedar", "MEMBER"),
            named("demo-founder", "OWNER"),
            named("demo-Juniper", "MEMBER"));
    private final List<Person> regulars = regulars();
    private final List<Person> newcomers = new ArrayList<>();

    private final Person requester = named("demo-lantern", "NONE");
    private final Person sampler = named("demo-pebble", "FIRST_TIME_CONTRIBUTOR");
    private final Person ci = new Person(Account.bot(nextId(), "demo-ci[bot]"), "NONE");
    private final Person updater = new Person(Account.bot(nextId(), "demo-updater"), "CONTRIBUTOR");
    private final Person ghost = new Person(Account.person(10_137, "ghost"), "NONE");
    private final Person deleted = new Person(null, "NONE");

    Person maple() {
        return maintainers.get(0);
    }

    Person harbor() {
        return maintainers.get(1);
    }

    Person quill() {
        return maintainers.get(2);
    }

    /** A regular contributor, who writes the first answer to the request. */
    Person willow() {
        return regulars.get(0);
    }

    /** A regular contributor, who wants secrets too. */
    Person anchor() {
        return regulars.get(1);
    }

    /** The user who asks for secrets; has not written anywhere before. */
    Person requester() {
        return requester;
    }

    /** The contributor of the sample; has not written anywhere before. */
    Person sampler() {
        return sampler;
    }

    /** A bot by its login. */
    Person ci() {
        return ci;
    }

    /** A bot by its type alone. */
    Person updater() {
        return updater;
    }

    Person maintainer(Dice dice) {
        return dice.pickEarly(maintainers);
    }

    Person regular(Dice dice) {
        return dice.pickEarly(regulars);
    }

    /** Whoever opens the next item: most often a regular, now and then somebody never seen before. */
    Person anybody(Dice dice) {
        if (dice.chance(0.28)) {
            return maintainer(dice);
        }
        if (dice.chance(0.62)) {
            return regular(dice);
        }
        if (dice.chance(0.06)) {
            return dice.chance(0.5) ? ghost : deleted;
        }
        return newcomers.isEmpty() || dice.chance(0.65) ? newcomer() : dice.pick(newcomers);
    }

    private Person newcomer() {
        int index = newcomers.size();
        // Every pair once; afterwards with a number.
        String pair = KINDS.get(index % KINDS.size()) + "-" + THINGS.get(index / KINDS.size() % THINGS.size());
        int round = index / (KINDS.size() * THINGS.size());
        Person person = named("demo-" + pair + (round == 0 ? "" : "-" + (round + 1)), "NONE");
        newcomers.add(person);
        return person;
    }

    private List<Person> regulars() {
        List<Person> people = new ArrayList<>();
        people.add(named("demo-willow", "CONTRIBUTOR"));
        THINGS.forEach(thing -> people.add(named("demo-" + thing, "CONTRIBUTOR")));
        KINDS.forEach(kind -> people.add(named("demo-" + kind, "CONTRIBUTOR")));
        return List.copyOf(people);
    }

    private Person named(String login, String association) {
        return new Person(Account.person(nextId(), login), association);
    }

    private long nextId() {
        return ++lastId;
    }
}
