// SPDX-License-Identifier: Apache-2.0
package dev.hallway.service.forgotten;

import dev.hallway.github.Account;
import dev.hallway.github.AuthorAssociation;
import dev.hallway.github.Comment;
import dev.hallway.github.Issue;
import dev.hallway.github.PullRequest;
import dev.hallway.github.Repository;
import dev.hallway.github.Review;
import dev.hallway.people.PeopleRegistry;
import dev.hallway.people.Person;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes forgotten accounts out of what is said of a community, as GitHub does with deleted ones: what they wrote stays,
 * by nobody, and where texts name them, they name {@code ghost}.
 *
 * <p>What names nobody of them is returned as it is.
 */
public final class Withholding {

    /** Withholds nobody. */
    public static final Withholding NOBODY = new Withholding(Forgotten.NOBODY);

    private final Forgotten forgotten;
    private final ForgottenNames names;

    /** Withholds these accounts. */
    public Withholding(Forgotten forgotten) {
        this.forgotten = forgotten;
        names = new ForgottenNames(forgotten);
    }

    /** An issue without them. */
    public Issue without(Issue issue) {
        if (forgotten.isNobody()) {
            return issue;
        }
        Issue.Builder without = Issue.newBuilder(issue)
                .setTitle(text(issue.getTitle()))
                .setBody(textOrNull(issue.getBody()))
                .setLabels(texts(issue.getLabels()));
        if (isForgotten(issue.getAuthor())) {
            without.setAuthor(null).setAuthorAssociation(AuthorAssociation.NONE);
        }
        return without.build();
    }

    /** A pull request without them. */
    public PullRequest without(PullRequest pull) {
        if (forgotten.isNobody()) {
            return pull;
        }
        PullRequest.Builder without = PullRequest.newBuilder(pull)
                .setTitle(text(pull.getTitle()))
                .setBody(textOrNull(pull.getBody()))
                .setLabels(texts(pull.getLabels()))
                .setBaseRef(text(pull.getBaseRef()))
                .setMergedBy(isForgotten(pull.getMergedBy()) ? null : pull.getMergedBy())
                .setClosingReferences(pull.getClosingReferences() == null ? null : texts(pull.getClosingReferences()));
        if (isForgotten(pull.getAuthor())) {
            without.setAuthor(null).setAuthorAssociation(AuthorAssociation.NONE);
        }
        return without.build();
    }

    /** A comment without them. */
    public Comment without(Comment comment) {
        if (forgotten.isNobody()) {
            return comment;
        }
        Comment.Builder without = Comment.newBuilder(comment).setBody(textOrNull(comment.getBody()));
        if (isForgotten(comment.getAuthor())) {
            without.setAuthor(null).setAuthorAssociation(AuthorAssociation.NONE);
        }
        return without.build();
    }

    /** A review without them. */
    public Review without(Review review) {
        if (forgotten.isNobody()) {
            return review;
        }
        Review.Builder without = Review.newBuilder(review).setBody(textOrNull(review.getBody()));
        if (isForgotten(review.getAuthor())) {
            without.setAuthor(null).setAuthorAssociation(AuthorAssociation.NONE);
        }
        return without.build();
    }

    /** A repository whose former names do not name them. */
    public Repository without(Repository repository) {
        return forgotten.isNobody()
                ? repository
                : Repository.newBuilder(repository)
                        .setPreviousNames(texts(repository.getPreviousNames()))
                        .setGaps(texts(repository.getGaps()))
                        .build();
    }

    /** A registry without their accounts, and without those who have no other. */
    public PeopleRegistry without(PeopleRegistry registry) {
        if (forgotten.isNobody()) {
            return registry;
        }
        return PeopleRegistry.newBuilder(registry)
                .setAddedBots(withoutLogins(registry.getAddedBots()))
                .setRemovedBots(withoutLogins(registry.getRemovedBots()))
                .setPeople(registry.getPeople().stream()
                        .map(this::without)
                        .filter(person -> !person.getLogins().isEmpty())
                        .toList())
                .build();
    }

    /** Any text without their names. */
    public String text(String text) {
        return names.withoutThem(text);
    }

    private Person without(Person person) {
        return Person.newBuilder(person)
                .setLogins(withoutLogins(person.getLogins()))
                .setIds(person.getIds().stream()
                        .filter(id -> !forgotten.hasId(id))
                        .toList())
                .build();
    }

    private List<String> withoutLogins(List<String> logins) {
        return logins.stream().filter(login -> !forgotten.hasLogin(login)).toList();
    }

    private boolean isForgotten(@Nullable Account account) {
        return account != null && (forgotten.hasId(account.getId()) || forgotten.hasLogin(account.getLogin()));
    }

    private @Nullable String textOrNull(@Nullable String text) {
        return text == null ? null : text(text);
    }

    private List<String> texts(List<String> texts) {
        return texts.stream().map(this::text).toList();
    }
}
