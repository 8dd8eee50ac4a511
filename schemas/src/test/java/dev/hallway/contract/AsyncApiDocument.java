// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

import dev.hallway.contract.Topic.Owner;
import dev.hallway.contract.Topic.Partitioning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.TopicConfig;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * Writes the topics and their schemas down for programs, as an AsyncAPI 3 document in YAML.
 *
 * <p>Operations are Hallway's own: what it sends is there for others to receive, what it receives others may send.
 */
final class AsyncApiDocument {

    private static final String HEADER = """
            # SPDX-License-Identifier: Apache-2.0
            # Written from dev.hallway.contract.Topics and the schemas; a test compares this file with them.
            """;
    private static final String BINDING_VERSION = "0.5.0";
    private static final String AVRO = "application/vnd.apache.avro";
    private static final int NEVER_BREAK_A_LINE = Integer.MAX_VALUE;

    private static final List<Topic<?, ?>> RECEIVED_BY_STREAMS = receivedByStreams();

    private AsyncApiDocument() {}

    /** The whole document. */
    static String yaml() {
        Map<String, Object> document = map();
        document.put("asyncapi", "3.0.0");
        document.put("info", info());
        document.put("defaultContentType", AVRO);
        document.put("servers", servers());
        document.put("channels", channels());
        document.put("operations", operations());
        document.put("components", components());
        DumpSettings block = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setWidth(NEVER_BREAK_A_LINE)
                .build();
        return HEADER + new Dump(block).dumpToString(document);
    }

    private static Map<String, Object> info() {
        Map<String, Object> licence = map();
        licence.put("name", "Apache-2.0");
        licence.put("url", "https://www.apache.org/licenses/LICENSE-2.0.html");
        Map<String, Object> info = map();
        info.put("title", "Hallway");
        info.put("version", latestRelease());
        info.put(
                "description",
                "The health of open-source communities, as it happens: GitHub's issues, pull requests, comments and"
                        + " reviews, and the figures that follow from them. Keys are UTF-8 text. Values are Avro in"
                        + " Confluent's wire format, registered under `<topic>-value`; every version of a schema is"
                        + " FULL_TRANSITIVE compatible with all released ones. Read with"
                        + " `isolation.level=read_committed`. What streams writes is compressed by LZ4, unless its operator"
                        + " chose otherwise. In compacted topics a null value withdraws what was said"
                        + " under the key. How figures are defined: docs/metrics.md; in which partition a record lies:"
                        + " docs/contracts/topics.md#partitions.");
        info.put("license", licence);
        return info;
    }

    private static String latestRelease() {
        List<String> versions = FrozenSchemas.versions().stream()
                .map(version -> version.getFileName().toString())
                .toList();
        return versions.get(versions.size() - 1);
    }

    private static Map<String, Object> servers() {
        Map<String, Object> registry = map();
        registry.put("schemaRegistryUrl", "http://localhost:8081");
        registry.put("schemaRegistryVendor", "confluent");
        Map<String, Object> compose = map();
        compose.put("host", "localhost:29092");
        compose.put("protocol", "kafka");
        compose.put(
                "description",
                "Kafka and the schema registry of docker-compose.yml. `hallway up` prints the addresses of its own.");
        compose.put("bindings", kafka(registry));
        Map<String, Object> servers = map();
        servers.put("compose", compose);
        return servers;
    }

    private static Map<String, Object> channels() {
        Map<String, Object> channels = map();
        for (Topic<?, ?> topic : Topics.ALL) {
            Map<String, Object> messages = map();
            messages.put(messageName(topic), reference("#/components/messages/" + topic.name()));
            Map<String, Object> channel = map();
            channel.put("address", topic.name());
            channel.put("title", topic.name());
            channel.put("description", topic.meaning() + partitions(topic));
            channel.put("messages", messages);
            channel.put("bindings", kafka(topicBinding(topic)));
            channels.put(topic.name(), channel);
        }
        return channels;
    }

    private static String partitions(Topic<?, ?> topic) {
        return switch (topic.partitioning()) {
            case BY_REPOSITORY ->
                " Partitioned by the repository in the key; how many partitions there are is chosen when the topic is"
                        + " created.";
            case SINGLE -> "";
        };
    }

    private static Map<String, Object> topicBinding(Topic<?, ?> topic) {
        Map<String, Object> binding = map();
        binding.put("topic", topic.name());
        if (topic.partitioning() == Partitioning.SINGLE) {
            binding.put("partitions", 1);
        }
        Map<String, Object> configuration = map();
        topic.topicConfig()
                .forEach((name, value) -> configuration.put(
                        name,
                        name.equals(TopicConfig.CLEANUP_POLICY_CONFIG) ? listOf(value) : (Object) Long.valueOf(value)));
        binding.put("topicConfiguration", configuration);
        return binding;
    }

    private static Map<String, Object> operations() {
        Map<String, Object> operations = map();
        for (Topic<?, ?> topic : Topics.ALL) {
            add(operations, topic.owner(), "send", topic, "writes");
        }
        for (Topic<?, ?> topic : RECEIVED_BY_STREAMS) {
            add(operations, Owner.STREAMS, "receive", topic, "reads");
        }
        return operations;
    }

    private static List<Topic<?, ?>> receivedByStreams() {
        List<Topic<?, ?>> received = new ArrayList<>(Topics.INPUTS);
        received.add(Topics.PEOPLE);
        return List.copyOf(received);
    }

    private static void add(
            Map<String, Object> operations, Owner module, String action, Topic<?, ?> topic, String verb) {
        String name = module.name().toLowerCase(Locale.ROOT);
        Map<String, Object> tag = map();
        tag.put("name", name);
        Map<String, Object> operation = map();
        operation.put("action", action);
        operation.put("channel", reference("#/channels/" + topic.name()));
        operation.put("summary", name + " " + verb + " " + topic.name() + ".");
        operation.put("tags", listOf(tag));
        operation.put("messages", listOf(reference("#/channels/" + topic.name() + "/messages/" + messageName(topic))));
        operations.put(name + "-" + verb + "-" + topic.name(), operation);
    }

    private static Map<String, Object> components() {
        Map<String, Object> messages = map();
        Topics.ALL.forEach(topic -> messages.put(topic.name(), message(topic)));
        Map<String, Object> components = map();
        components.put("messages", messages);
        return components;
    }

    private static Map<String, Object> message(Topic<?, ?> topic) {
        Map<String, Object> message = map();
        message.put("name", messageName(topic));
        message.put("summary", topic.meaning());
        if (topic.value() instanceof Format.Avro<?> avro) {
            Schema schema = ValueSchemas.registered(avro);
            Map<String, Object> payload = map();
            payload.put("schemaFormat", AVRO + ";version=1.9.0");
            // JSON is YAML.
            payload.put("schema", new Load(LoadSettings.builder().build()).loadFromString(schema.toString()));
            message.put("contentType", AVRO);
            message.put("payload", payload);
        } else {
            message.put("contentType", "application/octet-stream");
            message.put("payload", bytes(topic.meaning()));
        }
        message.put("bindings", kafka(messageBinding(topic)));
        return message;
    }

    private static Map<String, Object> messageBinding(Topic<?, ?> topic) {
        Map<String, Object> binding = map();
        binding.put("key", key(topic));
        if (topic.value() instanceof Format.Avro<?>) {
            binding.put("schemaIdLocation", "payload");
            binding.put("schemaIdPayloadEncoding", "confluent");
            binding.put("schemaLookupStrategy", "TopicNameStrategy");
        }
        return binding;
    }

    private static Map<String, Object> key(Topic<?, ?> topic) {
        if (!(topic.key() instanceof Format.Text)) {
            return bytes(topic.keyMeaning());
        }
        Map<String, Object> key = map();
        key.put("type", "string");
        key.put("description", topic.keyMeaning());
        return key;
    }

    private static Map<String, Object> bytes(String meaning) {
        Map<String, Object> bytes = map();
        bytes.put("type", "string");
        bytes.put("format", "binary");
        bytes.put("description", meaning);
        return bytes;
    }

    private static String messageName(Topic<?, ?> topic) {
        return topic.value() instanceof Format.Avro<?> avro ? avro.schema().getName() : "DeadLetter";
    }

    private static Map<String, Object> kafka(Map<String, Object> binding) {
        binding.put("bindingVersion", BINDING_VERSION);
        Map<String, Object> bindings = map();
        bindings.put("kafka", binding);
        return bindings;
    }

    private static Map<String, Object> reference(String to) {
        Map<String, Object> reference = map();
        reference.put("$ref", to);
        return reference;
    }

    // A new list each time: YAML would write one that it meets again as an alias.
    private static List<Object> listOf(Object only) {
        List<Object> list = new ArrayList<>();
        list.add(only);
        return list;
    }

    private static Map<String, Object> map() {
        return new LinkedHashMap<>();
    }
}
