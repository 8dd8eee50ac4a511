// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.fact;

/** What one stage of the topology tells a later one. */
public sealed interface StageInput permits StoryInput, RepositoryInput {}
