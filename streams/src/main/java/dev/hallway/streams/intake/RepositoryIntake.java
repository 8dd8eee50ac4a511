// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.intake;

import dev.hallway.github.Repository;
import dev.hallway.streams.change.ChangeKind;
import dev.hallway.streams.community.Community;
import dev.hallway.streams.community.Notice;
import dev.hallway.streams.community.Notice.NameClaimed;
import dev.hallway.streams.state.Scan;
import dev.hallway.streams.store.CommunityKey.OfRepository;
import dev.hallway.streams.store.CommunityKey.OfWeek;
import dev.hallway.streams.store.CommunityTables;
import dev.hallway.streams.store.RepositoryRow;
import dev.hallway.streams.store.RepositoryRow.Description;
import dev.hallway.streams.store.RepositoryRow.Digests;
import dev.hallway.streams.store.WeekRow;
import dev.hallway.streams.week.IsoWeek;
import java.util.function.Consumer;

/** Writes down what repositories are, and tells everybody which names they bear and bore. */
public final class RepositoryIntake {

    private final Community community;
    private final Consumer<Notice> everybody;

    /**
     * Prepares to write down.
     *
     * @param everybody gets what all partitions are to know
     */
    public RepositoryIntake(Community community, Consumer<Notice> everybody) {
        this.community = community;
        this.everybody = everybody;
    }

    /** Takes in that facts about a repository arrive, even if ingest has not described it yet. */
    public void introduce(String key, String name) {
        community.repositories().introduce(key, name);
    }

    public void record(String key, Repository repository) {
        RepositoryRow known = community.repository(key);
        if (repository.getObservedAt().isBefore(known.description().observedAt())) {
            return;
        }
        Description description = Description.of(repository);
        tellNames(key, known.description(), description);
        RepositoryRow row = known.with(description);
        if (description.syncedAt() != null) {
            // A week has ended once everything GitHub showed in it has been read.
            Digests digests =
                    known.digests().ended(IsoWeek.of(description.syncedAt()).previous());
            row = row.with(digests);
            if (digests.due()) {
                community.changes().note(key, ChangeKind.DIGEST, 0);
            }
        }
        community.save(key, row);
        if (!description.defaultBranch().equals(known.description().defaultBranch())) {
            community.changes().note(key, ChangeKind.DEFAULT_BRANCH, 0);
        }
        if (!description.name().equals(known.description().name())) {
            deriveAllWeeks(key);
        }
    }

    private void tellNames(String key, Description before, Description after) {
        for (String name : before.claimedNames()) {
            if (!after.claimedNames().contains(name)) {
                everybody.accept(new NameClaimed(name, key, before.id(), false));
            }
        }
        for (String name : after.claimedNames()) {
            if (before.id() != after.id() || !before.claimedNames().contains(name)) {
                everybody.accept(new NameClaimed(name, key, after.id(), true));
            }
        }
    }

    /** Rows show the name as GitHub writes it. */
    private void deriveAllWeeks(String key) {
        try (Scan<OfWeek, WeekRow> weeks = community.tables().scan(CommunityTables.WEEKS, new OfRepository(key))) {
            weeks.forEach(week -> community.weekChanged(key, week.key().week()));
        }
        community.everyFlowRowChanged(key);
    }
}
