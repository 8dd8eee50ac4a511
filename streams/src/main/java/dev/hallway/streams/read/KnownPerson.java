// SPDX-License-Identifier: Apache-2.0
package dev.hallway.streams.read;

import org.jspecify.annotations.Nullable;

/**
 * A person and where they stand among those of a repository.
 *
 * @param newcomer the person from the first contribution on
 * @param place where they stand
 * @param organisation the person's organisation at the moment that was asked about; null if there is none
 */
public record KnownPerson(
        Newcomer newcomer, PersonPlace place, @Nullable String organisation) {}
