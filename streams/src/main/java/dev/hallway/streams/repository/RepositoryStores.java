// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.repository;

import dev.hallway.health.Story;
import dev.hallway.streams.fact.Contribution;
import dev.hallway.streams.fact.Stories;
import dev.hallway.streams.state.Keys;
import dev.hallway.streams.state.Store;
import dev.hallway.streams.state.Store.Caching;
import dev.hallway.streams.state.Values;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;

/** The stores of the repository stage; queries read them too. */
public final class RepositoryStores {

    /** What is known of every repository, by its name in lower case. */
    static final Store<String, Description> DESCRIPTIONS =
            new Store<>("repositories", Serdes.String(), Values.serde(Description.CODEC), Caching.GATHER);

    /** What was counted of every week. */
    static final Store<RepositoryKey.Week, WeekTally> WEEKS =
            new Store<>("weeks", Keys.serde(RepositoryKey.Week::read), Values.serde(WeekTally.CODEC), Caching.GATHER);

    /** What every person contributed in every week. */
    static final Store<RepositoryKey.WeekPerson, PersonTally> WEEK_PEOPLE = new Store<>(
            "people-by-week",
            Keys.serde(RepositoryKey.WeekPerson::read),
            Values.serde(PersonTally.CODEC),
            Caching.GATHER);

    /** How many people made how many contributions in a week: all that evenness depends on. */
    static final Store<RepositoryKey.WeekSpectrum, Long> WEEK_SPECTRA = new Store<>(
            "contribution-spectra-by-week",
            Keys.serde(RepositoryKey.WeekSpectrum::read),
            Serdes.Long(),
            Caching.GATHER);

    /** Every person who ever contributed to a repository. */
    static final Store<RepositoryKey.Person, PersonRecord> PEOPLE = new Store<>(
            "people", Keys.serde(RepositoryKey.Person::read), Values.serde(PersonRecord.CODEC), Caching.GATHER);

    /** The weeks in which a person contributed; only the keys say anything. */
    static final Store<RepositoryKey.PersonWeek, byte[]> PERSON_WEEKS = new Store<>(
            "weeks-by-person", Keys.serde(RepositoryKey.PersonWeek::read), Serdes.ByteArray(), Caching.WRITE_THROUGH);

    /** Every contribution, in the week that counted it. */
    static final Store<RepositoryKey.WeekContribution, Contribution> CONTRIBUTIONS = new Store<>(
            "contributions-by-week",
            Keys.serde(RepositoryKey.WeekContribution::read),
            Values.serde(Contribution.CODEC),
            Caching.WRITE_THROUGH);

    /** Every item of a repository. */
    static final Store<RepositoryKey.Item, ItemRecord> ITEMS = new Store<>(
            "items-by-repository",
            Keys.serde(RepositoryKey.Item::read),
            Values.serde(ItemRecord.CODEC),
            Caching.WRITE_THROUGH);

    /** Every story of a repository. */
    static final Store<RepositoryKey.Item, Story> STORIES = new Store<>(
            "stories-by-repository", Keys.serde(RepositoryKey.Item::read), Values.serde(Stories.CODEC), Caching.GATHER);

    /** The durations of every week, counted in buckets. */
    static final Store<RepositoryKey.DurationBucket, Long> DURATIONS = new Store<>(
            "durations-by-week", Keys.serde(RepositoryKey.DurationBucket::read), Serdes.Long(), Caching.GATHER);

    /** The weeks that changed since their figures were published. */
    static final Store<RepositoryKey.Week, Unpublished> UNPUBLISHED = new Store<>(
            "unpublished-weeks", Keys.serde(RepositoryKey.Week::read), Values.serde(Unpublished.CODEC), Caching.GATHER);

    /** What has been published of every repository. */
    static final Store<String, Publication> PUBLICATIONS =
            new Store<>("publications", Serdes.String(), Values.serde(Publication.CODEC), Caching.GATHER);

    /** The store that tells where a repository is held; all others of this stage lie beside it. */
    public static final String QUERIED = DESCRIPTIONS.name();

    /** All of them, for the topology. */
    public static final List<Store<?, ?>> ALL = List.of(
            DESCRIPTIONS,
            WEEKS,
            WEEK_PEOPLE,
            WEEK_SPECTRA,
            PEOPLE,
            PERSON_WEEKS,
            CONTRIBUTIONS,
            ITEMS,
            STORIES,
            DURATIONS,
            UNPUBLISHED,
            PUBLICATIONS);

    private RepositoryStores() {}
}
