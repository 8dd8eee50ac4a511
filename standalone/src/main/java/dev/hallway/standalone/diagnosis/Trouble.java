// SPDX-License-Identifier: Apache-2.0
package dev.hallway.standalone.diagnosis;

/**
 * Something that is wrong.
 *
 * @param subject what is wrong, in a word or two
 * @param sentence what exactly, and what helps
 */
public record Trouble(String subject, String sentence) {}
