// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

import org.apache.kafka.common.KafkaException;

/** Why Kafka or the schema registry cannot be used, for people. */
public final class KafkaRefusal {

    private KafkaRefusal() {}

    /** One line: what Kafka says, its innermost cause if that says more, and what to check. */
    public static String line(KafkaException refused) {
        Throwable innermost = refused;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        String why = String.valueOf(refused.getMessage());
        String cause = String.valueOf(innermost.getMessage());
        String both = why.contains(cause) ? why : withoutPeriod(why) + ": " + cause;
        String line = "Kafka or the schema registry cannot be used: " + withoutPeriod(both)
                + ". Check --bootstrap-servers, --kafka-config and --schema-registry.";
        return line.replaceAll("\\s+", " ");
    }

    private static String withoutPeriod(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
