// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.intake;

import dev.hallway.streams.community.Community;
import dev.hallway.streams.community.Notice;
import dev.hallway.streams.community.Notice.LinkChanged;
import dev.hallway.streams.community.Notice.NameClaimed;
import dev.hallway.streams.community.RepositoryNames;
import dev.hallway.streams.fact.Membership;
import dev.hallway.streams.state.Scan;
import dev.hallway.streams.store.CommunityKey.OfItem;
import dev.hallway.streams.store.CommunityKey.OfLink;
import dev.hallway.streams.store.CommunityKey.OfName;
import dev.hallway.streams.store.CommunityKey.OfNameUse;
import dev.hallway.streams.store.CommunityKey.OfRepository;
import dev.hallway.streams.store.CommunityTables;
import dev.hallway.streams.store.Link;

/** Takes in what other repositories have to say. */
public final class NoticeIntake {

    private final Community community;
    private final RepositoryNames names;

    public NoticeIntake(Community community) {
        this.community = community;
        names = new RepositoryNames(community.tables());
    }

    public void record(Notice notice) {
        if (notice instanceof LinkChanged changed) {
            record(changed);
        } else if (notice instanceof NameClaimed claim) {
            record(claim);
        }
    }

    private void record(LinkChanged changed) {
        OfLink key = OfLink.between(changed.source(), changed.target());
        Link link = changed.link();
        if (link == null) {
            community.tables().delete(CommunityTables.LINKS, key);
        } else {
            // Another registry may be in force here than where the link was written.
            Membership ofAuthor = community.accounts().membership(link.author().actor());
            community.tables().put(CommunityTables.LINKS, key, link.with(ofAuthor));
        }
        community.itemChanged(changed.target().repository(), changed.target().number());
    }

    private void record(NameClaimed claim) {
        String before = names.current(claim.name());
        OfName key = new OfName(claim.name(), claim.claimant());
        if (claim.claimed()) {
            community.tables().put(CommunityTables.NAME_CLAIMS, key, claim.id());
        } else {
            community.tables().delete(CommunityTables.NAME_CLAIMS, key);
        }
        if (!before.equals(names.current(claim.name()))) {
            linkAnew(claim.name());
        }
    }

    /** Every pull request that uses the name refers to something else now. */
    private void linkAnew(String name) {
        try (Scan<OfNameUse, Boolean> uses =
                community.tables().scan(CommunityTables.NAME_USES, new OfRepository(name))) {
            while (uses.hasNext()) {
                community.linksChanged(OfItem.of(uses.next().key().pullRequest()));
            }
        }
    }
}
