// SPDX-License-Identifier: Apache-2.0
// Prints how many people contributed in a week, and how evenly, whenever a figure changes. Stop it with Ctrl+C.
// It knows Kafka, a schema registry, and the contract in docs/contracts; nothing of Hallway's code.
import { randomUUID } from "node:crypto";
import schemaregistry from "@confluentinc/schemaregistry";
import kafkajs from "kafkajs";
import lz4 from "lz4js";

const { AvroDeserializer, SchemaRegistryClient, SerdeType } = schemaregistry;
const { CompressionCodecs, CompressionTypes, Kafka, logLevel } = kafkajs;

const TOPIC = "hallway.metrics.contributor-diversity";

const [broker, registry] = process.argv.slice(2);
if (!broker || !registry) {
  console.error(
    "Usage: node weekly-diversity.mjs KAFKA SCHEMA_REGISTRY, as ./hallway up prints them:" +
      " 127.0.0.1:33187 http://127.0.0.1:46565",
  );
  process.exit(2);
}

function line(key, week) {
  if (week === null) {
    return `${key}: withdrawn`;
  }
  // Missing is not zero: with nobody to count, there is no absence factor.
  const absenceFactor = week.absenceFactor ?? "unavailable";
  return `${key}: ${week.contributors} contributors, ${week.newcomers} of them new; absence factor ${absenceFactor}`;
}

// Hallway compresses records by LZ4, which kafkajs leaves to others.
CompressionCodecs[CompressionTypes.LZ4] = () => ({
  compress: async ({ buffer }) => Buffer.from(lz4.compress(buffer)),
  decompress: async (buffer) => Buffer.from(lz4.decompress(buffer)),
});

const values = new AvroDeserializer(new SchemaRegistryClient({ baseURLs: [registry] }), SerdeType.VALUE, {});

// kafkajs reads what is committed only, unless it is told otherwise. It always has a group: a new one each time, so that
// the topic is read from its beginning, where it tells every week as it stands.
const kafka = new Kafka({ brokers: [broker], logLevel: logLevel.NOTHING });
const consumer = kafka.consumer({ groupId: `weekly-diversity-${randomUUID()}` });
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => consumer.disconnect().finally(() => process.exit(0)));
}
consumer.on(consumer.events.CRASH, ({ payload }) => {
  console.error(payload.error.message);
  process.exitCode = payload.restart ? 0 : 1;
});
await consumer.connect();
await consumer.subscribe({ topics: [TOPIC], fromBeginning: true });
await consumer.run({
  eachMessage: async ({ message }) => {
    const week = message.value === null ? null : await values.deserialize(TOPIC, message.value);
    console.log(line(message.key.toString(), week));
  },
});
