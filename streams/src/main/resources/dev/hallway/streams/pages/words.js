// SPDX-License-Identifier: Apache-2.0

/** How values are written. Times are UTC. */

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const UNAVAILABLE = 'unavailable';
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A duration in its two greatest units, such as "9 d 6 h". */
export function duration(seconds) {
  if (seconds === null || seconds === undefined) {
    return UNAVAILABLE;
  }
  const days = Math.floor(seconds / DAY);
  const hours = Math.floor((seconds % DAY) / HOUR);
  const minutes = Math.floor((seconds % HOUR) / MINUTE);
  if (days > 0) {
    return hours > 0 && days < 100 ? `${days} d ${hours} h` : `${days} d`;
  }
  if (hours > 0) {
    return minutes > 0 ? `${hours} h ${minutes} min` : `${hours} h`;
  }
  return minutes > 0 ? `${minutes} min` : `${Math.round(seconds)} s`;
}

/** A whole number, or a number with one decimal. */
export function number(value) {
  if (value === null || value === undefined) {
    return UNAVAILABLE;
  }
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}

/** A share as a percentage. */
export function share(value) {
  return value === null || value === undefined ? UNAVAILABLE : `${Math.round(value * 100)} %`;
}

/** One or several of something. */
export function count(value, one, several = one + 's') {
  return `${value} ${value === 1 ? one : several}`;
}

/** A day, such as "12 Feb 2020". */
export function day(time) {
  const date = new Date(time);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** A moment to the minute, such as "12 Feb 2020, 09:41 UTC". */
export function moment(time) {
  return `${day(time)}, ${new Date(time).toISOString().slice(11, 16)} UTC`;
}

/** Seconds between two moments. */
export function between(from, to) {
  return (Date.parse(to) - Date.parse(from)) / 1000;
}

/** A name of the API in words, such as "pull request" for "pull_request". */
export function plain(name) {
  return name.replaceAll('_', ' ');
}

/** A figure of the API in words, such as "Feedback: median" for "feedback_p50_seconds". */
export function figure(name) {
  const words = name
    .replace(/_p50_seconds$/, ': median')
    .replace(/_p90_seconds$/, ': 90th percentile')
    .replace(/_mean_seconds$/, ': mean');
  return plain(words.charAt(0).toUpperCase() + words.slice(1));
}
