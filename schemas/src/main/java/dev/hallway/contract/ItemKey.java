// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

import java.util.Locale;

/**
 * An issue or pull request: {@code owner/repo#number} in lower case.
 *
 * @param repository {@code owner/repo} in lower case
 * @param number the item's number; issues and pull requests share one sequence
 */
public record ItemKey(String repository, long number) {

    /** Lowers the repository's case: GitHub compares names without it. */
    public ItemKey {
        repository = repository.toLowerCase(Locale.ROOT);
        if (!isOwnerAndName(repository)) {
            throw new IllegalArgumentException("Not a repository: '" + repository + "'; owner/repo is expected.");
        }
        if (number < 1) {
            throw new IllegalArgumentException("Not an item number: " + number + "; numbers start at 1.");
        }
    }

    /** Parses a record key; throws {@link IllegalArgumentException} with the rule if it is not one. */
    public static ItemKey parse(String key) {
        int hash = key.lastIndexOf('#');
        if (hash < 0 || !isPlainNumber(key, hash + 1)) {
            throw new IllegalArgumentException("Not an item key: '" + key + "'; owner/repo#number is expected.");
        }
        try {
            return new ItemKey(key.substring(0, hash), Long.parseLong(key.substring(hash + 1)));
        } catch (NumberFormatException tooLarge) {
            throw new IllegalArgumentException(
                    "Not an item key: '" + key + "'; owner/repo#number is expected.", tooLarge);
        }
    }

    /** The record key. */
    @Override
    public String toString() {
        return repository + "#" + number;
    }

    private static boolean isOwnerAndName(String repository) {
        int slash = repository.indexOf('/');
        return slash > 0
                && slash < repository.length() - 1
                && slash == repository.lastIndexOf('/')
                && repository.indexOf('#') < 0;
    }

    // Only the form that toString() writes: two spellings of one key would be two keys to Kafka.
    private static boolean isPlainNumber(String key, int start) {
        for (int i = start; i < key.length(); i++) {
            if (key.charAt(i) < '0' || key.charAt(i) > '9') {
                return false;
            }
        }
        return start < key.length() && key.charAt(start) != '0';
    }
}
