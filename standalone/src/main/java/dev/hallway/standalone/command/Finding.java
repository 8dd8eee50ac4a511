// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.command;

/**
 * The result of one check.
 *
 * @param subject what was checked
 * @param healthy whether Hallway can work with it
 * @param detail what was found, and what to do if it is not healthy
 */
record Finding(String subject, boolean healthy, String detail) {

    static Finding good(String subject, String detail) {
        return new Finding(subject, true, detail);
    }

    static Finding bad(String subject, String detail) {
        return new Finding(subject, false, detail);
    }

    String line() {
        return (healthy ? "ok    " : "FIX   ") + subject + ": " + detail;
    }
}
