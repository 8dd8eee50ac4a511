// SPDX-License-Identifier: Apache-2.0
package dev.hallway.ingest.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.github.IngestStream;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class LedgerTest {

    @Test
    void shouldKnowEveryListAndCheckWhoseGapsAreThoseOfTheRepository() {
        // When
        EnumSet<IngestStream> others = EnumSet.complementOf(EnumSet.copyOf(Ledger.LISTS_AND_CHECKS));

        // Then: the repository itself has no gaps of its own, and a file of an archive is none of one repository
        assertThat(others).containsExactly(IngestStream.UNKNOWN, IngestStream.REPOSITORY, IngestStream.ARCHIVE);
    }
}
