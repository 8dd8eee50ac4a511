// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.repository;

import dev.hallway.streams.fact.Author;
import dev.hallway.streams.fact.Contribution;
import dev.hallway.streams.fact.ItemFacts;
import dev.hallway.streams.fact.Reply;
import dev.hallway.streams.read.CountedContribution;
import dev.hallway.streams.read.CountedContribution.CountedAs;
import dev.hallway.streams.read.ItemView;
import dev.hallway.streams.repository.RepositoryKey.Item;
import dev.hallway.streams.repository.RepositoryKey.Person;
import dev.hallway.streams.repository.RepositoryKey.WeekContribution;
import dev.hallway.streams.week.IsoWeek;
import java.util.Optional;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Shows what is stored as those who ask see it. */
final class Views {

    private final ReadOnlyKeyValueStore<Person, PersonRecord> people;

    Views(ReadOnlyKeyValueStore<Person, PersonRecord> people) {
        this.people = people;
    }

    Optional<ItemView> item(Item key, ItemRecord stored) {
        ItemFacts item = stored.item();
        if (item == null) {
            return Optional.empty();
        }
        return Optional.of(new ItemView(
                item.repository(),
                item.number(),
                item.kind(),
                item.htmlUrl(),
                item.title(),
                item.author().login(),
                item.author().isBot(),
                item.authorIsMaintainer(),
                isNewcomer(key.repository(), item),
                item.openedAt(),
                item.closedAt(),
                item.mergedAt(),
                item.draft(),
                response(item, stored.replies().first()),
                response(item, stored.replies().firstByMaintainer()),
                item.references(),
                stored.answer()));
    }

    static CountedContribution contribution(WeekContribution key, Contribution contribution) {
        Author author = contribution.author();
        CountedAs counted =
                switch (author.kind()) {
                    case BOT -> CountedAs.BOT;
                    case UNKNOWN -> CountedAs.UNKNOWN_PERSON;
                    case HUMAN -> contribution.maintainer() ? CountedAs.MAINTAINER : CountedAs.COMMUNITY;
                };
        return new CountedContribution(
                key.kind(), key.number(), key.id(), contribution.time(), author.login(), counted);
    }

    private boolean isNewcomer(String repository, ItemFacts item) {
        if (!item.author().isKnownPerson()) {
            return false;
        }
        PersonRecord person = people.get(new Person(repository, item.author().id()));
        return person != null && person.firstWeek().equals(IsoWeek.of(item.openedAt()));
    }

    private static ItemView.@Nullable Response response(ItemFacts item, @Nullable Reply reply) {
        return reply == null
                ? null
                : new ItemView.Response(
                        reply.time(), ItemEffects.seconds(item.openedAt(), reply.time()), reply.maintainer());
    }
}
