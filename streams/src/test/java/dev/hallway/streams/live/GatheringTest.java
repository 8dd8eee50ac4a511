// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.streams.live.FigureChange.InWeek;
import dev.hallway.streams.live.FigureChange.OfAnything;
import dev.hallway.streams.live.FigureChange.OfItem;
import dev.hallway.streams.live.FigureChange.OfRepository;
import dev.hallway.streams.live.FigureChange.OfRow;
import dev.hallway.streams.week.IsoWeek;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatheringTest {

    private static final IsoWeek WEEK = IsoWeek.parse("2020-W08");

    private final Gathering gathering = new Gathering();

    @Test
    void shouldTellARowOnceWithTheLaterWord() {
        // Given
        gathering.add(flow("dapr/dapr", WEEK, false));
        gathering.add(story("dapr/dapr", 8));
        gathering.add(flow("dapr/dapr", WEEK, true));

        // When
        List<FigureChange> changes = gathering.take();

        // Then
        assertThat(changes).containsExactly(flow("dapr/dapr", WEEK, true), story("dapr/dapr", 8));
        assertThat(gathering.isEmpty()).isTrue();
        assertThat(gathering.take()).isEmpty();
    }

    @Test
    void shouldTellRepositoriesWhenThereAreManyRows() {
        // Given
        gathering.add(flow("dapr/docs", WEEK, false));
        for (int number = 0; number < Gathering.MOST_ROWS; number++) {
            gathering.add(story("dapr/dapr", number + 1));
        }
        gathering.add(story("dapr/dapr", 10_000));
        gathering.add(story("acme/app", 1));

        // When
        List<FigureChange> changes = gathering.take();

        // Then
        assertThat(changes)
                .containsExactlyInAnyOrder(
                        new OfRepository("dapr/docs"), new OfRepository("dapr/dapr"), story("acme/app", 1));
    }

    @Test
    void shouldTellEveryRowUpToTheBound() {
        // Given
        for (int number = 0; number < Gathering.MOST_ROWS; number++) {
            gathering.add(story("dapr/dapr", number + 1));
        }

        // When
        List<FigureChange> changes = gathering.take();

        // Then
        assertThat(changes).hasSize(Gathering.MOST_ROWS).allMatch(OfRow.class::isInstance);
    }

    @Test
    void shouldTellOfAnythingWhenThereAreManyRepositories() {
        // Given
        for (int number = 0; number < 100_000; number++) {
            gathering.add(flow("acme/app-" + number, WEEK, false));
        }

        // When
        List<FigureChange> changes = gathering.take();

        // Then
        assertThat(changes).containsExactly(new OfAnything());
        gathering.add(story("dapr/dapr", 8));
        assertThat(gathering.take()).containsExactly(story("dapr/dapr", 8));
    }

    @Test
    void shouldNameEachRepositoryOnceToThoseWhoAskForNoMore() {
        // Given
        List<String> told = new ArrayList<>();
        ChangeListener listener = ChangeListener.ofRepositories(told::add, () -> told.add("anything"));

        // When
        listener.changed(List.of(
                story("dapr/dapr", 1),
                story("dapr/dapr", 2),
                flow("acme/app", WEEK, true),
                new OfRepository("acme/other")));
        listener.changed(List.of(new OfAnything()));

        // Then
        assertThat(told.subList(0, 3)).containsExactlyInAnyOrder("dapr/dapr", "acme/app", "acme/other");
        assertThat(told.subList(3, told.size())).containsExactly("anything");
    }

    private static OfRow flow(String repository, IsoWeek week, boolean deleted) {
        return new OfRow("flow", repository, new InWeek(week), deleted);
    }

    private static OfRow story(String repository, long number) {
        return new OfRow("stories", repository, new OfItem(number), false);
    }
}
