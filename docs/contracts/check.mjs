// SPDX-License-Identifier: Apache-2.0
// Reads asyncapi.yaml, or the file given, by AsyncAPI's own parser; its Avro schemas by AsyncAPI's parser of those.
import { readFile } from "node:fs/promises";
import { AvroSchemaParser } from "@asyncapi/avro-schema-parser";
import { Parser } from "@asyncapi/parser";

const ERROR = 0;
const file = process.argv[2] ?? new URL("asyncapi.yaml", import.meta.url);

const parser = new Parser();
parser.registerSchemaParser(AvroSchemaParser());
const { document, diagnostics } = await parser.parse(await readFile(file, "utf8"));

for (const { severity, path, message } of diagnostics) {
  console.log(`${severity === ERROR ? "error" : "note"}: ${path.join(".")}: ${message}`);
}
if (!document || diagnostics.some(({ severity }) => severity === ERROR)) {
  process.exit(1);
}
console.log(`Valid: ${document.channels().length} channels, ${document.operations().length} operations.`);
