// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.community;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What was met last, so that it need not be read again; never the truth, and of bounded number. */
final class Remembered<K, V> {

    private final Map<K, V> entries;

    Remembered(int most) {
        entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** What is remembered; what is read if nothing is. */
    V get(K key, Function<K, V> read) {
        V known = entries.get(key);
        if (known == null) {
            known = read.apply(key);
            entries.put(key, known);
        }
        return known;
    }

    void forget(K key) {
        entries.remove(key);
    }

    void put(K key, V value) {
        entries.put(key, value);
    }
}
