// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.read;

import dev.hallway.streams.week.IsoWeek;

/**
 * A known person in one repository and week.
 *
 * @param id GitHub's numeric user id
 * @param login latest known login
 * @param contributions contributions in the week
 * @param maintainerContributions those made as OWNER, MEMBER or COLLABORATOR
 * @param firstWeek week of the person's first contribution in the repository's known history
 * @param newcomer true if that is this week
 */
public record Contributor(
        long id, String login, long contributions, long maintainerContributions, IsoWeek firstWeek, boolean newcomer) {}
