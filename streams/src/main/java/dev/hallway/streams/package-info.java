// SPDX-License-Identifier: Apache-2.0
/** From facts to figures: the only part of Hallway that interprets. It knows no GitHub client. */
@NullMarked
package dev.hallway.streams;

import org.jspecify.annotations.NullMarked;
