// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.peoplefile;

/**
 * Something in the file that keeps all of it from being taken.
 *
 * @param line where, from 1 on; 0 if it concerns the file as a whole
 * @param sentence the value, the rule, and what to do
 */
public record Mistake(int line, String sentence) {

    /** A line for people and editors: {@code FILE:LINE: sentence}. */
    public String in(Object file) {
        return line == 0 ? file + ": " + sentence : file + ":" + line + ": " + sentence;
    }
}
