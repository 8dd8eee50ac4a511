// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.store;

import dev.hallway.github.Repository;
import dev.hallway.streams.fact.Limits;
import dev.hallway.streams.read.Definitions;
import dev.hallway.streams.read.Inventory;
import dev.hallway.streams.week.IsoWeek;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a repository.
 *
 * @param description what ingest last said of it
 * @param firstWeek week of the first event; null if there is none
 * @param lastWeek week of the last event; null if there is none
 * @param lastContribution week of the last contribution by anybody; null if there is none
 * @param digests what has become of its digests
 * @param cutPullRequests number of pull requests of which not all references are kept
 */
public record RepositoryRow(
        Description description,
        @Nullable IsoWeek firstWeek,
        @Nullable IsoWeek lastWeek,
        @Nullable IsoWeek lastContribution,
        Digests digests,
        long cutPullRequests) {

    /** What facts about a repository tell before ingest has described it. */
    public static RepositoryRow named(String name) {
        return new RepositoryRow(Description.named(name), null, null, null, Digests.NONE, 0);
    }

    /** The same repository described anew. */
    public RepositoryRow with(Description described) {
        return new RepositoryRow(described, firstWeek, lastWeek, lastContribution, digests, cutPullRequests);
    }

    /** The same repository with other first and last weeks. */
    public RepositoryRow between(@Nullable IsoWeek first, @Nullable IsoWeek last) {
        return new RepositoryRow(description, first, last, lastContribution, digests, cutPullRequests);
    }

    /** The same repository, to which anybody last contributed in another week. */
    public RepositoryRow lastContributedIn(@Nullable IsoWeek week) {
        return new RepositoryRow(description, firstWeek, lastWeek, week, digests, cutPullRequests);
    }

    /** The same repository with other digests. */
    public RepositoryRow with(Digests changed) {
        return new RepositoryRow(description, firstWeek, lastWeek, lastContribution, changed, cutPullRequests);
    }

    /** The same repository with so many pull requests of which not all references are kept. */
    public RepositoryRow withCutPullRequests(long number) {
        return new RepositoryRow(description, firstWeek, lastWeek, lastContribution, digests, number);
    }

    /** What is known to be missing: what ingest says, and what was too much to keep. */
    public List<String> gaps() {
        return cutPullRequests == 0
                ? description.gaps()
                : Stream.concat(
                                description.gaps().stream(),
                                Stream.of("references of pull requests that refer to more than " + Limits.REFERENCES
                                        + " items each: " + cutPullRequests))
                        .toList();
    }

    /**
     * What ingest last said of a repository.
     *
     * @param name {@code owner/repo} as GitHub writes it
     * @param id GitHub's id; 0 until ingest has described the repository
     * @param htmlUrl web page; empty until then
     * @param defaultBranch name of its default branch; empty until then
     * @param observedAt when it was described; the epoch until then
     * @param syncedAt everything GitHub showed until then is in; null before the first complete cycle
     * @param historyComplete true once every list has been read from the beginning
     * @param gaps what is known to be missing
     * @param inventory what became of every number; null before the first complete cycle
     * @param claimedNames its present name and its former ones, in lower case; none if GitHub no longer has it so
     */
    public record Description(
            String name,
            long id,
            String htmlUrl,
            String defaultBranch,
            Instant observedAt,
            @Nullable Instant syncedAt,
            boolean historyComplete,
            List<String> gaps,
            @Nullable Inventory inventory,
            List<String> claimedNames) {

        /** Copies the lists. */
        public Description {
            gaps = List.copyOf(gaps);
            claimedNames = List.copyOf(claimedNames);
        }

        static Description named(String name) {
            return new Description(name, 0, "", "", Instant.EPOCH, null, false, List.of(), null, List.of());
        }

        /** What a record of ingest says; a gap tells how many are not shown. */
        public static Description of(Repository repository) {
            return new Description(
                    repository.getFullName(),
                    repository.getId(),
                    Limits.excerpt(repository.getHtmlUrl(), Limits.ADDRESS),
                    Limits.excerpt(repository.getDefaultBranch(), Limits.BRANCH),
                    repository.getObservedAt(),
                    repository.getSyncedAt(),
                    repository.getHistoryComplete(),
                    gaps(repository.getGaps()),
                    repository.getInventory() == null ? null : inventory(repository.getInventory()),
                    claimed(repository));
        }

        private static Inventory inventory(dev.hallway.github.Inventory said) {
            return new Inventory(
                    said.getHighestNumber(),
                    said.getItems(),
                    said.getDeletedNumbers(),
                    said.getTransferredNumbers(),
                    said.getAbsentNumbers(),
                    said.getUnexplainedNumbers(),
                    Limits.first(said.getFirstUnexplained(), Limits.NAMES_AND_GAPS),
                    said.getRepairedItems(),
                    said.getSilentEdits(),
                    said.getLastSweepAt(),
                    said.getLastReconcileAt(),
                    said.getDiscussionNumbers(),
                    said.getInvisibleNumbers(),
                    said.getRepairedComments(),
                    said.getDeletedComments(),
                    said.getDeletedReviews(),
                    said.getOldestReadAt());
        }

        private static List<String> gaps(List<String> said) {
            List<String> kept = Limits.first(said, Limits.NAMES_AND_GAPS).stream()
                    .map(gap -> Limits.excerpt(gap, Limits.GAP))
                    .toList();
            int more = said.size() - kept.size();
            return more == 0
                    ? kept
                    : Stream.concat(kept.stream(), Stream.of("and " + more + " more gaps"))
                            .toList();
        }

        private static List<String> claimed(Repository repository) {
            List<String> claimed = repository.getDeleted()
                    ? List.of()
                    : Stream.concat(Stream.of(repository.getFullName()), repository.getPreviousNames().stream())
                            .filter(Limits::isRepositoryName)
                            .map(name -> name.toLowerCase(Locale.ROOT))
                            .distinct()
                            .toList();
            return Limits.first(claimed, Limits.NAMES_AND_GAPS);
        }
    }

    /**
     * What has become of the digests of a repository.
     *
     * @param week the last week of which a digest was asked for; null if there was none
     * @param due true while it is still to be published
     * @param stale true if figures that it shows have changed since
     */
    public record Digests(@Nullable IsoWeek week, boolean due, boolean stale) {

        static final Digests NONE = new Digests(null, false, false);

        /** A week has ended, so its digest is due; so is the last one again if figures that it shows have changed. */
        public Digests ended(IsoWeek ended) {
            return week == null || week.compareTo(ended) < 0 || stale ? new Digests(ended, true, false) : this;
        }

        /** The digest that was due has been published. */
        public Digests published() {
            return new Digests(week, false, stale);
        }

        /** Figures of a week have changed: a digest shows its week beside the weeks that it is compared with. */
        public Digests changed(IsoWeek changed) {
            if (week == null || stale) {
                return this;
            }
            int age = week.ordinal() - changed.ordinal();
            return age >= 0 && age <= Definitions.WEEKS_COMPARED ? new Digests(week, due, true) : this;
        }
    }
}
