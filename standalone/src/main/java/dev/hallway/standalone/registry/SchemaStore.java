// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.registry;

import io.confluent.kafka.schemaregistry.CompatibilityChecker;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every subject, version and id, and the rules by which a schema may join them. */
final class SchemaStore implements AutoCloseable {

    /** Readers and writers of any version may meet: what Hallway promises of its topics. */
    static final CompatibilityLevel DEFAULT_LEVEL = CompatibilityLevel.FULL_TRANSITIVE;

    private final Journal journal;
    private final OwnSubjects own;
    private final Map<String, List<SubjectVersion>> subjects = new TreeMap<>();
    private final Map<String, Integer> idsBySchema = new HashMap<>();
    private final Map<Integer, AvroSchema> schemasById = new TreeMap<>();
    private final Map<String, CompatibilityLevel> levels = new HashMap<>();
    private CompatibilityLevel globalLevel = DEFAULT_LEVEL;

    /**
     * A store with what is in the journal.
     *
     * @param own subjects whose level nobody changes
     */
    SchemaStore(Journal journal, OwnSubjects own) {
        this.journal = journal;
        this.own = own;
        journal.history().forEach(this::apply);
    }

    synchronized Registration register(String subject, AvroSchema schema) {
        Optional<SubjectVersion> known = find(subject, schema);
        if (known.isPresent()) {
            return new Registration.Registered(known.get());
        }
        List<SubjectVersion> versions = versions(subject);
        List<String> reasons = incompatibilities(subject, schema, versions);
        if (!reasons.isEmpty()) {
            return new Registration.Incompatible(reasons);
        }
        int id = idsBySchema.getOrDefault(schema.canonicalString(), schemasById.size() + 1);
        record(new RegistryChange.SchemaAdded(subject, versions.size() + 1, id, schema.canonicalString()));
        return new Registration.Registered(versions(subject).get(versions.size()));
    }

    /** Why the schema may not follow the given versions under the subject's level; empty if it may. */
    synchronized List<String> incompatibilities(String subject, AvroSchema schema, List<SubjectVersion> versions) {
        CompatibilityLevel level =
                own.contains(subject) ? DEFAULT_LEVEL : subjectLevel(subject).orElse(globalLevel);
        return CompatibilityChecker.checker(level)
                .isCompatible(
                        schema, versions.stream().map(SubjectVersion::schema).toList());
    }

    synchronized Optional<SubjectVersion> find(String subject, AvroSchema schema) {
        String canonical = schema.canonicalString();
        return versions(subject).stream()
                .filter(version -> version.schema().canonicalString().equals(canonical))
                .findFirst();
    }

    /** The subjects by name. */
    synchronized List<String> subjects() {
        return List.copyOf(subjects.keySet());
    }

    /** The versions of a subject, oldest first; none if the subject is unknown. */
    synchronized List<SubjectVersion> versions(String subject) {
        return List.copyOf(subjects.getOrDefault(subject, List.of()));
    }

    synchronized Optional<AvroSchema> schema(int id) {
        return Optional.ofNullable(schemasById.get(id));
    }

    /** Where a schema is used. */
    synchronized List<SubjectVersion> uses(int id) {
        return subjects.values().stream()
                .flatMap(List::stream)
                .filter(version -> version.id() == id)
                .toList();
    }

    synchronized CompatibilityLevel globalLevel() {
        return globalLevel;
    }

    /** The subject's own level, if it has one. */
    synchronized Optional<CompatibilityLevel> subjectLevel(String subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    synchronized void setGlobalLevel(CompatibilityLevel level) {
        record(new RegistryChange.LevelSet(null, level));
    }

    /** Gives a subject its own level; with null it follows the global one again. */
    synchronized void setSubjectLevel(String subject, @Nullable CompatibilityLevel level) {
        record(new RegistryChange.LevelSet(subject, level));
    }

    @Override
    public synchronized void close() {
        journal.close();
    }

    private void record(RegistryChange change) {
        journal.append(change);
        apply(change);
    }

    private void apply(RegistryChange change) {
        if (change instanceof RegistryChange.SchemaAdded added) {
            AvroSchema schema = new AvroSchema(added.schema());
            idsBySchema.put(schema.canonicalString(), added.id());
            schemasById.put(added.id(), schema);
            subjects.computeIfAbsent(added.subject(), subject -> new ArrayList<>())
                    .add(new SubjectVersion(added.subject(), added.version(), added.id(), schema));
        } else if (change instanceof RegistryChange.LevelSet set) {
            applyLevel(set.subject(), set.level());
        }
    }

    private void applyLevel(@Nullable String subject, @Nullable CompatibilityLevel level) {
        if (subject == null) {
            globalLevel = level == null ? DEFAULT_LEVEL : level;
        } else if (level == null) {
            levels.remove(subject);
        } else {
            levels.put(subject, level);
        }
    }
}
