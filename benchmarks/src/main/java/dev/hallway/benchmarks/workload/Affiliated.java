// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.workload;

import dev.hallway.people.Affiliation;
import dev.hallway.people.PeopleRegistry;
import dev.hallway.people.Person;
import java.util.List;
import java.util.stream.IntStream;

/** A people registry of one person, who is a regular contributor of many repositories and belongs to an organisation. */
public final class Affiliated {

    private static final int REPOSITORIES = 500;

    private Affiliated() {}

    /** The registry for the repositories of a volume. */
    public static PeopleRegistry registry(Volume volume) {
        List<Long> ids = IntStream.range(0, Math.min(REPOSITORIES, volume.repositories()))
                .mapToObj(Contributors::regular)
                .toList();
        Person person = Person.newBuilder()
                .setLogins(List.of())
                .setIds(ids)
                .setAffiliations(List.of(new Affiliation("Example Corp", null, null)))
                .build();
        return new PeopleRegistry(List.of(), List.of(), List.of(), List.of(person));
    }
}
