// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.processor;

import dev.hallway.contract.FactKey;
import dev.hallway.contract.ItemKey;
import dev.hallway.contract.RepositoryPartitioner;
import dev.hallway.github.Comment;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Repository;
import dev.hallway.github.Review;
import dev.hallway.streams.fact.Interpretation;
import dev.hallway.streams.fact.InvalidFactException;
import dev.hallway.streams.fact.MisplacedFactException;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Writes down the facts of the repositories of a partition; derives and publishes what follows from them. */
public final class CommunityProcessor implements Processor<String, SpecificRecord, String, Object> {

    private final TaskSettings settings;
    private @Nullable Task task;
    private int partition;

    /** A processor of one task. */
    public CommunityProcessor(TaskSettings settings) {
        this.settings = settings;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        partition = context.taskId().partition();
        task = new Task(settings, context);
    }

    @Override
    public void close() {
        if (task != null) {
            task.close();
        }
    }

    @Override
    public void process(Record<String, SpecificRecord> record) {
        @Nullable SpecificRecord fact = record.value();
        if (fact == null) {
            // What is left of a record that was withdrawn says nothing.
            return;
        }
        Task known = Objects.requireNonNull(task, "Kafka Streams calls init first");
        known.take(record, () -> process(known, record.key(), fact));
        settings.meters().taken(fact);
    }

    private void process(Task known, String key, SpecificRecord fact) {
        if (fact instanceof Issue issue) {
            ItemKey item = itemKey(key, issue.getRepository(), issue.getNumber(), () -> FactKey.of(issue));
            known.items().record(item, issue);
            known.introduce(item, issue.getRepository());
        } else if (fact instanceof PullRequest pull) {
            ItemKey item = itemKey(key, pull.getRepository(), pull.getNumber(), () -> FactKey.of(pull));
            known.items().record(item, pull);
            known.introduce(item, pull.getRepository());
        } else if (fact instanceof Comment comment) {
            ItemKey item = itemKey(key, comment.getRepository(), comment.getNumber(), () -> FactKey.of(comment));
            known.comments().record(item, comment);
            known.introduce(item, comment.getRepository());
        } else if (fact instanceof Review review) {
            ItemKey item = itemKey(key, review.getRepository(), review.getNumber(), () -> FactKey.of(review));
            known.comments().record(item, review);
            known.introduce(item, review.getRepository());
        } else if (fact instanceof Repository repository) {
            Interpretation.requireSound(key, repository);
            requirePartition(key);
            known.repositories().record(key, repository);
        } else {
            throw new InvalidFactException("The record of '" + key + "' is a "
                    + fact.getSchema().getFullName()
                    + "; a repository, issue, pull request, comment or review is expected.");
        }
    }

    private ItemKey itemKey(String key, String repository, long number, Supplier<FactKey> expected) {
        ItemKey item = Interpretation.requireKey(key, repository, number, expected);
        requirePartition(item.repository());
        return item;
    }

    /** All that is known of a repository must meet in one task: a record elsewhere would be half counted. */
    private void requirePartition(String repository) {
        int right = RepositoryPartitioner.partition(repository, settings.partitions());
        if (right != partition) {
            throw new MisplacedFactException("The record of '" + repository + "' lies in partition " + partition
                    + "; records of that repository belong in partition " + right + " of " + settings.partitions()
                    + ": the murmur2 hash of the repository in lower case, modulo the number of partitions.");
        }
    }
}
