// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.health.Authorship;
import dev.hallway.health.Facet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MergedFeedbackTest {

    @Test
    void shouldTellTheMostWantedStoryFirst() {
        // Given: each is better than the next by one thing, and worse by everything that counts less
        MergedFeedback wanted = story(1, 5, 0, List.of(Facet.CODE), Authorship.MAINTAINER, 10);
        MergedFeedback liked = story(2, 4, 9, List.of(Facet.CODE), Authorship.MAINTAINER, 20);
        MergedFeedback broad = story(3, 4, 8, List.of(Facet.CODE, Facet.DOCS), Authorship.MAINTAINER, 30);
        MergedFeedback ofCommunity = story(4, 4, 8, List.of(Facet.CODE), Authorship.COMMUNITY, 40);
        MergedFeedback waited = story(5, 4, 8, List.of(Facet.CODE), Authorship.BOT, 60);
        MergedFeedback last = story(6, 4, 8, List.of(Facet.CODE), Authorship.MAINTAINER, 50);
        MergedFeedback like = story(7, 4, 8, List.of(Facet.CODE), Authorship.MAINTAINER, 50);

        // When
        List<MergedFeedback> best = Stream.of(like, last, waited, ofCommunity, broad, liked, wanted)
                .sorted(MergedFeedback.BEST_FIRST)
                .toList();

        // Then
        assertThat(best).containsExactly(wanted, liked, broad, ofCommunity, waited, last, like);
    }

    private static MergedFeedback story(
            long number, long people, long reactions, List<Facet> facets, Authorship authorship, long latency) {
        return new MergedFeedback(
                "acme/app",
                number,
                "",
                "A title",
                "ada",
                people,
                reactions,
                null,
                "acme/app",
                100 + number,
                "",
                "odo",
                authorship,
                latency,
                facets,
                List.of());
    }
}
