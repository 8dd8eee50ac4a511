// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.intake;

import dev.hallway.contract.ItemKey;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.streams.community.Community;
import dev.hallway.streams.community.Merges;
import dev.hallway.streams.fact.Actor;
import dev.hallway.streams.fact.GitHubAnswer;
import dev.hallway.streams.fact.Interpretation;
import dev.hallway.streams.fact.ItemSnapshot;
import dev.hallway.streams.fact.Limits;
import dev.hallway.streams.fact.PullRequestDetails;
import dev.hallway.streams.fact.PullRequestReferences;
import dev.hallway.streams.fact.References;
import dev.hallway.streams.store.CommunityKey.OfItem;
import dev.hallway.streams.store.CommunityKey.OfNameUse;
import dev.hallway.streams.store.CommunityTables;
import dev.hallway.streams.store.ItemRow;
import dev.hallway.streams.store.Outcome;
import dev.hallway.streams.store.ReferencesRow;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes down issues and pull requests; what follows from them is derived later. */
public final class ItemIntake {

    private final Community community;
    private final Merges merges;

    public ItemIntake(Community community) {
        this.community = community;
        merges = new Merges(community);
    }

    public void record(ItemKey key, Issue issue) {
        ItemSnapshot arrived = Interpretation.item(issue);
        Actor author = Actor.of(issue.getAuthor(), issue.getObservedAt());
        record(key, row(key), arrived, null, author, false);
    }

    public void record(ItemKey key, PullRequest pull) {
        ItemSnapshot arrived = Interpretation.item(pull);
        References inText = PullRequestReferences.inText(pull);
        GitHubAnswer answer = PullRequestReferences.answer(pull);
        Actor author = Actor.of(pull.getAuthor(), pull.getObservedAt());
        ItemRow known = row(key);
        // Most pull requests refer to nothing: of a new one, nothing can be kept that would have to be taken back.
        boolean refersToNothing = known == null && inText.equals(References.NONE) && answer == null;
        boolean referencesChanged =
                !refersToNothing && recordReferences(key, isLater(arrived, known) ? inText : null, base(pull), answer);
        if (!arrived.deleted()) {
            community.accounts().see(key.repository(), Actor.of(pull.getMergedBy(), pull.getObservedAt()));
        }
        record(key, known, arrived, Interpretation.details(pull), author, referencesChanged);
    }

    private void record(
            ItemKey key,
            @Nullable ItemRow known,
            ItemSnapshot arrived,
            @Nullable PullRequestDetails told,
            Actor author,
            boolean referencesChanged) {
        // What is told of something deleted is what was last known of it, and old.
        if (!arrived.deleted()) {
            community.accounts().see(key.repository(), author);
        }
        PullRequestDetails details = PullRequestDetails.later(known == null ? null : known.details(), told);
        if (isLater(arrived, known)) {
            boolean linksChanged = referencesChanged
                    || (known != null && known.linksChanged())
                    || linksDiffer(known == null ? null : known.snapshot(), arrived);
            Outcome outcome = known == null ? Outcome.NONE : known.outcome();
            save(key, known, new ItemRow(arrived, details, linksChanged, outcome));
        } else if (known != null && (referencesChanged || !Objects.equals(details, known.details()))) {
            ItemRow row = referencesChanged ? known.withLinksChanged() : known;
            save(key, known, row.with(details));
        }
    }

    private @Nullable ItemRow row(ItemKey key) {
        return community.tables().get(CommunityTables.ITEMS, OfItem.of(key));
    }

    private void save(ItemKey key, @Nullable ItemRow before, ItemRow after) {
        OfItem item = OfItem.of(key);
        community.tables().put(CommunityTables.ITEMS, item, after);
        merges.replace(item, before == null ? Optional.empty() : before.merge(), after.merge());
        community.itemChanged(key.repository(), key.number());
    }

    private static boolean isLater(ItemSnapshot arrived, @Nullable ItemRow known) {
        return known == null
                || !arrived.version().isNotLaterThan(known.snapshot().version());
    }

    /** Whether the links of a pull request show anything that differs between two snapshots. */
    private static boolean linksDiffer(@Nullable ItemSnapshot before, ItemSnapshot after) {
        if (before == null) {
            return !after.isIssue();
        }
        if (before.isIssue() && after.isIssue()) {
            return false;
        }
        return before.kind() != after.kind()
                || before.deleted() != after.deleted()
                || before.author() != after.author()
                || before.association() != after.association()
                || before.facet() != after.facet()
                || !before.repository().equals(after.repository())
                || !before.title().equals(after.title())
                || !before.openedAt().equals(after.openedAt())
                || !Objects.equals(before.mergedAt(), after.mergedAt())
                || !Objects.equals(before.closedAt(), after.closedAt());
    }

    /**
     * Takes in what a pull request refers to.
     *
     * @param inText what its text says; null if a later snapshot is known
     * @param base the branch that this snapshot names
     * @param answer what GitHub said; null if it was not asked
     * @return true if anything changed
     */
    private boolean recordReferences(
            ItemKey key, @Nullable References inText, String base, @Nullable GitHubAnswer answer) {
        ReferencesRow kept = community.tables().get(CommunityTables.REFERENCES, OfItem.of(key));
        ReferencesRow known = kept == null ? ReferencesRow.NONE : kept;
        GitHubAnswer last = GitHubAnswer.later(known.answer(), answer);
        ReferencesRow row = inText == null
                ? new ReferencesRow(known.inText(), known.base(), last, known.linked())
                : new ReferencesRow(inText, inText.equals(References.NONE) ? "" : base, last, known.linked());
        if (row.equals(known)) {
            return false;
        }
        community.tables().put(CommunityTables.REFERENCES, OfItem.of(key), row);
        rememberUses(key, foreignNames(key, known), foreignNames(key, row));
        return true;
    }

    private static String base(PullRequest pull) {
        return Limits.excerpt(pull.getBaseRef(), Limits.BRANCH);
    }

    /** From now on, the pull request is told when one of these names leads elsewhere. */
    private void rememberUses(ItemKey key, Set<String> before, Set<String> after) {
        for (String name : before) {
            if (!after.contains(name)) {
                community.tables().delete(CommunityTables.NAME_USES, new OfNameUse(name, key));
            }
        }
        for (String name : after) {
            if (!before.contains(name)) {
                community.tables().put(CommunityTables.NAME_USES, new OfNameUse(name, key), true);
            }
        }
    }

    private static Set<String> foreignNames(ItemKey key, ReferencesRow row) {
        // Which references close does not matter here, nor therefore the branch.
        return row.current("").kept().stream()
                .map(reference -> reference.repository().toLowerCase(Locale.ROOT))
                .filter(name -> !name.equals(key.repository()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
