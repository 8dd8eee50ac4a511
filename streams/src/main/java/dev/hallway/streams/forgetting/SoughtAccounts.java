// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.forgetting;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * The accounts that are to be forgotten.
 *
 * @param logins every login under which they were seen, in lower case
 * @param ids GitHub's numeric ids of them; none of an account that was never seen
 */
public record SoughtAccounts(Set<String> logins, Set<Long> ids) {

    /** Copies both. */
    public SoughtAccounts {
        logins = Set.copyOf(logins);
        ids = Set.copyOf(ids);
    }

    /** Finds their logins in bytes. */
    LoginsInBytes inBytes() {
        return new LoginsInBytes(logins.stream()
                .map(login -> login.getBytes(StandardCharsets.US_ASCII))
                .toList());
    }

    /**
     * Logins to look for in bytes, in any case, also within longer words: to tell quickly what need not be looked at.
     *
     * @param logins in lower case
     */
    record LoginsInBytes(List<byte[]> logins) {

        boolean areIn(byte[] bytes) {
            return logins.stream().anyMatch(login -> isIn(login, bytes));
        }

        private static boolean isIn(byte[] login, byte[] bytes) {
            for (int start = 0; start <= bytes.length - login.length; start++) {
                int same = 0;
                while (same < login.length && lower(bytes[start + same]) == login[same]) {
                    same++;
                }
                if (same == login.length) {
                    return true;
                }
            }
            return false;
        }

        private static byte lower(byte character) {
            return character >= 'A' && character <= 'Z' ? (byte) (character + ('a' - 'A')) : character;
        }
    }
}
