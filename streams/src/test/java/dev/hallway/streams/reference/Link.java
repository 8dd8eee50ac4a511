// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.reference;

import dev.hallway.contract.ItemKey;
import dev.hallway.github.PullRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A pull request refers to an item.
 *
 * @param pullRequest who refers
 * @param target to what
 * @param evidence what decided: {@code github}, {@code keyword} or {@code mention}
 * @param textCloses whether the text alone would close it
 */
record Link(PullRequest pullRequest, ItemKey target, String evidence, boolean textCloses) {

    static final String MENTION = "mention";

    static List<Link> all(FinalFacts facts) {
        return facts.pullRequests().stream()
                .flatMap(pull -> of(pull, facts.answers().get(FinalFacts.key(pull)), facts).stream())
                .toList();
    }

    boolean closes() {
        return !evidence.equals(MENTION);
    }

    private static List<Link> of(PullRequest pullRequest, @Nullable PullRequest answer, FinalFacts facts) {
        List<String> toldByGitHub = answer == null ? null : answer.getClosingReferences();
        CurrentNames names = facts.names();
        String defaultBranch = facts.defaultBranches()
                .getOrDefault(FinalFacts.key(pullRequest).repository(), pullRequest.getBaseRef());
        boolean keywordsClose =
                toldByGitHub == null || !pullRequest.getBaseRef().equals(defaultBranch);
        List<TextReference> inText = ReferenceParser.parse(
                pullRequest.getTitle(),
                pullRequest.getBody(),
                URI.create(pullRequest.getHtmlUrl()).getAuthority(),
                pullRequest.getRepository());
        Set<ItemKey> closed = new LinkedHashSet<>();
        Set<ItemKey> mentioned = new LinkedHashSet<>();
        Set<ItemKey> closedByText = new HashSet<>();
        if (toldByGitHub != null) {
            toldByGitHub.forEach(reference -> closed.add(names.target(pullRequest, ItemKey.parse(reference))));
        }
        Set<ItemKey> told = Set.copyOf(closed);
        for (TextReference reference : inText) {
            boolean closes = reference.closes() && keywordsClose;
            ItemKey target = names.target(pullRequest, new ItemKey(reference.repository(), reference.number()));
            (closes ? closed : mentioned).add(target);
            if (reference.closes()) {
                closedByText.add(target);
            }
        }
        mentioned.removeAll(closed);
        List<Link> links = new ArrayList<>();
        closed.forEach(target -> links.add(new Link(
                pullRequest, target, told.contains(target) ? "github" : "keyword", closedByText.contains(target))));
        mentioned.forEach(target -> links.add(new Link(pullRequest, target, MENTION, closedByText.contains(target))));
        links.removeIf(link -> link.target().equals(FinalFacts.key(pullRequest)));
        return links;
    }
}
