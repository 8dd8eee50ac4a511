// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.repository;

import dev.hallway.health.Story;
import dev.hallway.streams.fact.Contribution;
import dev.hallway.streams.repository.RepositoryKey.DurationBucket;
import dev.hallway.streams.repository.RepositoryKey.Item;
import dev.hallway.streams.repository.RepositoryKey.Person;
import dev.hallway.streams.repository.RepositoryKey.Week;
import dev.hallway.streams.repository.RepositoryKey.WeekContribution;
import dev.hallway.streams.repository.RepositoryKey.WeekPerson;
import dev.hallway.streams.repository.RepositoryKey.WeekSpectrum;
import dev.hallway.streams.state.StoreSource;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** The stores that figures are made from, to read only: as a query or as a processor sees them. */
record RepositoryTables(
        ReadOnlyKeyValueStore<String, Description> descriptions,
        ReadOnlyKeyValueStore<Week, WeekTally> weeks,
        ReadOnlyKeyValueStore<WeekPerson, PersonTally> weekPeople,
        ReadOnlyKeyValueStore<WeekSpectrum, Long> spectra,
        ReadOnlyKeyValueStore<Person, PersonRecord> people,
        ReadOnlyKeyValueStore<WeekContribution, Contribution> contributions,
        ReadOnlyKeyValueStore<Item, ItemRecord> items,
        ReadOnlyKeyValueStore<Item, Story> stories,
        ReadOnlyKeyValueStore<DurationBucket, Long> durations) {

    static RepositoryTables of(StoreSource source) {
        return new RepositoryTables(
                source.open(RepositoryStores.DESCRIPTIONS),
                source.open(RepositoryStores.WEEKS),
                source.open(RepositoryStores.WEEK_PEOPLE),
                source.open(RepositoryStores.WEEK_SPECTRA),
                source.open(RepositoryStores.PEOPLE),
                source.open(RepositoryStores.CONTRIBUTIONS),
                source.open(RepositoryStores.ITEMS),
                source.open(RepositoryStores.STORIES),
                source.open(RepositoryStores.DURATIONS));
    }
}
