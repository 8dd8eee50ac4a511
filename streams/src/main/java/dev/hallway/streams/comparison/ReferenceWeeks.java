// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.comparison;

import java.math.BigDecimal;

/**
 * What the weeks before show of a figure.
 *
 * @param value their mean, or pooled median or share, with 6 decimals
 * @param least the least of a week; of durations the lower quartile of the pooled ones, in whole seconds
 * @param most the most of a week; of durations the upper quartile
 * @param n how many weeks, pooled durations or pooled items that are
 */
public record ReferenceWeeks(BigDecimal value, BigDecimal least, BigDecimal most, long n) {}
