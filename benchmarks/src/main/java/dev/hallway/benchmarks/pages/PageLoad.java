// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.pages;

/**
 * How one page came to be seen, by the browser's own account.
 *
 * @param firstPaintMillis until anything was painted
 * @param drawnMillis until all was drawn but for what the page asks for last
 * @param completeMillis until that was drawn, too
 * @param kilobytes of 1,000 bytes, of everything that was loaded for it
 */
record PageLoad(long firstPaintMillis, long drawnMillis, long completeMillis, long kilobytes) {}
