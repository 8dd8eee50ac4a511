// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.conversation;

import dev.hallway.contract.ItemKey;
import dev.hallway.streams.fact.ItemFacts;
import dev.hallway.streams.read.ItemView.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Rewrites references to where the names in them lead now: pure. */
final class CurrentReferences {

    private CurrentReferences() {}

    /** The names of other repositories that the item refers to, in lower case. */
    static Set<String> foreignNames(ItemFacts item) {
        return item.references().stream()
                .map(reference -> reference.repository().toLowerCase(Locale.ROOT))
                .filter(name -> !name.equals(item.repository().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The item with its references under the names that the repositories bear now.
     *
     * <p>Two references may turn out to be one: the first stands, for closing ones come first. A reference that turns out
     * to be to the item itself is none.
     */
    static ItemFacts of(ItemFacts item, UnaryOperator<String> current) {
        Set<String> foreign = foreignNames(item);
        if (foreign.isEmpty()) {
            return item;
        }
        Map<String, String> names = foreign.stream().collect(Collectors.toMap(name -> name, current));
        String own = item.repository().toLowerCase(Locale.ROOT);
        ItemKey self = new ItemKey(own, item.number());
        Map<ItemKey, Reference> references = new LinkedHashMap<>();
        for (Reference reference : item.references()) {
            String written = reference.repository().toLowerCase(Locale.ROOT);
            String name = names.getOrDefault(written, own);
            ItemKey target = new ItemKey(name, reference.number());
            if (!target.equals(self)) {
                references.merge(
                        target,
                        new Reference(
                                name.equals(own) ? item.repository() : name,
                                reference.number(),
                                reference.evidence(),
                                reference.textCloses()),
                        CurrentReferences::both);
            }
        }
        return item.withReferences(List.copyOf(references.values()));
    }

    private static Reference both(Reference first, Reference second) {
        return new Reference(
                first.repository(), first.number(), first.evidence(), first.textCloses() || second.textCloses());
    }
}
