// SPDX-License-Identifier: Apache-2.0
/** What Kafka Streams calls: one processor for facts, one for what other repositories have to say, sharing a task. */
@NullMarked
package dev.hallway.streams.processor;

import org.jspecify.annotations.NullMarked;
