// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.processor;

import dev.hallway.streams.failure.UnreadableStores;
import dev.hallway.streams.operations.TaskMeters;
import dev.hallway.streams.people.PeopleInForce;
import dev.hallway.streams.publication.Activity;
import dev.hallway.streams.publication.DigestPrinter;
import dev.hallway.streams.tracing.Traces;

/**
 * What all tasks of an instance share.
 *
 * @param partitions number of partitions of every input topic
 * @param people who is a person, a bot, a maintainer
 * @param printer prints digests
 * @param activity how busy the instance is
 * @param unreadable stores that queries could not read
 * @param meters count what the tasks do
 * @param traces follow facts to the rows derived from them
 */
public record TaskSettings(
        int partitions,
        PeopleInForce people,
        DigestPrinter printer,
        Activity activity,
        UnreadableStores unreadable,
        TaskMeters meters,
        Traces traces) {}
