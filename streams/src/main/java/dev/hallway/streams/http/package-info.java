// SPDX-License-Identifier: Apache-2.0
/**
 * Queries over the materialised figures by HTTP.
 *
 * <p>Locating, reading and rendering are apart: a {@link dev.hallway.streams.http.CommunityDirectory} says who holds a
 * repository, a {@code CommunityReader} reads it, a resource renders it. Any instance answers any query: what another
 * one holds is fetched from there, once. Every answer says how fresh and how complete it is; an answer is whole or an
 * error, never part of one. Errors are problem documents (RFC 9457) that say what would be right, without a stack
 * trace. The server listens on loopback unless a token is configured.
 */
@NullMarked
package dev.hallway.streams.http;

import org.jspecify.annotations.NullMarked;
