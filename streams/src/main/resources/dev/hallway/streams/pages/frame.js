// SPDX-License-Identifier: Apache-2.0

/** What pages have in common. Text from GitHub becomes text only, never markup: lit-html escapes it. */

import { html, nothing } from '/lib/lit-html.js';
import * as addresses from './addresses.js';
import { day, duration, moment } from './words.js';

/** Where the reader is: the repository, if the page is of one, then what lies below it. */
export function trail({ repository }, steps) {
  const all = repository ? [[repository, addresses.page(repository)], ...steps] : steps;
  if (all.length === 0) {
    return nothing;
  }
  return html`<ol>${all.map(
    ([words, address], index) =>
      html`<li><a href=${address} aria-current=${index === all.length - 1 ? 'page' : nothing}>${words}</a></li>`,
  )}</ol>`;
}

/** The pages of a repository, one of which is shown. */
export function tabs(repository, shown, lastWeek) {
  const pages = [
    ['Figures', addresses.page(repository)],
    ['Stories', addresses.stories(repository)],
    ['People', addresses.people(repository)],
    ...(lastWeek ? [['Digest', addresses.digest(repository, lastWeek)]] : []),
  ];
  return html`<nav class="tabs" aria-label="Pages of this repository">${pages.map(
    ([words, address]) => html`<a href=${address} aria-current=${words === shown ? 'page' : nothing}>${words}</a>`,
  )}</nav>`;
}

/** How fresh and complete the answers of a page are. */
export function freshness(answers) {
  const known = Object.values(answers)
    .map(({ answer }) => answer?.freshness)
    .find((found) => found);
  if (!known) {
    return nothing;
  }
  const until = known.syncedAt ? `Data until ${moment(known.syncedAt)}.` : 'The first pass over GitHub is not finished.';
  return html`<strong class=${known.completeness.complete ? 'good' : 'bad'}
      >${known.completeness.complete ? 'Complete' : 'Incomplete'}</strong
    >: ${known.completeness.words}. ${until} Answered by ${known.servedBy}.`;
}

/** A part of a page that one answer fills; if it could not be had, the reason. */
export function part(answers, name, view) {
  const found = answers[name];
  if (!found) {
    return nothing;
  }
  return found.problem ? html`<p class="bad" role="alert">${found.problem.message}</p>` : view(found.answer.data, found.answer);
}

/** A link to another site, as plain words where the address is none. */
export function outward(address, words) {
  const web = addresses.elsewhere(address);
  return web ? html`<a href=${web} rel="noreferrer">${words}</a>` : html`${words}`;
}

/** An issue or pull request: number and title. */
export function item({ htmlUrl, number, title }) {
  return html`<span class="item">${outward(htmlUrl, '#' + number)} <span class="title">${title}</span></span>`;
}

/** Somebody, by login. */
export function person(login) {
  return login ? html`<b class="person">${login}</b>` : html`<i>a deleted account</i>`;
}

/** A mark beside a person or an item. */
export function badge(words, kind = '') {
  return html`<span class="badge ${kind}">${words}</span>`;
}

/** How long ago a moment was, counted to another, with the day itself for those who point at it. */
export function since(time, until) {
  const seconds = Math.max(0, (until - Date.parse(time)) / 1000);
  return html`<time datetime=${time} title=${moment(time)}>${duration(seconds)}</time>`;
}

/** A day. */
export function on(time) {
  return html`<time datetime=${time} title=${moment(time)}>${day(time)}</time>`;
}
