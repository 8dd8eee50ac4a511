// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.read;

import dev.hallway.streams.read.ItemView.Answer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a list says of an issue or pull request.
 *
 * @param number its number
 * @param kind issue or pull request
 * @param title title, untrusted text
 * @param htmlUrl web page
 * @param author who opened it
 * @param openedAt UTC
 * @param closedAt when it was closed or merged, UTC; null while open
 * @param answer the merge that answered a feedback issue; null if there is none
 */
public record ItemSummary(
        long number,
        ItemView.Kind kind,
        String title,
        String htmlUrl,
        ParticipantView author,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Answer answer) {

    /** True if it was open at the moment. */
    public boolean isOpenAt(Instant moment) {
        return openedAt.isBefore(moment) && (closedAt == null || !closedAt.isBefore(moment));
    }
}
