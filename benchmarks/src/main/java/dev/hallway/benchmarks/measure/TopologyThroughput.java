// SPDX-License-Identifier: Apache-2.0
package dev.hallway.benchmarks.measure;

/**
 * What the topology did with the input.
 *
 * @param whole from starting the application until nothing was left, start-up included
 * @param secondHalf the same once half the input was read, when everything is warm and the stores are large
 * @param stateMebibytes size of the stores on disk
 */
public record TopologyThroughput(Throughput whole, Throughput secondHalf, long stateMebibytes) {}
