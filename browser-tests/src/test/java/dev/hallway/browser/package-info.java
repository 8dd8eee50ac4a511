// SPDX-License-Identifier: Apache-2.0
/** Uses the pages as people do: in a browser, with a pointer or the keyboard, against a Hallway that runs. */
@NullMarked
package dev.hallway.browser;

import org.jspecify.annotations.NullMarked;
