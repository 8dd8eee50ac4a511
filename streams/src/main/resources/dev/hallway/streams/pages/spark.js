// SPDX-License-Identifier: Apache-2.0

/** Small pictures of how something went, for rows of tables. */

import { nothing, svg } from '/lib/lit-html.js';
import { duration } from './words.js';

const HEIGHT = 24;
const STEP = 4;

/** Bars of counts, and a line of values; any of them may be missing. */
export function spark(weeks, counts, values) {
  const most = Math.max(1, ...counts.filter((value) => value !== null));
  const highest = Math.max(1, ...values.filter((value) => value !== null));
  const words = weeks.map((week, index) => `${week}: ${counts[index] ?? 'unavailable'}, ${duration(values[index])}`).join(', ');
  return svg`<svg class="spark" viewBox="0 0 ${Math.max(1, weeks.length) * STEP} ${HEIGHT}" preserveAspectRatio="none"
      role="img" aria-label="Contributors by week, and the feedback-to-merge median: ${words}">
    ${counts.map((value, index) => {
      if (value === null) {
        return nothing;
      }
      const height = (HEIGHT * value) / most;
      return svg`<rect x=${index * STEP} y=${HEIGHT - height} width=${STEP - 1} height=${height} fill-opacity="0.45"></rect>`;
    })}
    <path d=${line(values, highest)}></path>
  </svg>`;
}

/** Broken where a value is missing; one alone is a short stroke. */
function line(values, highest) {
  let path = '';
  values.forEach((value, index) => {
    if (value === null) {
      return;
    }
    const x = index * STEP + STEP / 2;
    const y = (HEIGHT - (HEIGHT - 2) * (value / highest)).toFixed(1);
    const goesOn = index > 0 && values[index - 1] !== null;
    path += goesOn ? `L${x} ${y}` : `M${x - 1} ${y}h2`;
  });
  return path;
}
