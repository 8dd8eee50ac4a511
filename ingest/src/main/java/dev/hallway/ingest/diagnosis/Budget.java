// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hallway.ingest.github.QuotaReserve;
import java.time.Instant;

/**
 * What is left of one hourly quota.
 *
 * @param remaining until the quota is renewed
 * @param limit an hour
 * @param renewedAt by GitHub's clock
 */
public record Budget(long remaining, long limit, Instant renewedAt) {

    static Budget of(JsonNode resource) {
        return new Budget(
                resource.path("remaining").asLong(),
                resource.path("limit").asLong(),
                Instant.ofEpochSecond(resource.path("reset").asLong()));
    }

    /** Whether Hallway may spend anything of it. A limit of 0 is none. */
    public boolean isSpent(QuotaReserve reserve) {
        return limit > 0 && remaining <= reserve.of(limit);
    }
}
