// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.conversation;

import dev.hallway.streams.fact.ConversationInput.NameClaimed;
import dev.hallway.streams.fact.StageInput;
import dev.hallway.streams.state.Keys;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Where names of repositories lead, and which pull requests use the names of other repositories.
 *
 * <p>A name that a repository bears is that repository. One that is only borne no longer leads to the repository that
 * bore it; of several, to the one created last, for it took the name over from the others. Any other name is itself.
 */
final class RepositoryNames {

    private static final byte[] PRESENT = {};

    private final KeyValueStore<NameKey, Long> claims;
    private final KeyValueStore<NameKey, byte[]> uses;

    RepositoryNames(ProcessorContext<String, StageInput> context) {
        claims = ConversationStores.NAME_CLAIMS.in(context);
        uses = ConversationStores.NAME_USES.in(context);
    }

    /** The name that the repository bears now. */
    String current(String name) {
        String current = name;
        long latest = Long.MIN_VALUE;
        try (KeyValueIterator<NameKey, Long> claimed = claims.prefixScan(new NameKey.OfName(name), Keys.SERIALIZER)) {
            while (claimed.hasNext()) {
                KeyValue<NameKey, Long> claim = claimed.next();
                if (claim.key.holder().equals(name)) {
                    return name;
                }
                if (claim.value >= latest) {
                    latest = claim.value;
                    current = claim.key.holder();
                }
            }
        }
        return current;
    }

    /** Remembers which names the item uses; from now on it is told of when one of them leads elsewhere. */
    void remember(String item, @Nullable Snapshot before, Snapshot now) {
        Set<String> was = before == null ? Set.of() : used(before);
        Set<String> is = used(now);
        for (String name : was) {
            if (!is.contains(name)) {
                uses.delete(new NameKey(name, item));
            }
        }
        for (String name : is) {
            if (!was.contains(name)) {
                uses.put(new NameKey(name, item), PRESENT);
            }
        }
    }

    /**
     * Takes in that a repository claims a name or gives it up.
     *
     * @param renamed gets the record key of every pull request that uses a name which leads elsewhere now
     */
    void take(NameClaimed claim, Consumer<Use> renamed) {
        String was = current(claim.name());
        NameKey key = new NameKey(claim.name(), claim.repository());
        if (claim.claimed()) {
            claims.put(key, claim.id());
        } else {
            claims.delete(key);
        }
        if (was.equals(current(claim.name()))) {
            return;
        }
        UnaryOperator<String> before = name -> name.equals(claim.name()) ? was : current(name);
        try (KeyValueIterator<NameKey, byte[]> users =
                uses.prefixScan(new NameKey.OfName(claim.name()), Keys.SERIALIZER)) {
            while (users.hasNext()) {
                renamed.accept(new Use(users.next().key.holder(), before));
            }
        }
    }

    private static Set<String> used(Snapshot snapshot) {
        return snapshot.deleted() ? Set.of() : CurrentReferences.foreignNames(snapshot.facts());
    }

    /**
     * A pull request uses a name that leads elsewhere now.
     *
     * @param item its record key
     * @param before where names led until now
     */
    record Use(String item, UnaryOperator<String> before) {}
}
