// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.store;

import dev.hallway.streams.fact.GitHubAnswer;
import dev.hallway.streams.fact.References;
import org.jspecify.annotations.Nullable;

/**
 * What a pull request refers to.
 *
 * @param inText what its text says, in the names it uses
 * @param base the branch that it was to be merged into when it said so; empty if it says nothing or GitHub did not tell
 * @param answer GitHub's last answer to what it closes, which another snapshot may have carried; null if none did
 * @param linked the references as they stand in the links, under the present names of repositories
 */
public record ReferencesRow(
        References inText, String base, @Nullable GitHubAnswer answer, References linked) {

    /** Of a pull request of which nothing is known. */
    public static final ReferencesRow NONE = new ReferencesRow(References.NONE, "", null, References.NONE);

    /**
     * What it refers to.
     *
     * <p>GitHub lets keywords act on the default branch only: there its answer outranks the text. Elsewhere it names none
     * of what the text closes, so it adds to the text.
     *
     * @param defaultBranch of its repository as it stands now; empty if that is not known
     */
    public References current(String defaultBranch) {
        if (answer == null) {
            return inText;
        }
        return dependsOnTheDefaultBranch() && !defaultBranch.isEmpty() && !base.equals(defaultBranch)
                ? answer.beside(inText)
                : answer.outranking(inText);
    }

    /** Whether another default branch may change what it refers to. */
    public boolean dependsOnTheDefaultBranch() {
        return answer != null && !base.isEmpty();
    }

    /** The same with other references in the links. */
    public ReferencesRow linkedAs(References references) {
        return new ReferencesRow(inText, base, answer, references);
    }
}
