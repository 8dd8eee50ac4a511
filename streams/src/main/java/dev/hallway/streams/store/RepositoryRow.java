// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.store;

import dev.hallway.github.Repository;
import dev.hallway.streams.fact.Limits;
import dev.hallway.streams.read.Inventory;
import dev.hallway.streams.state.Codec;
import dev.hallway.streams.state.Fields;
import dev.hallway.streams.week.IsoWeek;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a repository.
 *
 * @param description what ingest last said of it
 * @param firstWeek week of the first event; null if there is none
 * @param lastWeek week of the last event; null if there is none
 * @param digests what has become of its digests
 */
public record RepositoryRow(
        Description description,
        @Nullable IsoWeek firstWeek,
        @Nullable IsoWeek lastWeek,
        Digests digests) {

    /** How repositories are written. */
    public static final Codec<RepositoryRow> CODEC = new Codec<>() {
        @Override
        public void write(RepositoryRow row, Encoder out) throws IOException {
            Description.CODEC.write(row.description, out);
            Fields.writeOptional(row.firstWeek, WEEK, out);
            Fields.writeOptional(row.lastWeek, WEEK, out);
            Digests.CODEC.write(row.digests, out);
        }

        @Override
        public RepositoryRow read(Decoder in) throws IOException {
            return new RepositoryRow(
                    Description.CODEC.read(in),
                    Fields.readOptional(WEEK, in),
                    Fields.readOptional(WEEK, in),
                    Digests.CODEC.read(in));
        }
    };

    private static final Codec<IsoWeek> WEEK = new Codec<>() {
        @Override
        public void write(IsoWeek week, Encoder out) throws IOException {
            out.writeInt(week.ordinal());
        }

        @Override
        public IsoWeek read(Decoder in) throws IOException {
            return new IsoWeek(in.readInt());
        }
    };

    /** What facts about a repository tell before ingest has described it. */
    public static RepositoryRow named(String name) {
        return new RepositoryRow(Description.named(name), null, null, Digests.NONE);
    }

    /** The same repository described anew. */
    public RepositoryRow with(Description described) {
        return new RepositoryRow(described, firstWeek, lastWeek, digests);
    }

    /** The same repository with other first and last weeks. */
    public RepositoryRow between(@Nullable IsoWeek first, @Nullable IsoWeek last) {
        return new RepositoryRow(description, first, last, digests);
    }

    /** The same repository with other digests. */
    public RepositoryRow with(Digests changed) {
        return new RepositoryRow(description, firstWeek, lastWeek, changed);
    }

    /**
     * What ingest last said of a repository.
     *
     * @param name {@code owner/repo} as GitHub writes it
     * @param id GitHub's id; 0 until ingest has described the repository
     * @param htmlUrl web page; empty until then
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
            Instant observedAt,
            @Nullable Instant syncedAt,
            boolean historyComplete,
            List<String> gaps,
            @Nullable Inventory inventory,
            List<String> claimedNames) {

        static final Codec<Description> CODEC = new Codec<>() {
            private final Codec<Inventory> inventory = new InventoryCodec();

            @Override
            public void write(Description description, Encoder out) throws IOException {
                out.writeString(description.name);
                out.writeLong(description.id);
                out.writeString(description.htmlUrl);
                Fields.writeInstant(description.observedAt, out);
                Fields.writeOptional(description.syncedAt, Fields.INSTANT, out);
                out.writeBoolean(description.historyComplete);
                Fields.writeList(description.gaps, Fields.TEXT, out);
                Fields.writeOptional(description.inventory, inventory, out);
                Fields.writeList(description.claimedNames, Fields.TEXT, out);
            }

            @Override
            public Description read(Decoder in) throws IOException {
                return new Description(
                        in.readString(),
                        in.readLong(),
                        in.readString(),
                        Fields.readInstant(in),
                        Fields.readOptional(Fields.INSTANT, in),
                        in.readBoolean(),
                        Fields.readList(Fields.TEXT, in),
                        Fields.readOptional(inventory, in),
                        Fields.readList(Fields.TEXT, in));
            }
        };

        /** Copies the lists. */
        public Description {
            gaps = List.copyOf(gaps);
            claimedNames = List.copyOf(claimedNames);
        }

        static Description named(String name) {
            return new Description(name, 0, "", Instant.EPOCH, null, false, List.of(), null, List.of());
        }

        /** What a record of ingest says; a gap tells how many are not shown. */
        public static Description of(Repository repository) {
            return new Description(
                    repository.getFullName(),
                    repository.getId(),
                    Limits.excerpt(repository.getHtmlUrl(), Limits.ADDRESS),
                    repository.getObservedAt(),
                    repository.getSyncedAt(),
                    repository.getHistoryComplete(),
                    gaps(repository.getGaps()),
                    repository.getInventory() == null ? null : InventoryCodec.of(repository.getInventory()),
                    claimed(repository));
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

        static final Codec<Digests> CODEC = new Codec<>() {
            @Override
            public void write(Digests digests, Encoder out) throws IOException {
                Fields.writeOptional(digests.week, WEEK, out);
                out.writeBoolean(digests.due);
                out.writeBoolean(digests.stale);
            }

            @Override
            public Digests read(Decoder in) throws IOException {
                return new Digests(Fields.readOptional(WEEK, in), in.readBoolean(), in.readBoolean());
            }
        };

        /** A week has ended, so its digest is due; so is the last one again if figures that it shows have changed. */
        public Digests ended(IsoWeek ended) {
            return week == null || week.compareTo(ended) < 0 || stale ? new Digests(ended, true, false) : this;
        }

        /** The digest that was due has been published. */
        public Digests published() {
            return new Digests(week, false, stale);
        }

        /** Figures of a week have changed: a digest shows its week beside the one before. */
        public Digests changed(IsoWeek changed) {
            if (week == null || stale) {
                return this;
            }
            int age = week.ordinal() - changed.ordinal();
            return age == 0 || age == 1 ? new Digests(week, due, true) : this;
        }
    }
}
