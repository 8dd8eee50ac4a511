// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.fact;

import dev.hallway.contract.ItemKey;
import dev.hallway.health.Evidence;
import dev.hallway.streams.read.ItemView.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * GitHub's own answer to which items a pull request closes.
 *
 * <p>Only some snapshots carry one. It stands until a later snapshot carries another: one without says only that GitHub
 * was not asked again.
 *
 * @param version of the snapshot that carried it
 * @param references what it closes; none if nothing
 */
public record GitHubAnswer(SnapshotVersion version, References references) {

    /** The later of two answers, whichever came first; null if there is none. */
    public static @Nullable GitHubAnswer later(@Nullable GitHubAnswer known, @Nullable GitHubAnswer other) {
        return SnapshotVersion.later(known, other, GitHubAnswer::version);
    }

    /** What a pull request refers to by this answer and its text: what the text alone would close is a mention. */
    public References outranking(References inText) {
        return mergedWith(inText, Evidence.MENTION);
    }

    /** The same, where what the text alone would close is closed as well. */
    public References beside(References inText) {
        return mergedWith(inText, Evidence.KEYWORD);
    }

    private References mergedWith(References inText, Evidence ofKeywords) {
        List<Reference> all = new ArrayList<>(references.kept());
        Set<ItemKey> closed = new HashSet<>();
        references.kept().forEach(reference -> closed.add(key(reference)));
        int both = 0;
        for (Reference reference : inText.kept()) {
            if (closed.contains(key(reference))) {
                both++;
            } else {
                Evidence evidence = reference.evidence() == Evidence.KEYWORD ? ofKeywords : reference.evidence();
                all.add(new Reference(reference.repository(), reference.number(), evidence, reference.textCloses()));
            }
        }
        return new References(Limits.first(all, Limits.REFERENCES), references.found() + inText.found() - both);
    }

    private static ItemKey key(Reference reference) {
        return new ItemKey(reference.repository(), reference.number());
    }
}
