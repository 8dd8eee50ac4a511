// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.query;

import dev.hallway.streams.fact.Actor;
import dev.hallway.streams.fact.ItemSnapshot;
import dev.hallway.streams.fact.PullRequestDetails;
import dev.hallway.streams.fact.References;
import dev.hallway.streams.people.Classification;
import dev.hallway.streams.people.Participant;
import dev.hallway.streams.read.ItemView;
import dev.hallway.streams.read.PullRequestView;
import dev.hallway.streams.read.PullRequestView.Merger;
import dev.hallway.streams.state.TableReader;
import dev.hallway.streams.store.CommunityKey.OfItem;
import dev.hallway.streams.store.CommunityTables;
import dev.hallway.streams.store.ItemRow;
import dev.hallway.streams.store.ItemRow.Merge;
import dev.hallway.streams.store.Outcome;
import dev.hallway.streams.store.Outcome.Response;
import dev.hallway.streams.store.ReferencesRow;
import dev.hallway.streams.store.WeekSet;
import dev.hallway.streams.week.IsoWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows what is kept of a repository as those who ask see it. */
final class Views {

    private final TableReader tables;
    private final String repository;
    private final Classification classification;
    private final KnownAccounts accounts;

    Views(TableReader tables, Classification classification, String repository) {
        this.tables = tables;
        this.classification = classification;
        this.repository = repository;
        accounts = new KnownAccounts(tables, repository);
    }

    /** An item; empty if GitHub no longer has it. */
    Optional<ItemView> item(ItemRow row) {
        ItemSnapshot item = row.snapshot();
        if (item.deleted()) {
            return Optional.empty();
        }
        Outcome outcome = row.outcome();
        References references = references(item);
        return Optional.of(new ItemView(
                item.repository(),
                item.number(),
                item.kind(),
                item.htmlUrl(),
                item.title(),
                accounts.known(item.author()).actor().login(),
                accounts.personWith(item.author()),
                outcome.author() == Participant.Kind.BOT,
                outcome.authorIsMaintainer(),
                isNewcomer(item, outcome),
                isReturning(item, outcome),
                item.openedAt(),
                item.closedAt(),
                item.mergedAt(),
                item.draft(),
                response(item, outcome.first()),
                response(item, outcome.firstByMaintainer()),
                references.kept(),
                references.found(),
                outcome.answer(),
                item.isIssue() ? null : pullRequest(row)));
    }

    /** What only a pull request has. */
    PullRequestView pullRequest(ItemRow row) {
        ItemSnapshot item = row.snapshot();
        PullRequestDetails details = row.details();
        Instant marked = details == null || details.readyAt() == null ? item.openedAt() : details.readyAt();
        return new PullRequestView(
                item.draft() ? null : marked,
                row.outcome().firstReviewAt(),
                row.merge().map(merge -> merger(item, merge)).orElse(null));
    }

    private @Nullable Merger merger(ItemSnapshot item, Merge merge) {
        Participant merger = classification.participant(accounts.known(merge.account()), repository, merge.at());
        Participant author = classification.participant(
                accounts.known(item.author()), repository, item.association(), item.openedAt());
        return merger.isKnownPerson()
                ? new Merger(merger.person(), merger.maintainer(), merger.isSamePersonAs(author))
                : null;
    }

    private References references(ItemSnapshot item) {
        if (item.isIssue()) {
            return References.NONE;
        }
        ReferencesRow row = tables.get(CommunityTables.REFERENCES, new OfItem(repository, item.number()));
        return row == null ? References.NONE : row.linked();
    }

    private boolean isNewcomer(ItemSnapshot item, Outcome outcome) {
        return item.author() != Actor.DELETED_ID
                && outcome.author() == Participant.Kind.HUMAN
                && accounts.personOf(item.author()).cameIn(IsoWeek.of(item.openedAt()));
    }

    /** Contributed before, but not in the weeks before the item's. */
    private boolean isReturning(ItemSnapshot item, Outcome outcome) {
        if (item.author() == Actor.DELETED_ID || outcome.author() != Participant.Kind.HUMAN) {
            return false;
        }
        WeekSet weeks = accounts.personOf(item.author()).weeks();
        IsoWeek opened = IsoWeek.of(item.openedAt());
        return weeks.first().filter(first -> first.compareTo(opened) < 0).isPresent()
                && weeks.from(opened.plus(-ItemView.WEEKS_AWAY))
                        .filter(active -> active.compareTo(opened) < 0)
                        .isEmpty();
    }

    private static ItemView.@Nullable Response response(ItemSnapshot item, @Nullable Response response) {
        return response == null
                ? null
                : new ItemView.Response(
                        response.at(),
                        Duration.between(item.openedAt(), response.at()).toSeconds(),
                        response.byMaintainer());
    }
}
