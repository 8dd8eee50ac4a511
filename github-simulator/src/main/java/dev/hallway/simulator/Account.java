// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator;

/**
 * An account.
 *
 * @param id GitHub's numeric id
 * @param login login
 * @param type GitHub's {@code user.type}: User, Bot, Organization or Mannequin
 */
public record Account(long id, String login, String type) {

    /** A person. */
    public static Account person(long id, String login) {
        return new Account(id, login, "User");
    }

    /** A bot; its login usually ends in {@code [bot]}. */
    public static Account bot(long id, String login) {
        return new Account(id, login, "Bot");
    }
}
