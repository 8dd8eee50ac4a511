// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.simulator.Account;
import dev.hallway.simulator.Entity;
import dev.hallway.simulator.SimulatedCommunity;
import dev.hallway.simulator.SimulatedRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The made-up history: its story, its numbers, its variety. */
class DemoCommunityTest {

    private final DemoCommunity demo = DemoCommunity.create();

    @Test
    void shouldAskForSecretsOnTheDayItHappened() {
        // Given
        DemoItem request = demo.story().request();

        // When
        Entity.Issue issue = issue(request.repository(), request.number());

        // Then
        assertThat(request).hasToString("dapr/dapr#1034");
        assertThat(issue.createdAt())
                .isEqualTo("2020-02-12T09:41:12Z")
                .isEqualTo(demo.story().requestedAt());
        assertThat(issue.association()).isEqualTo("NONE");
        assertThat(issue.closedAt()).isEqualTo(demo.story().firstMergedAt());
        assertThat(demo.firstWeek()).isEqualTo("2020-W08");
    }

    @Test
    void shouldAnswerTheRequestFirstByAMaintainerOnTheSameDay() {
        // Given
        DemoItem request = demo.story().request();
        Entity.Issue issue = issue(request.repository(), request.number());

        // When
        Entity.IssueComment first = all(request.repository(), Entity.IssueComment.class).stream()
                .filter(comment -> comment.number() == request.number())
                .min(Comparator.comparing(Entity.IssueComment::createdAt))
                .orElseThrow();

        // Then
        assertThat(first.association()).isEqualTo("MEMBER");
        assertThat(first.author()).isNotEqualTo(issue.author());
        assertThat(first.createdAt()).isBetween("2020-02-12T09:41:12Z", "2020-02-13T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "dapr/dapr, 1059, Closes #1034, 2020-02-21T16:30:45Z",
        "dapr/dapr, 1085, #1034, 2020-02-26T14:05:10Z",
        "dapr/docs, 377, Resolves dapr/dapr#1034, 2020-02-27T10:12:00Z",
        "dapr/dapr, 1102, #1034, 2020-03-02T15:45:00Z",
        "dapr/dapr, 1107, #1034, 2020-03-03T11:20:00Z",
        "dapr/dapr, 1115, #1034, 2020-03-04T16:00:00Z",
        "dapr/docs, 397, dapr/dapr#1034, 2020-03-09T09:30:00Z",
        "dapr/quickstarts, 215, dapr/dapr#1034, 2020-03-11T13:55:00Z",
    })
    void shouldMergeThePullRequestsOfTheStory(String repository, long number, String reference, Instant mergedAt) {
        // Given
        DemoItem item = new DemoItem(repository, number);

        // When
        Entity.PullRequest pull = pull(item);

        // Then
        assertThat(demo.story().pullRequests()).contains(item);
        assertThat(pull.mergedAt()).isEqualTo(mergedAt);
        assertThat(pull.body()).contains(reference);
    }

    @Test
    void shouldTellTheStoryInTheOrderOfItsMerges() {
        // When
        List<DemoItem> pullRequests = demo.story().pullRequests();

        // Then
        assertThat(pullRequests).hasSize(8).startsWith(demo.story().firstAnswer());
        assertThat(pullRequests.stream().map(this::pull).map(Entity.PullRequest::mergedAt))
                .isSorted();
    }

    @Test
    void shouldLetTheRequesterBecomeAContributor() {
        // Given
        Account requester = issue("dapr/dapr", 1034).author();

        // When
        List<Instant> contributions = allOf(Entity.PullRequest.class).stream()
                .filter(pull -> Objects.equals(pull.author(), requester))
                .map(Entity.PullRequest::createdAt)
                .toList();

        // Then
        assertThat(contributions).hasSize(2).allMatch(Instant.parse("2020-02-21T16:30:45Z")::isBefore);
    }

    @ParameterizedTest
    @CsvSource({"dapr/dapr, 1160", "dapr/docs, 409", "dapr/quickstarts, 221"})
    void shouldNumberItemsWithoutHolesAndWithTime(String repository, long last) {
        // When
        List<Entity> items = items(repository);

        // Then
        assertThat(items)
                .extracting(Entity::number)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, last).boxed().toList());
        assertThat(items).extracting(Entity::createdAt).isSorted();
    }

    @Test
    void shouldSayOfEveryItemThatItIsMadeUp() {
        // When
        Stream<String> texts = Stream.concat(
                allOf(Entity.Issue.class).stream().map(issue -> Objects.requireNonNull(issue.body())),
                allOf(Entity.PullRequest.class).stream().map(pull -> Objects.requireNonNull(pull.body())));

        // Then
        assertThat(texts).hasSize(1_790).allMatch(text -> text.contains("Illustrative data made up by Hallway"));
    }

    @Test
    void shouldNameNobodyReal() {
        // When
        List<Account> accounts = everything().stream()
                .map(DemoCommunityTest::authorOf)
                .filter(Objects::nonNull)
                .distinct()
                .toList();

        // Then
        assertThat(accounts)
                .hasSizeGreaterThan(150)
                .allMatch(account ->
                        account.login().startsWith("demo-") || account.login().equals("ghost"));
        assertThat(accounts).extracting(Account::id).doesNotHaveDuplicates();
    }

    @Test
    void shouldKeepTheStoriesPeopleOutOfOrdinaryTraffic() {
        // Given
        Account requester = Objects.requireNonNull(issue("dapr/dapr", 1034).author());

        // When
        List<Entity> before = everything().stream()
                .filter(entity -> requester.equals(authorOf(entity)))
                .filter(entity -> entity.createdAt().isBefore(demo.story().requestedAt()))
                .toList();

        // Then
        assertThat(before).isEmpty();
    }

    @Test
    void shouldHoldWhatRealCommunitiesHold() {
        // When
        List<Entity> everything = everything();

        // Then
        assertThat(everything).filteredOn(Entity.IssueComment.class::isInstance).hasSizeBetween(2_500, 6_000);
        assertThat(everything).filteredOn(Entity.Review.class::isInstance).hasSizeBetween(1_000, 4_000);
        assertThat(everything)
                .filteredOn(Entity.ReviewComment.class::isInstance)
                .hasSizeGreaterThan(500);
        assertThat(everything).extracting(Entity::id).doesNotHaveDuplicates();
        assertHolds(author(account -> account == null));
        assertHolds(author(account -> account != null && account.login().equals("ghost")));
        assertHolds(author(account -> account != null && account.login().endsWith("[bot]")));
        assertHolds(author(account -> account != null
                && account.type().equals("Bot")
                && !account.login().endsWith("[bot]")));
        assertHolds(entity -> entity instanceof Entity.PullRequest pull && pull.draft());
        assertHolds(entity ->
                entity instanceof Entity.PullRequest pull && pull.closedAt() != null && pull.mergedAt() == null);
        assertHolds(entity -> entity instanceof Entity.Issue issue && "reopened".equals(issue.stateReason()));
        assertHolds(entity -> entity instanceof Entity.Issue issue && "not_planned".equals(issue.stateReason()));
        assertHolds(
                entity -> entity instanceof Entity.Issue issue && issue.title().contains("💥"));
    }

    @Test
    void shouldLeaveNewcomersWaitingInTheWeekToLookAt() {
        // Given
        Instant monday = Instant.parse("2020-02-17T00:00:00Z");
        Instant nextMonday = Instant.parse("2020-02-24T00:00:00Z");

        // When
        List<Entity> waiting = items("dapr/dapr").stream()
                .filter(item ->
                        !item.createdAt().isBefore(monday) && item.createdAt().isBefore(nextMonday))
                .filter(item -> isNewcomer(item) && !hasReplyBefore(item, nextMonday))
                .toList();

        // Then
        assertThat(waiting).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "dapr/docs, 2019-12-23T00:00:00Z, 2020-01-06T00:00:00Z",
        "dapr/quickstarts, 2020-01-20T00:00:00Z, 2020-01-27T00:00:00Z",
    })
    void shouldHaveQuietWeeks(String repository, Instant from, Instant until) {
        // When
        List<Entity> items = items(repository);

        // Then
        assertThat(items)
                .extracting(Entity::createdAt)
                .anyMatch(from::isAfter)
                .anyMatch(until::isBefore)
                .noneMatch(at -> !at.isBefore(from) && at.isBefore(until));
    }

    @Test
    void shouldDateItemsByTheNewestThingInThem() {
        // When
        List<Entity> items = items("dapr/dapr");

        // Then
        assertThat(items).allSatisfy(item -> assertThat(item.updatedAt())
                .isEqualTo(partsOf(item)
                        .map(Entity::updatedAt)
                        .max(Comparator.naturalOrder())
                        .orElseThrow()));
    }

    @Test
    void shouldEndWithTheLastWeek() {
        // When
        List<Entity> everything = everything();

        // Then
        assertThat(demo.end()).isEqualTo("2020-03-16T00:00:00Z");
        assertThat(everything).extracting(Entity::updatedAt).allMatch(demo.end()::isAfter);
    }

    @Test
    void shouldBeTheSameEveryTime() {
        // When
        DemoCommunity again = DemoCommunity.create();

        // Then
        assertThat(everythingOf(again.community())).isEqualTo(everything());
        assertThat(again.story()).isEqualTo(demo.story());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T12:00:00Z, 2026-11-16T00:00:00Z, 2026-W43",
        "2026-11-16T00:00:00Z, 2026-11-16T00:00:00Z, 2026-W43",
        "2021-02-01T08:00:00Z, 2021-02-01T00:00:00Z, 2021-W01",
        "2020-03-16T00:00:00Z, 2020-03-16T00:00:00Z, 2020-W08",
    })
    void shouldMoveTheHistoryByWholeWeeks(Instant now, Instant end, String firstWeek) {
        // When
        DemoCommunity recent = DemoCommunity.endingBefore(now);

        // Then
        assertThat(recent.end()).isEqualTo(end);
        assertThat(recent.firstWeek()).isEqualTo(firstWeek);
        assertThat(everythingOf(recent.community())).hasSameSizeAs(everything());
        assertThat(everythingOf(recent.community()))
                .extracting(Entity::updatedAt)
                .allMatch(end::isAfter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dapr/dapr", "dapr/docs", "dapr/quickstarts"})
    void shouldSayFirstWhatTheRepositoryIs(String repository) {
        // When
        Entity.Issue first = issue(repository, 1);

        // Then
        assertThat(first.title()).contains("illustrative data made up by Hallway");
    }

    private void assertHolds(Predicate<Entity> what) {
        assertThat(everything()).anyMatch(what);
    }

    private static Predicate<Entity> author(Predicate<@Nullable Account> what) {
        return entity -> what.test(authorOf(entity));
    }

    private boolean isNewcomer(Entity item) {
        Account author = authorOf(item);
        return author != null
                && everything().stream()
                        .filter(entity -> author.equals(authorOf(entity)))
                        .noneMatch(entity -> entity.createdAt().isBefore(item.createdAt()));
    }

    private boolean hasReplyBefore(Entity item, Instant end) {
        return partsOf(item)
                .filter(part -> part.createdAt().isBefore(end))
                .anyMatch(part -> !Objects.equals(authorOf(part), authorOf(item)));
    }

    private Stream<Entity> partsOf(Entity item) {
        return repository("dapr/dapr").everything().stream().filter(entity -> entity.number() == item.number());
    }

    private Entity.Issue issue(String repository, long number) {
        return all(repository, Entity.Issue.class).stream()
                .filter(issue -> issue.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private Entity.PullRequest pull(DemoItem item) {
        return all(item.repository(), Entity.PullRequest.class).stream()
                .filter(pull -> pull.number() == item.number())
                .findFirst()
                .orElseThrow();
    }

    private List<Entity> items(String repository) {
        return repository(repository).everything().stream()
                .filter(entity -> entity instanceof Entity.Issue || entity instanceof Entity.PullRequest)
                .sorted(Comparator.comparing(Entity::number))
                .toList();
    }

    private SimulatedRepository repository(String name) {
        return demo.community().repositories().stream()
                .filter(repository -> repository.profile().fullName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private <T extends Entity> List<T> all(String repository, Class<T> kind) {
        return repository(repository).everything().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private <T extends Entity> List<T> allOf(Class<T> kind) {
        return everything().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private List<Entity> everything() {
        return everythingOf(demo.community());
    }

    private static List<Entity> everythingOf(SimulatedCommunity community) {
        List<Entity> all = new ArrayList<>();
        community.repositories().forEach(repository -> all.addAll(repository.everything()));
        return all;
    }

    private static @Nullable Account authorOf(Entity entity) {
        if (entity instanceof Entity.Issue issue) {
            return issue.author();
        }
        if (entity instanceof Entity.PullRequest pull) {
            return pull.author();
        }
        if (entity instanceof Entity.IssueComment comment) {
            return comment.author();
        }
        if (entity instanceof Entity.ReviewComment comment) {
            return comment.author();
        }
        return ((Entity.Review) entity).author();
    }
}
