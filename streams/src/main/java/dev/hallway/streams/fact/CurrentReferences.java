// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.fact;

import dev.hallway.contract.ItemKey;
import dev.hallway.streams.read.ItemView.Reference;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Rewrites references to where the names in them lead now: pure. */
public final class CurrentReferences {

    private CurrentReferences() {}

    /**
     * The references of a pull request under the names that the repositories bear now.
     *
     * <p>Two references may turn out to be one: the first stands, for closing ones come first. A reference that turns out
     * to be to the pull request itself is none.
     *
     * @param source the pull request
     * @param written its repository as GitHub writes it
     * @param current where a name leads; both in lower case
     */
    public static References of(References references, ItemKey source, String written, UnaryOperator<String> current) {
        Map<String, String> names = new HashMap<>();
        Map<ItemKey, Reference> found = new LinkedHashMap<>();
        int dropped = 0;
        for (Reference reference : references.kept()) {
            String used = reference.repository().toLowerCase(Locale.ROOT);
            String name = used.equals(source.repository()) ? used : names.computeIfAbsent(used, current);
            ItemKey target = new ItemKey(name, reference.number());
            Reference renamed = new Reference(
                    name.equals(source.repository()) ? written : name,
                    reference.number(),
                    reference.evidence(),
                    reference.textCloses());
            if (target.equals(source) || found.containsKey(target)) {
                dropped++;
            }
            if (!target.equals(source)) {
                found.merge(target, renamed, CurrentReferences::both);
            }
        }
        return new References(List.copyOf(found.values()), references.found() - dropped);
    }

    private static Reference both(Reference first, Reference second) {
        return new Reference(
                first.repository(), first.number(), first.evidence(), first.textCloses() || second.textCloses());
    }
}
