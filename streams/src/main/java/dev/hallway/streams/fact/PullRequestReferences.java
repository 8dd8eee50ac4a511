// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.fact;

import dev.hallway.contract.ItemKey;
import dev.hallway.github.PullRequest;
import dev.hallway.health.Evidence;
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

/** Which items a snapshot of a pull request refers to, by its text and by what GitHub said of it: pure. */
public final class PullRequestReferences {

    private PullRequestReferences() {}

    /** What its title and body say, closing references first. */
    public static References inText(PullRequest pull) {
        List<TextReference> inText = ReferenceParser.parse(
                pull.getTitle(), pull.getBody() == null ? "" : pull.getBody(), host(pull), pull.getRepository());
        if (inText.isEmpty()) {
            return References.NONE;
        }
        Collector collector = new Collector(pull);
        for (TextReference reference : inText) {
            if (reference.closes()) {
                collector.add(key(reference), Evidence.KEYWORD);
            }
        }
        for (TextReference reference : inText) {
            collector.add(key(reference), Evidence.MENTION);
        }
        return References.of(collector.references);
    }

    /** What GitHub says that it closes; null if this snapshot was made without asking. */
    public static @Nullable GitHubAnswer answer(PullRequest pull) {
        if (pull.getClosingReferences() == null) {
            return null;
        }
        Collector collector = new Collector(pull);
        for (String closed : pull.getClosingReferences()) {
            collector.add(parse(closed, pull), Evidence.GITHUB);
        }
        return new GitHubAnswer(Interpretation.version(pull), References.of(collector.references));
    }

    private static ItemKey key(TextReference reference) {
        return new ItemKey(reference.repository(), reference.number());
    }

    private static ItemKey parse(String closed, PullRequest pull) {
        try {
            return ItemKey.parse(closed);
        } catch (IllegalArgumentException notAnItem) {
            throw new InvalidFactException("closingReferences of " + pull.getRepository() + "#" + pull.getNumber()
                    + ": '" + Limits.excerpt(closed, Limits.GAP) + "' is no item key; owner/repo#number is expected.");
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

    /** Each item once, by the first that named it; never the pull request itself, nor what cannot be a name. */
    private static final class Collector {

        private final String written;
        private final String own;
        private final Set<ItemKey> known = new HashSet<>();
        private final List<Reference> references = new ArrayList<>();

        Collector(PullRequest pull) {
            written = pull.getRepository();
            own = written.toLowerCase(Locale.ROOT);
            known.add(new ItemKey(written, pull.getNumber()));
        }

        void add(ItemKey target, Evidence evidence) {
            if (Limits.isRepositoryName(target.repository()) && known.add(target)) {
                boolean isOwn = target.repository().equals(own);
                references.add(new Reference(isOwn ? written : target.repository(), target.number(), evidence));
            }
        }
    }
}
