// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import dev.hallway.health.Digest;

/** The digest as the record that goes to the digests' topic. */
public final class DigestRecord {

    private DigestRecord() {}

    /** Both renderings of the model in one record. */
    public static Digest of(DigestModel model) {
        return Digest.newBuilder()
                .setRepository(model.repository())
                .setWeek(model.week().toString())
                .setDefinitionVersion(model.definitionVersion())
                .setMarkdown(MarkdownDigest.render(model))
                .setJson(JsonDigest.render(model))
                .setSyncedAt(model.completeness().syncedAt())
                .build();
    }
}
