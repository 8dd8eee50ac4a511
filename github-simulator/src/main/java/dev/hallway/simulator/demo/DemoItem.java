// SPDX-License-Identifier: Apache-2.0
package dev.hallway.simulator.demo;

/**
 * An issue or pull request of the demo community.
 *
 * @param repository {@code owner/repo} as written
 * @param number its number there
 */
public record DemoItem(String repository, long number) {

    /** As people refer to it: {@code owner/repo#number}. */
    @Override
    public String toString() {
        return repository + "#" + number;
    }
}
