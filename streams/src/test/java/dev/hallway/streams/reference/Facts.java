// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import dev.hallway.github.Account;
import dev.hallway.github.AccountType;
import dev.hallway.github.AuthorAssociation;
import dev.hallway.github.CommentKind;
import java.time.Instant;

/**
 * Snapshots for tests, in few words: {@code Facts.issue("acme/app", 1).openedBy(ALICE).at("2024-01-01T10:00:00Z")}.
 *
 * <p>Whatever is not said has a plain default: opened by Alice on {@link #START}, no association, an empty text, last
 * updated and observed when it was made, id from the number. Builders change and can be built again, so that a
 * correction is the same builder with another word and {@code updatedAt} or {@code observedAt}.
 */
public final class Facts {

    public static final Instant START = Instant.parse("2024-01-01T10:00:00Z");

    public static final Account ALICE = user(1, "alice");
    public static final Account BOB = user(2, "bob");
    public static final Account CAROL = user(3, "carol");
    public static final Account ROBOT = new Account(90L, "robot", AccountType.BOT);
    public static final Account GHOST = new Account(10_137L, "ghost", AccountType.USER);

    private Facts() {}

    /** An ordinary account. */
    public static Account user(long id, String login) {
        return new Account(id, login, AccountType.USER);
    }

    /** An open issue. */
    public static IssueFact issue(String repository, long number) {
        return new IssueFact(repository, number);
    }

    /** An open pull request. */
    public static PullRequestFact pullRequest(String repository, long number) {
        return new PullRequestFact(repository, number);
    }

    /** A comment on an issue or pull request. */
    public static CommentFact comment(String repository, long number, long id) {
        return new CommentFact(CommentKind.ISSUE_COMMENT, repository, number, id);
    }

    /** A comment on the code of a pull request, with no review known. */
    public static CommentFact reviewComment(String repository, long number, long id) {
        return new CommentFact(CommentKind.REVIEW_COMMENT, repository, number, id);
    }

    /** A submitted approval of a pull request. */
    public static ReviewFact review(String repository, long number, long id) {
        return new ReviewFact(repository, number, id);
    }

    /** A description of a repository that has no former names. */
    public static RepositoryFact repository(String name, long id) {
        return new RepositoryFact(name, id);
    }

    /** True for the associations that make a contribution a maintainer's. */
    static boolean isMaintainer(AuthorAssociation association) {
        return association == AuthorAssociation.OWNER
                || association == AuthorAssociation.MEMBER
                || association == AuthorAssociation.COLLABORATOR;
    }
}
