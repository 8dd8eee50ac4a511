// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.digest;

/** What the values of figures are counted in. */
enum Unit {
    COUNT,
    /** A real number shown with two decimals. */
    DECIMAL,
    SECONDS,
    /** A fraction of one, shown in per cent. */
    SHARE
}
