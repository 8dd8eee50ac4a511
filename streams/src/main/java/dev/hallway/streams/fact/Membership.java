// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.fact;

/**
 * What the registry makes of an account: as long as this is the same for all accounts, so is every figure.
 *
 * @param person whose account it is: a negative number; 0 if the registry does not know, so that it is a person of its own
 * @param human false if what the account does is done by a bot, and so not by that person
 * @param standing another number if the registry says anything else of what it is; 0 if it says nothing
 * @param affiliations another number if the registry says anything else of its organisations
 */
public record Membership(long person, boolean human, long standing, long affiliations) {

    /** Of an account of which the registry says nothing. */
    public static final Membership NONE = new Membership(0, true, 0, 0);

    /** True if nothing but organisations can tell them apart. */
    public boolean countsLike(Membership other) {
        return person == other.person && standsLike(other);
    }

    /** True if nothing but organisations, and whose the account is, can tell them apart. */
    public boolean standsLike(Membership other) {
        return human == other.human && standing == other.standing;
    }

    /** True if the registry says whose account it is. */
    public boolean isRegistered() {
        return person != 0;
    }
}
