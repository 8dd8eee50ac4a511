// SPDX-License-Identifier: Apache-2.0

/** The digest of a week, as the server writes it. */

import { html } from '/lib/lit-html.js';
import * as addresses from './addresses.js';
import { ofRepository, withQuery } from './api.js';
import { tabs } from './frame.js';
import * as weeks from './weeks.js';

export const title = ({ repository, week }) => `Digest of ${repository}, ${week}`;

export const trail = ({ repository, week }) => [['Digest ' + week, addresses.digest(repository, week)]];

export const follows = ({ repository }) => ({ repository });

export const sources = ({ repository, week }) => [
  { name: 'repository', path: ofRepository(repository), required: true },
  {
    name: 'digest',
    required: true,
    text: true,
    path: ofRepository(repository, withQuery('/digest', { week, format: 'html' })),
  },
];

export function view({ repository, week, answers }) {
  const { firstWeek, lastWeek } = answers.repository.answer.data;
  const earlier = weeks.plus(week, -1);
  const later = weeks.plus(week, 1);
  return html`
    ${tabs(repository, 'Digest', lastWeek ?? week)}
    <nav class="turn" aria-label="Weeks">
      ${!firstWeek || weeks.start(earlier) >= weeks.start(firstWeek)
        ? html`<a href=${addresses.digest(repository, earlier)} rel="prev">← ${earlier}</a>`
        : ''}
      <b>${week}</b>
      ${lastWeek && weeks.start(later) <= weeks.start(lastWeek)
        ? html`<a href=${addresses.digest(repository, later)} rel="next">${later} →</a>`
        : ''}
    </nav>
    <article class="digest">${written(answers.digest.answer.data)}</article>
  `;
}

/**
 * The content of the document, without its style: pages have their own. The server has escaped what comes from GitHub; what is
 * only parsed runs nothing, and the page's policy lets no script within it run either.
 */
function written(text) {
  const content = text.slice(text.indexOf('<main'), text.lastIndexOf('</main>'));
  const parsed = new DOMParser().parseFromString(content, 'text/html').querySelector('main');
  for (const table of parsed?.querySelectorAll('table') ?? []) {
    wrap(table);
  }
  return [...(parsed?.childNodes ?? [])].map((node) => document.importNode(node, true));
}

/** A table may be wider than a phone; whoever has no pointer scrolls it by keyboard. */
function wrap(table) {
  const region = table.ownerDocument.createElement('div');
  region.className = 'scroll';
  region.tabIndex = 0;
  region.setAttribute('role', 'region');
  region.setAttribute('aria-label', table.closest('section')?.querySelector('h2')?.textContent ?? 'Table');
  table.replaceWith(region);
  region.append(table);
}
