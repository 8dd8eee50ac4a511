// SPDX-License-Identifier: Apache-2.0
package dev.hallway.contract;

import java.util.Locale;

/**
 * The key of an issue or pull request and of everything said in it: {@code owner/repo#number} in lower case.
 *
 * @param repository {@code owner/repo} in lower case
 * @param number the item's number; issues and pull requests share one sequence
 */
public record ItemKey(String repository, long number) {

    /** Lowers the repository's case: GitHub compares names without it. */
    public ItemKey {
        repository = repository.toLowerCase(Locale.ROOT);
        if (repository.indexOf('/') < 1 || repository.indexOf('#') >= 0) {
            throw new IllegalArgumentException("Not a repository: '" + repository + "'; owner/repo is expected.");
        }
        if (number < 1) {
            throw new IllegalArgumentException("Not an item number: " + number + "; numbers start at 1.");
        }
    }

    /** Reads a record key; throws {@link IllegalArgumentException} with the rule if it is none. */
    public static ItemKey parse(String key) {
        int hash = key.lastIndexOf('#');
        if (hash < 0) {
            throw new IllegalArgumentException("Not an item key: '" + key + "'; owner/repo#number is expected.");
        }
        try {
            return new ItemKey(key.substring(0, hash), Long.parseLong(key.substring(hash + 1)));
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(
                    "Not an item key: '" + key + "'; owner/repo#number is expected.", notANumber);
        }
    }

    /** The record key. */
    @Override
    public String toString() {
        return repository + "#" + number;
    }
}
