// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.workload;

import dev.hallway.people.Affiliation;
import dev.hallway.people.PeopleRegistry;
import dev.hallway.people.Person;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A people registry of one person, who belongs to an organisation and contributes to many repositories by an account in
 * each: as the busiest in one of five, as a regular contributor of the others. Of a million events, that is some 50,000
 * contributions in 500 repositories.
 */
public final class Affiliated {

    private static final int REPOSITORIES = 500;
    private static final int BUSIEST_IN_ONE_OF = 5;

    private Affiliated() {}

    /** The registry for the repositories of a volume. */
    public static PeopleRegistry registry(Volume volume) {
        List<Long> ids = IntStream.range(0, Math.min(REPOSITORIES, volume.repositories()))
                .mapToObj(Affiliated::account)
                .toList();
        Person person = Person.newBuilder()
                .setLogins(List.of())
                .setIds(ids)
                .setAffiliations(List.of(new Affiliation("Example Corp", null, null)))
                .build();
        return new PeopleRegistry(List.of(), List.of(), List.of(), List.of(person));
    }

    private static long account(int repository) {
        return repository % BUSIEST_IN_ONE_OF == 0
                ? Contributors.busiest(repository)
                : Contributors.regular(repository);
    }
}
