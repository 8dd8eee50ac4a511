// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.store;

import dev.hallway.streams.fact.GitHubAnswer;
import dev.hallway.streams.fact.References;
import org.jspecify.annotations.Nullable;

/**
 * What a pull request refers to.
 *
 * @param inText what its text says, in the names it uses
 * @param answer GitHub's last answer to what it closes, which another snapshot may have carried; null if none did
 * @param linked the references as they stand in the links, under the present names of repositories
 */
public record ReferencesRow(References inText, @Nullable GitHubAnswer answer, References linked) {

    /** Of a pull request of which nothing is known. */
    public static final ReferencesRow NONE = new ReferencesRow(References.NONE, null, References.NONE);

    /** What it refers to; GitHub's answer outranks the text. */
    public References current() {
        return answer == null ? inText : answer.outranking(inText);
    }
}
