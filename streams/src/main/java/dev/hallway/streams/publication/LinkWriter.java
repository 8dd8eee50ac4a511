// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.publication;

import dev.hallway.contract.ItemKey;
import dev.hallway.streams.community.Community;
import dev.hallway.streams.community.Notice.LinkChanged;
import dev.hallway.streams.community.RepositoryNames;
import dev.hallway.streams.fact.CurrentReferences;
import dev.hallway.streams.fact.ItemSnapshot;
import dev.hallway.streams.fact.KnownAccount;
import dev.hallway.streams.fact.Membership;
import dev.hallway.streams.fact.References;
import dev.hallway.streams.people.PeopleInForce;
import dev.hallway.streams.read.ItemView.Reference;
import dev.hallway.streams.store.CommunityKey.OfItem;
import dev.hallway.streams.store.CommunityKey.OfLink;
import dev.hallway.streams.store.CommunityTables;
import dev.hallway.streams.store.Link;
import dev.hallway.streams.store.ReferencesRow;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the links of a pull request to what it refers to: here, or by a notice if that lies in another repository. */
final class LinkWriter {

    private final Community community;
    private final PeopleInForce people;
    private final RepositoryNames names;
    private final Outlet outlet;

    LinkWriter(Community community, PeopleInForce people, Outlet outlet) {
        this.community = community;
        this.people = people;
        this.outlet = outlet;
        names = new RepositoryNames(community.tables());
    }

    /**
     * Takes back the links that stand and writes those that shall; an item that is deleted or an issue has none.
     *
     * @return how many references are not kept
     */
    long write(ItemKey source, ItemSnapshot item, KnownAccount author) {
        OfItem key = OfItem.of(source);
        ReferencesRow row = community.tables().get(CommunityTables.REFERENCES, key);
        if (row == null) {
            return 0;
        }
        boolean none = item.deleted() || item.isIssue();
        References current = none
                ? References.NONE
                : CurrentReferences.of(current(row, source), source, item.repository(), names::current);
        Membership membership = people.current().membership(author.actor());
        Set<ItemKey> linked = new HashSet<>();
        for (Reference reference : current.kept()) {
            ItemKey target = target(reference);
            linked.add(target);
            write(source, target, link(item, author, membership, reference));
        }
        for (Reference reference : row.linked().kept()) {
            ItemKey target = target(reference);
            if (!linked.contains(target)) {
                write(source, target, null);
            }
        }
        if (!current.equals(row.linked())) {
            community.tables().put(CommunityTables.REFERENCES, key, row.linkedAs(current));
        }
        long found = current.found();
        return found - current.kept().size();
    }

    private References current(ReferencesRow row, ItemKey source) {
        return row.current(
                community.repository(source.repository()).description().defaultBranch());
    }

    private void write(ItemKey source, ItemKey target, @Nullable Link link) {
        if (!target.repository().equals(source.repository())) {
            outlet.send(new LinkChanged(source, target, link));
            return;
        }
        OfLink key = OfLink.between(source, target);
        if (link == null) {
            community.tables().delete(CommunityTables.LINKS, key);
        } else {
            community.tables().put(CommunityTables.LINKS, key, link);
        }
        community.itemChanged(target.repository(), target.number());
    }

    private static ItemKey target(Reference reference) {
        return new ItemKey(reference.repository(), reference.number());
    }

    private static Link link(ItemSnapshot pull, KnownAccount author, Membership membership, Reference reference) {
        return new Link(
                pull.repository(),
                pull.number(),
                pull.title(),
                author,
                membership,
                pull.association(),
                reference.evidence(),
                pull.facet(),
                pull.openedAt(),
                pull.mergedAt(),
                pull.closedAt());
    }
}
