// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.topology;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Processor;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;
import org.apache.kafka.streams.TopologyDescription.Subtopology;

/** Draws a topology as a Mermaid flow chart: topics, operators by sub-topology, and stores. */
final class TopologyPicture {

    private final Set<String> topics = new TreeSet<>();
    private final Set<String> edges = new LinkedHashSet<>();
    private final StringBuilder boxes = new StringBuilder();

    private TopologyPicture() {}

    static String mermaid(TopologyDescription description) {
        TopologyPicture picture = new TopologyPicture();
        description.subtopologies().stream()
                .sorted(Comparator.comparingInt(Subtopology::id))
                .forEach(picture::draw);
        return picture.text();
    }

    private void draw(Subtopology subtopology) {
        boxes.append("  subgraph sub-topology-").append(subtopology.id()).append('\n');
        subtopology.nodes().stream().sorted(Comparator.comparing(Node::name)).forEach(this::draw);
        boxes.append("  end\n");
    }

    private void draw(Node node) {
        boxes.append("    ")
                .append(node.name())
                .append("([\"")
                .append(node.name())
                .append("\"])\n");
        node.successors().stream()
                .sorted(Comparator.comparing(Node::name))
                .forEach(next -> edges.add(node.name() + " --> " + next.name()));
        if (node instanceof Source source) {
            source.topicSet().stream().sorted().forEach(topic -> edges.add(topic(topic) + " --> " + node.name()));
        } else if (node instanceof Sink sink) {
            edges.add(node.name() + " --> " + topic(sink.topic()));
        } else if (node instanceof Processor processor && !processor.stores().isEmpty()) {
            String stores = "stores-of-" + node.name();
            boxes.append("    ")
                    .append(stores)
                    .append("[(\"")
                    .append(String.join("<br/>", new TreeSet<>(processor.stores())))
                    .append("\")]\n");
            edges.add(node.name() + " <-.-> " + stores);
        }
    }

    private String topic(String name) {
        topics.add(name);
        return "topic-" + name.replace('.', '-');
    }

    private String text() {
        StringBuilder text = new StringBuilder("flowchart LR\n");
        topics.forEach(topic -> text.append("  ")
                .append("topic-")
                .append(topic.replace('.', '-'))
                .append("[/\"")
                .append(topic)
                .append("\"/]\n"));
        text.append(boxes);
        edges.forEach(edge -> text.append("  ").append(edge).append('\n'));
        return text.toString();
    }
}
