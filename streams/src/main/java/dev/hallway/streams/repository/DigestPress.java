// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.repository;

import dev.hallway.health.Digest;
import dev.hallway.streams.read.CommunityReader;
import dev.hallway.streams.week.IsoWeek;

/** Makes the digest of a week from what can be read of a repository. */
@FunctionalInterface
public interface DigestPress {

    /** The digest of one repository and week. */
    Digest print(CommunityReader reader, String repository, IsoWeek week);
}
