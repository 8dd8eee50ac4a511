// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.repository;

import dev.hallway.streams.read.CountedContribution;
import dev.hallway.streams.state.KeyReader;
import dev.hallway.streams.state.KeyWriter;
import dev.hallway.streams.state.StoreKey;
import dev.hallway.streams.week.IsoWeek;

/** The keys of the repository stage's stores; all begin with the repository, {@code owner/repo} in lower case. */
sealed interface RepositoryKey extends StoreKey {

    /** The beginning of all keys of a repository. */
    record OfRepository(String repository) implements RepositoryKey {
        @Override
        public void writeTo(KeyWriter writer) {
            writer.text(repository);
        }
    }

    /** A week. */
    record Week(String repository, IsoWeek week) implements RepositoryKey {
        static Week read(KeyReader reader) {
            return new Week(reader.text(), new IsoWeek(reader.int32()));
        }

        @Override
        public void writeTo(KeyWriter writer) {
            writer.text(repository).int32(week.ordinal());
        }
    }

    /** A person in a week. */
    record WeekPerson(String repository, IsoWeek week, long person) implements RepositoryKey {
        static WeekPerson read(KeyReader reader) {
            return new WeekPerson(reader.text(), new IsoWeek(reader.int32()), reader.int64());
        }

        @Override
        public void writeTo(KeyWriter writer) {
            writer.text(repository).int32(week.ordinal()).int64(person);
        }
    }

    /** A number of contributions that people made in a week. */
    record WeekSpectrum(String repository, IsoWeek week, long contributions) implements RepositoryKey {
        static WeekSpectrum read(KeyReader reader) {
            return new WeekSpectrum(reader.text(), new IsoWeek(reader.int32()), reader.int64());
        }

        @Override
        public void writeTo(KeyWriter writer) {
            writer.text(repository).int32(week.ordinal()).int64(contributions);
        }
    }

    /** A person. */
    record Person(String repository, long person) implements RepositoryKey {
        static Person read(KeyReader reader) {
            return new Person(reader.text(), reader.int64());
        }

        @Override
        public void writeTo(KeyWriter writer) {
            writer.text(repository).int64(person);
        }
    }

    /** A week in which a person contributed. */
    record PersonWeek(String repository, long person, IsoWeek week) implements RepositoryKey {
        static PersonWeek read(KeyReader reader) {
            return new PersonWeek(reader.text(), reader.int64(), new IsoWeek(reader.int32()));
        }

        @Override
        public void writeTo(KeyWriter writer) {
            writer.text(repository).int64(person).int32(week.ordinal());
        }
    }

    /** A contribution in the week that counted it. */
    record WeekContribution(String repository, IsoWeek week, CountedContribution.Kind kind, long number, long id)
            implements RepositoryKey {

        static WeekContribution read(KeyReader reader) {
            return new WeekContribution(
                    reader.text(),
                    new IsoWeek(reader.int32()),
                    CountedContribution.Kind.values()[reader.octet()],
                    reader.int64(),
                    reader.int64());
        }

        @Override
        public void writeTo(KeyWriter writer) {
            writer.text(repository)
                    .int32(week.ordinal())
                    .octet(kind.ordinal())
                    .int64(number)
                    .int64(id);
        }
    }

    /** An issue or pull request. */
    record Item(String repository, long number) implements RepositoryKey {
        static Item read(KeyReader reader) {
            return new Item(reader.text(), reader.int64());
        }

        @Override
        public void writeTo(KeyWriter writer) {
            writer.text(repository).int64(number);
        }
    }

    /** One of the buckets in which the durations of a week are counted. */
    record DurationBucket(String repository, IsoWeek week, Measure measure, int level, long bucket)
            implements RepositoryKey {

        static DurationBucket read(KeyReader reader) {
            return new DurationBucket(
                    reader.text(),
                    new IsoWeek(reader.int32()),
                    Measure.values()[reader.octet()],
                    reader.octet(),
                    reader.int64());
        }

        @Override
        public void writeTo(KeyWriter writer) {
            writer.text(repository)
                    .int32(week.ordinal())
                    .octet(measure.ordinal())
                    .octet(level)
                    .int64(bucket);
        }
    }
}
