// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.forgetting;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Says what becomes of the records of one topic: pure. */
@FunctionalInterface
interface RewriteRule {

    /** What becomes of a record with a value. */
    Rewrite of(ConsumerRecord<byte[], byte[]> record);
}
