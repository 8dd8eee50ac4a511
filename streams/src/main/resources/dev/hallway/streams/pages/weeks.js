// SPDX-License-Identifier: Apache-2.0

/** ISO-8601 weeks such as 2020-W08: from Monday 00:00 UTC to the next. */

const DAY_MILLIS = 24 * 60 * 60 * 1000;
const WEEK_MILLIS = 7 * DAY_MILLIS;
const THURSDAY = 3;

/** When a week begins, in milliseconds since 1970. */
export function start(week) {
  const [year, number] = week.split('-W').map(Number);
  const fourthOfJanuary = Date.UTC(year, 0, 4);
  return mondayOf(fourthOfJanuary) + (number - 1) * WEEK_MILLIS;
}

/** When a week ends: when the next one begins. */
export function end(week) {
  return start(week) + WEEK_MILLIS;
}

/** The week in which a moment lies. */
export function of(millis) {
  const thursday = new Date(mondayOf(millis) + THURSDAY * DAY_MILLIS);
  const firstWeek = mondayOf(Date.UTC(thursday.getUTCFullYear(), 0, 4));
  const number = Math.round((mondayOf(millis) - firstWeek) / WEEK_MILLIS) + 1;
  return `${thursday.getUTCFullYear()}-W${String(number).padStart(2, '0')}`;
}

/** The week so many weeks later; earlier if negative. */
export function plus(week, weeks) {
  return of(start(week) + weeks * WEEK_MILLIS);
}

/** All weeks from the first to the last, both included. */
export function all(first, last) {
  const weeks = [];
  for (let at = start(first); at <= start(last); at += WEEK_MILLIS) {
    weeks.push(of(at));
  }
  return weeks;
}

/** True if something of the week may be missing: of a history that is not read whole, any week may lack something. */
export function isIncomplete(week, { syncedAt, historyComplete }) {
  return !historyComplete || !syncedAt || end(week) > Date.parse(syncedAt);
}

function mondayOf(millis) {
  const date = new Date(millis);
  const daysSinceMonday = (date.getUTCDay() + 6) % 7;
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() - daysSinceMonday);
}
