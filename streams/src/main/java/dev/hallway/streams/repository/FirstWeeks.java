// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.repository;

import dev.hallway.streams.repository.RepositoryKey.Person;
import dev.hallway.streams.repository.RepositoryKey.PersonWeek;
import dev.hallway.streams.state.Keys;
import dev.hallway.streams.week.IsoWeek;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Finds the first week in which a person contributed. */
final class FirstWeeks {

    private final ReadOnlyKeyValueStore<PersonWeek, byte[]> personWeeks;

    FirstWeeks(ReadOnlyKeyValueStore<PersonWeek, byte[]> personWeeks) {
        this.personWeeks = personWeeks;
    }

    /** Null if the person never contributed. */
    @Nullable
    IsoWeek first(String repository, long person) {
        try (KeyValueIterator<PersonWeek, byte[]> weeks =
                personWeeks.prefixScan(new Person(repository, person), Keys.SERIALIZER)) {
            return weeks.hasNext() ? weeks.next().key.week() : null;
        }
    }
}
