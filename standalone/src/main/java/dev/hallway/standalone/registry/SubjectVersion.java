// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.registry;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;

/**
 * A schema as one version of a subject.
 *
 * @param subject name of the subject, such as {@code hallway.stories-value}
 * @param version starting from 1 within the subject
 * @param id the schema's id; the same schema has the same id in every subject
 * @param schema the schema
 */
record SubjectVersion(String subject, int version, int id, AvroSchema schema) {}
