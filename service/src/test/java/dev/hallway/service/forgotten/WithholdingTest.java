// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.forgotten;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallway.contract.Topics;
import dev.hallway.github.Account;
import dev.hallway.github.AccountType;
import dev.hallway.github.AuthorAssociation;
import dev.hallway.github.Comment;
import dev.hallway.github.CommentKind;
import dev.hallway.github.ItemState;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Source;
import dev.hallway.github.SubjectKind;
import dev.hallway.people.PeopleRegistry;
import dev.hallway.people.Person;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WithholdingTest {

    private static final Instant AT = Instant.parse("2024-05-01T00:00:00Z");
    private static final Account JANE = new Account(7L, "Jane", AccountType.USER);
    private static final Account KIM = new Account(8L, "kim", AccountType.USER);

    private final Forgotten forgotten = Forgotten.NOBODY.and(List.of("jane", "mary-jane"), List.of(7L));
    private final Withholding withholding = new Withholding(forgotten);

    @BeforeAll
    static void loadTheTopicsWhichMakeAvroTrustTheirRecords() {
        assertThat(Topics.ALL).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            Thanks @jane!, Thanks @ghost!
            JANE and Jane's, ghost and ghost's
            see https://github.com/jane/fork/tree/jane-patch-1, see https://github.com/ghost/fork/tree/ghost-patch-1
            jane/fork#3 closes it, ghost/fork#3 closes it
            by mary-jane, by ghost
            by mary-jane-2, by ghost-2
            by mary_jane, by mary_ghost
            janet and trajane and 7jane, janet and trajane and 7jane
            mary-janet, mary-janet
            --jane--, --ghost--
            fixes #1, fixes #1
            """)
    void shouldTakeALoginOutOfATextWhereverItStandsAlone(String text, String without) {
        // When, Then
        assertThat(withholding.text(text)).isEqualTo(without);
    }

    @Test
    void shouldKeepTheWordsByWhichGitHubClosesIssues() {
        // Given
        Withholding fixes = new Withholding(Forgotten.NOBODY.and(List.of("fixes"), List.of()));

        // When, Then
        assertThat(fixes.text("Fixes #1, says @fixes")).isEqualTo("Fixes #1, says @fixes");
    }

    @Test
    void shouldReadATextOfNothingButJoints() {
        // Given
        String text = "a-".repeat(30_000);

        // When
        String without = withholding.text(text);

        // Then
        assertThat(without).isEqualTo(text);
    }

    @Test
    void shouldShowWhatTheyWroteAsGitHubShowsItOnceAnAccountIsDeleted() {
        // Given
        Comment comment = comment(JANE, "I am Jane.");

        // When
        Comment without = withholding.without(comment);

        // Then
        assertThat(without.getAuthor()).isNull();
        assertThat(without.getAuthorAssociation()).isEqualTo(AuthorAssociation.NONE);
        assertThat(without.getBody()).isEqualTo("I am ghost.");
        assertThat(without.getCreatedAt()).isEqualTo(comment.getCreatedAt());
    }

    @Test
    void shouldKnowAnAccountByItsIdAfterARename() {
        // When
        Comment without = withholding.without(comment(new Account(7L, "jane-of-old", AccountType.USER), "Hello."));

        // Then
        assertThat(without.getAuthor()).isNull();
    }

    @Test
    void shouldKeepOthersAsTheyAre() {
        // Given
        Comment comment = comment(KIM, "Hello.");

        // When, Then
        assertThat(withholding.without(comment)).isEqualTo(comment);
    }

    @Test
    void shouldForgetWhoMergedAndWhoseRepositoryIsClosed() {
        // Given
        PullRequest pull = PullRequest.newBuilder()
                .setRepository("town/square")
                .setNumber(1)
                .setId(1)
                .setHtmlUrl("https://github.com/town/square/pull/1")
                .setTitle("For jane")
                .setState(ItemState.CLOSED)
                .setAuthor(KIM)
                .setAuthorAssociation(AuthorAssociation.MEMBER)
                .setMergedBy(JANE)
                .setClosingReferences(List.of("jane/fork#3", "town/square#2"))
                .setCreatedAt(AT)
                .setUpdatedAt(AT)
                .setObservedAt(AT)
                .setSource(Source.GRAPHQL)
                .build();

        // When
        PullRequest without = withholding.without(pull);

        // Then
        assertThat(without.getTitle()).isEqualTo("For ghost");
        assertThat(without.getAuthor()).isEqualTo(KIM);
        assertThat(without.getAuthorAssociation()).isEqualTo(AuthorAssociation.MEMBER);
        assertThat(without.getMergedBy()).isNull();
        assertThat(without.getClosingReferences()).containsExactly("ghost/fork#3", "town/square#2");
    }

    @Test
    void shouldLeaveThemOutOfARegistryWithEntriesOfNobodyElse() {
        // Given
        PeopleRegistry registry = new PeopleRegistry(
                List.of("Acme"),
                List.of("jane", "robo"),
                List.of("JANE"),
                List.of(person(List.of("Jane"), List.of(7L)), person(List.of("kim", "mary-jane"), List.of(8L, 7L))));

        // When
        PeopleRegistry without = withholding.without(registry);

        // Then
        assertThat(without)
                .isEqualTo(new PeopleRegistry(
                        List.of("Acme"), List.of("robo"), List.of(), List.of(person(List.of("kim"), List.of(8L)))));
    }

    @Test
    void shouldKeepNoNameInWhatItRemembers() {
        // When
        String remembered = forgotten.accounts().toString();

        // Then
        assertThat(remembered).doesNotContainIgnoringCase("jane");
        assertThat(Forgotten.of(forgotten.accounts()).hasLogin("JANE")).isTrue();
        assertThat(Forgotten.of(forgotten.accounts()).hasId(7)).isTrue();
        assertThat(Forgotten.of(forgotten.accounts()).hasLogin("7")).isFalse();
    }

    @Test
    void shouldHashTheSameNameOtherwiseInAnotherHallway() {
        // Given
        Forgotten elsewhere = Forgotten.NOBODY.and(List.of("jane"), List.of());

        // When, Then
        assertThat(elsewhere.accounts().getHashes())
                .doesNotContainAnyElementsOf(forgotten.accounts().getHashes());
    }

    @Test
    void shouldCountHowOftenSomebodyWasForgotten() {
        // When
        Forgotten again = forgotten.and(List.of("kim"), List.of(8L));

        // Then
        assertThat(again.times()).isEqualTo(2);
        assertThat(again.hasLogin("jane")).isTrue();
        assertThat(again.hasLogin("kim")).isTrue();
    }

    private static Person person(List<String> logins, List<Long> ids) {
        return Person.newBuilder().setLogins(logins).setIds(ids).build();
    }

    private static Comment comment(Account author, String body) {
        return Comment.newBuilder()
                .setRepository("town/square")
                .setNumber(1)
                .setId(5)
                .setKind(CommentKind.ISSUE_COMMENT)
                .setSubject(SubjectKind.ISSUE)
                .setAuthor(author)
                .setAuthorAssociation(AuthorAssociation.MEMBER)
                .setBody(body)
                .setCreatedAt(AT)
                .setUpdatedAt(AT)
                .setObservedAt(AT)
                .setSource(Source.REST)
                .build();
    }
}
