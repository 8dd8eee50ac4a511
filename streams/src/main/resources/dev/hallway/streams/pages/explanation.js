// SPDX-License-Identifier: Apache-2.0

/** What a figure of a week means, what it counted, and what it left out. */

import { html, nothing } from '/lib/lit-html.js';
import * as addresses from './addresses.js';
import { ofRepository, withQuery } from './api.js';
import { badge, outward, person, tabs } from './frame.js';
import * as weeks from './weeks.js';
import { day, duration, figure as named, moment, number, plain, share } from './words.js';

const ENTRIES = 100;
const WINDOWS = ['4', '12', '52'];

export const title = ({ repository, week, figure }) => `${named(figure)} of ${repository}, ${week}`;

export const trail = ({ repository, week, figure }) => [
  [`${named(figure)}, ${week}`, addresses.explanation(repository, week, figure)],
];

export const follows = ({ repository }) => ({ repository });

export function sources({ repository, week, figure, query }) {
  return [
    { name: 'repository', path: ofRepository(repository) },
    {
      name: 'explanation',
      required: true,
      path: ofRepository(
        repository,
        withQuery(`/weeks/${encodeURIComponent(week)}/explain/${encodeURIComponent(figure)}`, {
          limit: ENTRIES,
          after: query.after,
        }),
      ),
    },
  ];
}

export function view({ repository, week, figure, answers, query, turnTo }) {
  const page = answers.explanation.answer.data;
  const window = WINDOWS.includes(query.window) ? Number(query.window) : 1;
  const next = page.next ? new URL(page.next, location.href).searchParams.get('after') : null;
  return html`
    ${tabs(repository, '', answers.repository?.answer?.data.lastWeek)}
    <h1>${named(figure)} <span class="value">${valueOf(page)}</span></h1>
    <p class="lead">${page.definition}</p>
    <p class="quiet">${repository}, ${week}: from ${day(page.window.from)} to ${day(page.window.to)}, not included, UTC. Table
      ${page.table}; defined in ${page.definedAt}. Value: ${page.basis}.</p>
    ${window > 1 ? severalWeeks(repository, week, figure, window) : nothing}
    ${neighbours(repository, week, figure)}
    <h2>Counted</h2>
    ${entries(page.counted, page, 'Nothing on this page.')}
    <h2>Left out</h2>
    ${entries(page.leftOut, page, 'Nothing on this page.')}
    <nav class="turn" aria-label="Pages of the list">
      ${query.after ? html`<button @click=${() => turnTo({ after: '' })}>To the beginning</button>` : nothing}
      ${next ? html`<button @click=${() => turnTo({ after: next })}>Next</button>` : nothing}
    </nav>
  `;
}

function valueOf({ figure, value, unavailable }) {
  if (value === null) {
    return html`<span class="quiet">unavailable</span> <small>${unavailable}</small>`;
  }
  if (typeof value !== 'number') {
    return typeof value === 'object' ? '' : value;
  }
  return figure.endsWith('_seconds') ? duration(value) : figure.endsWith('_share') ? share(value) : number(value);
}

/** A point that covers several weeks was merged from these. */
function severalWeeks(repository, week, figure, window) {
  const all = weeks.all(weeks.plus(week, 1 - window), weeks.plus(week, -1));
  return html`<section class="card"><h3>${window} weeks</h3>
    <p>The point you opened was counted from the ${window} weeks that end with ${week}; this page is its last week. The others:</p>
    <p>${all.map((one) => html`<a href=${addresses.explanation(repository, one, figure)}>${one}</a> `)}</p></section>`;
}

function neighbours(repository, week, figure) {
  const link = (by, words) =>
    html`<a href=${addresses.explanation(repository, weeks.plus(week, by), figure)}>${words}</a>`;
  return html`<nav class="turn" aria-label="Weeks">${link(-1, '← the week before')} ${link(1, 'the week after →')}
    <a href=${addresses.digest(repository, week)}>Digest of the week</a></nav>`;
}

function entries(list, page, none) {
  return list.length === 0 ? html`<p class="quiet">${none}</p>` : html`<ul class="counted">${list.map((entry) => line(entry, page))}</ul>`;
}

function line(entry, { repository }) {
  return html`<li><p>${outward(entry.url, '#' + entry.number)} <span class="title">${entry.title ?? ''}</span>
      ${entry.answer ? html`<a href=${addresses.story(repository, entry.number)}>story</a>` : nothing}</p>
    <small>${plain(entry.event)}, ${moment(entry.time)}, by ${entry.by.login ? person(entry.by.login) : html`<i>nobody who is known</i>`}
    ${entry.by.maintainerSign ? badge('maintainer: ' + plain(entry.by.maintainerSign)) : nothing}
    ${entry.by.botSign ? badge('bot: ' + plain(entry.by.botSign)) : nothing}
    ${entry.by.organisation ? badge(entry.by.organisation, 'organisation') : nothing}
    ${entry.seconds === null ? nothing : html`· ${duration(entry.seconds)}`}
    ${entry.answer ? html`· answered by ${entry.answer.repository}#${entry.answer.pullRequest} (${entry.answer.evidence})` : nothing}
    · ${entry.why}</small></li>`;
}
