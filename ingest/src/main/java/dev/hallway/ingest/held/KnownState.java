// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.held;

import dev.hallway.contract.Topic;
import dev.hallway.github.IngestCursor;
import dev.hallway.github.IngestStream;
import dev.hallway.github.Repository;
import dev.hallway.github.Review;
import dev.hallway.ingest.cursor.CursorKey;
import dev.hallway.ingest.publish.OutgoingRecord;
import dev.hallway.ingest.publish.PageSink;
import dev.hallway.ingest.publish.SavedState;
import dev.hallway.ingest.report.IngestListener;
import dev.hallway.ingest.translate.LegalName;
import dev.hallway.service.forgotten.Withholding;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;

/**
 * What earlier processes have committed, and what this one has given to be committed.
 *
 * <p>Thread-safe: the lanes of one process share it and their commits follow one another. A repository has to be locked
 * while it is read, because two of its names may be on two lanes.
 */
public final class KnownState {

    private final PageSink sink;
    private final Map<String, IngestCursor> cursors;
    private final Map<String, Repository> repositories;
    private final Map<String, ReviewIndex> reviews = new ConcurrentHashMap<>();
    private final Map<Long, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final Withholding withholding;
    private final IngestListener listener;

    private KnownState(PageSink sink, SavedState saved, IngestListener listener) {
        this.sink = sink;
        this.listener = listener;
        this.cursors = new ConcurrentHashMap<>(saved.cursors());
        this.repositories = new ConcurrentHashMap<>(saved.repositories());
        this.withholding = new Withholding(saved.forgotten());
    }

    /** Reads what earlier processes committed. */
    public static KnownState restore(PageSink sink, IngestListener listener) {
        SavedState saved = sink.restore();
        listener.restored(saved);
        return new KnownState(sink, saved, listener);
    }

    /** Leaves out the accounts that were forgotten. */
    public Withholding withholding() {
        return withholding;
    }

    /** The cursor under a key, such as a {@link CursorKey}. */
    public Optional<IngestCursor> cursor(String key) {
        return Optional.ofNullable(cursors.get(key));
    }

    /** What was last published of a repository, whatever the case of its name. */
    public Optional<Repository> repository(String fullName) {
        return Optional.ofNullable(repositories.get(fullName.toLowerCase(Locale.ROOT)));
    }

    /** A GitHub's clock when anything of it was last committed; empty if nothing ever was. */
    public Optional<Instant> lastObservation(String host) {
        String ofHost = CursorKey.ofHost(host);
        return cursors.entrySet().stream()
                .filter(cursor -> cursor.getKey().startsWith(ofHost))
                .map(cursor -> cursor.getValue().getUpdatedAt())
                .max(Comparator.naturalOrder());
    }

    /**
     * GitHub's own name of a repository, as far as it is known; otherwise the requested one.
     *
     * @param host host of the API
     * @param requestedName {@code owner/repo}, or a name it had
     */
    public String canonicalName(String host, String requestedName) {
        String last = lastName(host, requestedName);
        return repository(last).map(Repository::getFullName).orElse(last);
    }

    /** The name under which a repository was last read: after a move the cursor under the old name contains the new one. */
    public String lastName(String host, String requestedName) {
        return cursor(new CursorKey(host, requestedName, IngestStream.REPOSITORY).toString())
                .map(IngestCursor::getRepository)
                .filter(LegalName::isRepository)
                .orElse(requestedName);
    }

    /** Passes on committed values; see {@link PageSink#forEachCommitted}. */
    <V extends SpecificRecord> void forEachCommitted(
            Topic<String, V> topic, Predicate<String> wanted, Consumer<V> consumer) {
        sink.forEachCommitted(topic, wanted, consumer);
    }

    /**
     * Which reviews of a repository the topic holds; kept up to date by what is committed here.
     *
     * @param loader reads the topic; called once for each repository
     */
    public ReviewIndex reviews(String fullName, Function<String, ReviewIndex> loader) {
        return reviews.computeIfAbsent(fullName.toLowerCase(Locale.ROOT), loader);
    }

    /** The topic was read again: it has these reviews of a repository. */
    public void knowReviews(String fullName, ReviewIndex index) {
        reviews.put(fullName.toLowerCase(Locale.ROOT), index);
    }

    /**
     * What was published of the same repository under other names and not retracted yet.
     *
     * <p>Ids are unique within one GitHub only, and one Kafka may hold the repositories of several.
     */
    public List<Repository> otherNames(Repository repository) {
        return repositories.values().stream()
                .filter(other -> other.getId() == repository.getId() && !other.getDeleted())
                .filter(other -> !other.getFullName().equalsIgnoreCase(repository.getFullName()))
                .filter(other -> gitHubOf(other).equalsIgnoreCase(gitHubOf(repository)))
                .toList();
    }

    /** The address of its web page without its name. */
    private static String gitHubOf(Repository repository) {
        return repository.getHtmlUrl().replace(repository.getFullName(), "");
    }

    /** Held while the repository with that id is read. */
    public ReentrantLock lock(long repositoryId) {
        return locks.computeIfAbsent(repositoryId, unknown -> new ReentrantLock());
    }

    /**
     * Gives records to be committed, and knows them from now on: if they cannot be, nothing after them can, and the
     * next process starts from what was committed.
     *
     * @param committed runs once they are committed
     */
    public synchronized void commit(List<OutgoingRecord<?>> records, Runnable committed) {
        Map<String, IngestCursor> ours = copies(records);
        sink.commit(records, () -> {
            listener.committed(records);
            committed.run();
        });
        cursors.putAll(ours);
        for (OutgoingRecord<?> record : records) {
            if (record.value() instanceof Repository repository) {
                repositories.put(record.key(), repository);
            } else if (record.value() instanceof Review review) {
                Optional.ofNullable(reviews.get(review.getRepository().toLowerCase(Locale.ROOT)))
                        .ifPresent(index -> index.accept(review));
            }
        }
    }

    /** The same for records that nobody waits for. */
    public void commit(List<OutgoingRecord<?>> records) {
        commit(records, () -> {});
    }

    /**
     * Copies of our own: the sink may be writing these cursors meanwhile, and even copying Avro's byte buffers moves
     * their position for a moment.
     */
    private static Map<String, IngestCursor> copies(List<OutgoingRecord<?>> records) {
        Map<String, IngestCursor> copies = new HashMap<>();
        for (OutgoingRecord<?> record : records) {
            if (record.value() instanceof IngestCursor cursor) {
                copies.put(record.key(), IngestCursor.newBuilder(cursor).build());
            }
        }
        return copies;
    }

    /** Returns when everything that was given until now is committed. */
    public void settle() {
        sink.settle();
    }
}
