// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;

/** Writes the topics and their schemas down for people, in Markdown. */
final class TopicCatalogue {

    private final StringBuilder page = new StringBuilder();

    private TopicCatalogue() {}

    /** The whole catalogue. */
    static String markdown() {
        TopicCatalogue catalogue = new TopicCatalogue();
        catalogue.introduction();
        catalogue.overview();
        catalogue.snapshots();
        catalogue.partitioning();
        Topics.ALL.forEach(catalogue::topic);
        catalogue.sharedTypes();
        return catalogue.page.toString();
    }

    private void introduction() {
        line("# Topics");
        line("");
        line("Written from `dev.hallway.contract.Topics` and the schemas; a test compares this page with them. For"
                + " programs, [asyncapi.yaml](asyncapi.yaml) says the same in AsyncAPI 3, with the schemas in full.");
        line("");
        line("- Keys are UTF-8 text. Values are Avro in Confluent's wire format, registered under `<topic>-value`"
                + " (TopicNameStrategy).");
        line("- Schemas are FULL_TRANSITIVE compatible: a program built against any released version reads every"
                + " other one.");
        line("- Times are `timestamp-millis`, UTC. Durations are whole seconds.");
        line("- Read with `isolation.level=read_committed`: records are written in transactions.");
        line(
                "- What streams writes is compressed by LZ4, unless its operator chose otherwise; not every client knows LZ4"
                        + " by itself.");
        line(
                "- Of each key, Kafka keeps the latest record. On topics of streams a null value withdraws what was said under the key; what GitHub deleted is a snapshot with `deleted` on the input topics, where a null value is what is left of a record that was withdrawn, and says nothing.");
        line("");
    }

    private void snapshots() {
        line("## Keys of snapshots");
        line("");
        line("The key of an issue, pull request, comment or review names the entity, and who told of it:");
        line("");
        line("| key | is |");
        line("|---|---|");
        row("`owner/repo#12`", "the issue or pull request, as GitHub's REST API shows it");
        row("`owner/repo#12|graphql`", "the same, as GraphQL shows it: with what closes what, and who merged");
        row("`owner/repo#12/comment/345|webhook`", "an issue comment, as it was delivered");
        row("`owner/repo#12/review-comment/345|archive`", "a review comment, as GH Archive has it");
        row("`owner/repo#12/review/345`", "a review, as GitHub's REST API shows it");
        line("");
        line(
                "The latest snapshot of an entity is the one with the latest `updatedAt`, then `observedAt`, of all its keys;"
                        + " of reviews, with the latest `observedAt`. What only GraphQL tells stands until GraphQL tells otherwise."
                        + " So no source takes away what only another one tells, nor what it knows better. A record under another"
                        + " key than its value says goes to `hallway.dead-letters`.");
        line("");
    }

    private void partitioning() {
        line("## Partitions");
        line("");
        line(
                "Every topic that is partitioned by repository holds all records of one repository in one partition. This is"
                        + " a part of the contract, for whoever writes to it:");
        line("");
        line("1. The repository is what stands in the key before the first `#` or `|`, in lower case.");
        line("2. Its hash is Kafka's murmur2 (32 bits, seed `0x9747b28c`) of its UTF-8 bytes, with the sign bit cleared"
                + " (`& 0x7fffffff`).");
        line("3. The partition is that hash modulo the number of partitions of the topic.");
        line("");
        line("| key | hash | of 4 partitions | of 12 partitions |");
        line("|---|---|---|---|");
        for (String key : List.of("dapr/dapr", "kubernetes/kubernetes#12", "Hall/Way|2024-W36")) {
            row(
                    "`" + key + "`",
                    String.valueOf(RepositoryPartitioner.partition(key, Integer.MAX_VALUE)),
                    String.valueOf(RepositoryPartitioner.partition(key, 4)),
                    String.valueOf(RepositoryPartitioner.partition(key, 12)));
        }
        line("");
        line("In Java that is `dev.hallway.contract.RepositoryPartitioner`, as a producer's `partitioner.class` too. A"
                + " producer's own partitioner hashes the whole key, and puts every item elsewhere. A record of an input"
                + " topic in a wrong partition is not counted; it goes to `hallway.dead-letters`.");
        line("");
        line("All input topics (those of ingest but `" + Topics.INGEST_CURSORS.name() + "`) have the same number of"
                + " partitions. It is chosen when they are created, and topics that are created later follow it. It never"
                + " changes: with another number, what was written before would lie in wrong partitions.");
        line("");
    }

    private void overview() {
        line("| topic | written by | key | value | partitions | one record |");
        line("|---|---|---|---|---|---|");
        for (Topic<?, ?> topic : Topics.ALL) {
            row(
                    "[" + topic.name() + "](#" + topic.name().replace(".", "") + ")",
                    owner(topic),
                    topic.keyMeaning(),
                    value(topic),
                    partitions(topic),
                    topic.meaning());
        }
        line("");
    }

    private void topic(Topic<?, ?> topic) {
        line("## " + topic.name());
        line("");
        line(topic.meaning());
        line("");
        line("- Written by: " + owner(topic));
        line("- Key: " + topic.keyMeaning());
        line("- Value: " + value(topic));
        line("- Partitions: " + partitions(topic));
        line("- Configuration: "
                + topic.topicConfig().entrySet().stream()
                        .map(entry -> "`" + entry.getKey() + "=" + entry.getValue() + "`")
                        .collect(Collectors.joining(", ")));
        line("");
        if (topic.value() instanceof Format.Avro<?> avro) {
            fields(ValueSchemas.registered(avro));
        }
    }

    private void sharedTypes() {
        Set<Schema> values = Set.copyOf(ValueSchemas.bySubject().values());
        Collection<Schema> shared = new TreeSet<>(Comparator.comparing(Schema::getFullName));
        values.forEach(value -> ValueSchemas.namedTypes(value).stream()
                .filter(type -> !values.contains(type))
                .forEach(shared::add));
        line("# Types inside the values");
        line("");
        for (Schema type : shared) {
            line("## " + type.getFullName());
            line("");
            if (type.getType() == Schema.Type.ENUM) {
                line(type.getDoc());
                line("");
                line("One of " + String.join(", ", code(type.getEnumSymbols())) + "; `" + type.getEnumDefault()
                        + "` stands for a symbol that the reader does not know.");
                line("");
            } else {
                fields(type);
            }
        }
    }

    private void fields(Schema record) {
        line(record.getDoc());
        line("");
        line("| field | type | default | meaning |");
        line("|---|---|---|---|");
        for (Schema.Field field : record.getFields()) {
            row(field.name(), type(field.schema()), defaultOf(field), Objects.requireNonNullElse(field.doc(), ""));
        }
        line("");
    }

    private static String type(Schema schema) {
        return switch (schema.getType()) {
            case UNION ->
                schema.getTypes().stream()
                        .filter(branch -> branch.getType() != Schema.Type.NULL)
                        .map(TopicCatalogue::type)
                        .collect(Collectors.joining(" or ", "", schema.isNullable() ? " or null" : ""));
            case ARRAY -> "array of " + type(schema.getElementType());
            case RECORD, ENUM -> "[" + schema.getName() + "](#" + anchor(schema) + ")";
            default ->
                schema.getLogicalType() == null
                        ? schema.getType().getName()
                        : schema.getLogicalType().getName();
        };
    }

    private static String anchor(Schema schema) {
        return schema.getFullName().toLowerCase(Locale.ROOT).replace(".", "");
    }

    private static String defaultOf(Schema.Field field) {
        if (!field.hasDefaultValue()) {
            return "none";
        }
        Object value = field.defaultVal();
        if (value instanceof byte[] bytes) {
            return bytes.length == 0 ? "empty" : HexFormat.of().formatHex(bytes);
        }
        if (value == JsonProperties.NULL_VALUE) {
            return "`null`";
        }
        return value instanceof String text ? "`\"" + text + "\"`" : "`" + value + "`";
    }

    private static String value(Topic<?, ?> topic) {
        return topic.value() instanceof Format.Avro<?> avro
                ? "`" + avro.schema().getFullName() + "`"
                : "the bytes as they came";
    }

    private static String owner(Topic<?, ?> topic) {
        return topic.owner().name().toLowerCase(Locale.ROOT);
    }

    private static String partitions(Topic<?, ?> topic) {
        return switch (topic.partitioning()) {
            case BY_REPOSITORY -> "by repository";
            case SINGLE -> "1";
        };
    }

    private static List<String> code(List<String> symbols) {
        return symbols.stream().map(symbol -> "`" + symbol + "`").toList();
    }

    private void row(String... cells) {
        line(Stream.of(cells).map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |")));
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
