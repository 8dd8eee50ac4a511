// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.conversation;

import dev.hallway.contract.ItemKey;
import dev.hallway.github.PullRequest;
import dev.hallway.health.Evidence;
import dev.hallway.streams.fact.InvalidFactException;
import dev.hallway.streams.fact.Version;
import dev.hallway.streams.read.ItemView.Reference;
import dev.hallway.streams.reference.ReferenceParser;
import dev.hallway.streams.reference.TextReference;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which items a pull request closes and mentions: GitHub's own answer if it is known, the text otherwise. */
final class PullRequestReferences {

    private PullRequestReferences() {}

    /** What its title and body say, closing references first. */
    static List<Reference> inText(PullRequest pull) {
        List<TextReference> inText = ReferenceParser.parse(
                pull.getTitle(), pull.getBody() == null ? "" : pull.getBody(), host(pull), pull.getRepository());
        List<Reference> references = new ArrayList<>();
        Set<ItemKey> known = new HashSet<>(Set.of(key(pull)));
        for (TextReference reference : inText) {
            if (reference.closes()) {
                add(key(reference), Evidence.KEYWORD, pull, known, references);
            }
        }
        for (TextReference reference : inText) {
            add(key(reference), Evidence.MENTION, pull, known, references);
        }
        return List.copyOf(references);
    }

    /** What GitHub says that it closes; null if this snapshot was made without asking. */
    static @Nullable GitHubsAnswer told(PullRequest pull, Version version) {
        if (pull.getClosingReferences() == null) {
            return null;
        }
        List<Reference> references = new ArrayList<>();
        Set<ItemKey> known = new HashSet<>(Set.of(key(pull)));
        for (String closed : pull.getClosingReferences()) {
            add(parse(closed, pull), Evidence.GITHUB, pull, known, references);
        }
        return new GitHubsAnswer(version, references);
    }

    private static void add(
            ItemKey target, Evidence evidence, PullRequest pull, Set<ItemKey> known, List<Reference> references) {
        if (known.add(target)) {
            boolean own = target.repository().equals(pull.getRepository().toLowerCase(Locale.ROOT));
            references.add(new Reference(own ? pull.getRepository() : target.repository(), target.number(), evidence));
        }
    }

    private static ItemKey key(PullRequest pull) {
        return new ItemKey(pull.getRepository(), pull.getNumber());
    }

    private static ItemKey key(TextReference reference) {
        return new ItemKey(reference.repository(), reference.number());
    }

    private static ItemKey parse(String closed, PullRequest pull) {
        try {
            return ItemKey.parse(closed);
        } catch (IllegalArgumentException notAnItem) {
            throw new InvalidFactException("closingReferences of " + pull.getRepository() + "#" + pull.getNumber()
                    + ": " + notAnItem.getMessage());
        }
    }

    private static String host(PullRequest pull) {
        try {
            String host = URI.create(pull.getHtmlUrl()).getAuthority();
            return host == null ? "" : host;
        } catch (IllegalArgumentException notAnUrl) {
            throw new InvalidFactException("The htmlUrl of " + pull.getRepository() + "#" + pull.getNumber() + " is '"
                    + pull.getHtmlUrl() + "'; the address of a web page is expected.");
        }
    }
}
