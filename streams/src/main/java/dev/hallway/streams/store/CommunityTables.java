// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.store;

import dev.hallway.streams.fact.CommentSnapshot;
import dev.hallway.streams.state.Fields;
import dev.hallway.streams.state.RecordCodec;
import dev.hallway.streams.state.Table;
import dev.hallway.streams.store.CommunityKey.OfAccount;
import dev.hallway.streams.store.CommunityKey.OfComment;
import dev.hallway.streams.store.CommunityKey.OfEvent;
import dev.hallway.streams.store.CommunityKey.OfItem;
import dev.hallway.streams.store.CommunityKey.OfLink;
import dev.hallway.streams.store.CommunityKey.OfMember;
import dev.hallway.streams.store.CommunityKey.OfMerge;
import dev.hallway.streams.store.CommunityKey.OfName;
import dev.hallway.streams.store.CommunityKey.OfNameUse;
import dev.hallway.streams.store.CommunityKey.OfRepository;
import dev.hallway.streams.store.CommunityKey.OfTask;
import dev.hallway.streams.store.CommunityKey.OfWeek;

/** The tables of the store {@code community}: all that is known of the repositories of a partition. */
public final class CommunityTables {

    /** Every repository. */
    public static final Table<OfRepository, RepositoryRow> REPOSITORIES =
            new Table<>(1, "repositories", OfRepository::read, RecordCodec.of(RepositoryRow.class));

    /** Every issue and pull request. */
    public static final Table<OfItem, ItemRow> ITEMS =
            new Table<>(2, "items", OfItem::read, RecordCodec.of(ItemRow.class));

    /** What every pull request refers to; nothing of one that refers to nothing. */
    public static final Table<OfItem, ReferencesRow> REFERENCES =
            new Table<>(3, "references", OfItem::read, RecordCodec.of(ReferencesRow.class));

    /** Every comment and review, by item. */
    public static final Table<OfComment, CommentSnapshot> COMMENTS =
            new Table<>(4, "comments", OfComment::read, RecordCodec.of(CommentSnapshot.class));

    /** The pull requests that refer to an item, from this repository and from others. */
    public static final Table<OfLink, Link> LINKS = new Table<>(5, "links", OfLink::read, RecordCodec.of(Link.class));

    /** All that happened, by week. */
    public static final Table<OfEvent, WeekEvent> EVENTS =
            new Table<>(6, "events", OfEvent::read, RecordCodec.of(WeekEvent.class));

    /** The figures of every week. */
    public static final Table<OfWeek, WeekRow> WEEKS =
            new Table<>(7, "weeks", OfWeek::read, RecordCodec.of(WeekRow.class));

    /** The flow of every week, apart from its other figures: each change carries on into every later week. */
    public static final Table<OfWeek, FlowRow> FLOW =
            new Table<>(11, "flow", OfWeek::read, RecordCodec.of(FlowRow.class));

    /** Every account that contributed. */
    public static final Table<OfAccount, AccountRow> ACCOUNTS =
            new Table<>(8, "accounts", OfAccount::read, RecordCodec.of(AccountRow.class, WeekSet.class, WeekSet.CODEC));

    /** Who merged which pull request, where that is known: only the keys say anything. */
    public static final Table<OfMerge, Boolean> MERGES = new Table<>(12, "merges", OfMerge::read, Fields.FLAG);

    /** Which accounts belong to somebody in the registry: only the keys say anything. */
    public static final Table<OfMember, Boolean> MEMBERS = new Table<>(13, "members", OfMember::read, Fields.FLAG);

    /** Which repositories claim a name, with GitHub's id of each: of all partitions, in each. */
    public static final Table<OfName, Long> NAME_CLAIMS = new Table<>(9, "name claims", OfName::read, Fields.NUMBER);

    /** Which pull requests of this partition use the name of another repository: only the keys say anything. */
    public static final Table<OfNameUse, Boolean> NAME_USES =
            new Table<>(10, "name uses", OfNameUse::read, Fields.FLAG);

    /** Under which people registry all of this was classified; one row. */
    public static final Table<OfTask, PeopleRow> PEOPLE =
            new Table<>(14, "people", OfTask::read, RecordCodec.of(PeopleRow.class));

    private CommunityTables() {}
}
