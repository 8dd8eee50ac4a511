// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.streams.comparison.ComparedFigure;
import dev.hallway.streams.table.Table;
import dev.hallway.streams.table.Tables;
import dev.hallway.streams.week.IsoWeek;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeeklyFigureTest {

    private static final Set<String> KEYS = Set.of("repository", "week", "kind");

    @ParameterizedTest
    @EnumSource(FigureTable.class)
    void shouldExplainEveryColumnOfEveryWeeklyTable(FigureTable of) {
        // Given
        Table table = Tables.named(of.toString()).orElseThrow();
        List<String> columns = table.header().stream()
                .filter(column -> !KEYS.contains(column))
                .flatMap(column -> names(of, column))
                .toList();

        // When
        List<String> explained = Arrays.stream(WeeklyFigure.values())
                .filter(figure -> figure.table() == of && !figure.isWhole())
                .map(WeeklyFigure::toString)
                .toList();

        // Then
        assertThat(explained).containsExactlyInAnyOrderElementsOf(columns);
    }

    @ParameterizedTest
    @EnumSource(ComparedFigure.class)
    void shouldExplainEveryFigureThatIsCompared(ComparedFigure compared) {
        // Then
        assertThat(WeeklyFigure.named(compared.toString())).isPresent();
    }

    @ParameterizedTest
    @EnumSource(FigureTable.class)
    void shouldNameASectionOfTheDefinitions(FigureTable table) throws IOException {
        // Given
        List<String> sections = Files.readAllLines(Path.of("..", "docs", "metrics.md")).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> "docs/metrics.md#"
                        + line.substring(3).toLowerCase(Locale.ROOT).replace(' ', '-'))
                .toList();

        // Then
        assertThat(sections).contains(table.definedAt());
    }

    @ParameterizedTest
    @EnumSource(WeeklyFigure.class)
    void shouldBeFoundByItsNameAndHaveADefinitionInOneSentence(WeeklyFigure figure) {
        // Then
        assertThat(WeeklyFigure.named(figure.toString())).contains(figure);
        assertThat(figure.definition()).endsWith(".").doesNotContain(". ");
    }

    @Test
    void shouldSayWhereItsExplanationIs() {
        // Then
        assertThat(WeeklyFigure.WHOLE_FEEDBACK_LATENCY.address(IsoWeek.parse("2024-W36")))
                .isEqualTo("weeks/2024-W36/explain/feedback-latency");
    }

    private static Stream<String> names(FigureTable table, String column) {
        return switch (table) {
            case RESPONSIVENESS -> Stream.of("issue_" + column, "pull_request_" + column);
            case FEEDBACK_LATENCY -> Stream.of("feedback_" + column);
            case ORGANISATIONS -> Stream.of(column.equals("contributions") ? "organisation_" + column : column);
            case NEWCOMERS -> Stream.of(column.equals("newcomers") ? "cohort_" + column : column);
            case CONTRIBUTOR_DIVERSITY, MERGING, FLOW, BACKLOG -> Stream.of(column);
        };
    }
}
