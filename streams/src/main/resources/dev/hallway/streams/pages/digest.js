// SPDX-License-Identifier: Apache-2.0

/** The digest of a week, as the server writes it: of a repository, of all, or of those of an owner. */

import { html } from '/lib/lit-html.js';
import * as addresses from './addresses.js';
import { ofRepository, withQuery } from './api.js';
import { tabs } from './frame.js';
import * as weeks from './weeks.js';

export const title = ({ repository, week, query }) => `Digest of ${repository ?? query.owner ?? 'all repositories'}, ${week}`;

export const trail = (here) => [['Digest ' + here.week, addressOf(here, here.week)]];

/** A digest takes a while to write. */
export const restMillis = 5000;

export const follows = ({ repository, query }) => ({ repository, owner: repository ? null : query.owner });

export function sources({ repository, week, query }) {
  const parameters = { week, format: 'html' };
  const digest = { name: 'digest', required: true, text: true };
  return repository
    ? [
        { name: 'repository', path: ofRepository(repository), required: true },
        { ...digest, path: ofRepository(repository, withQuery('/digest', parameters)) },
      ]
    : [{ ...digest, path: withQuery('/digest', { ...parameters, owner: query.owner }) }];
}

export function view(here) {
  const { repository, week, answers } = here;
  const { firstWeek, lastWeek } = answers.repository?.answer.data ?? {};
  const earlier = weeks.plus(week, -1);
  const later = weeks.plus(week, 1);
  return html`
    ${repository ? tabs(repository, 'Digest', lastWeek ?? week) : ''}
    <nav class="turn" aria-label="Weeks">
      ${!firstWeek || weeks.start(earlier) >= weeks.start(firstWeek)
        ? html`<a href=${addressOf(here, earlier)} rel="prev">← ${earlier}</a>`
        : ''}
      <b>${week}</b>
      ${!repository || (lastWeek && weeks.start(later) <= weeks.start(lastWeek))
        ? html`<a href=${addressOf(here, later)} rel="next">${later} →</a>`
        : ''}
    </nav>
    <article class="digest">${written(answers.digest.answer.data)}</article>
  `;
}

function addressOf({ repository, query }, week) {
  return repository ? addresses.digest(repository, week) : addresses.digestOfAll(week, query.owner);
}

let last = { text: null, nodes: [] };

/**
 * The content of the document, the same nodes as long as it is the same text, without its style: pages have their own. The server has escaped what comes from GitHub; what is
 * only parsed runs nothing, and the page's policy lets no script within it run either.
 */
function written(text) {
  if (text !== last.text) {
    last = { text, nodes: parsed(text) };
  }
  return last.nodes;
}

function parsed(text) {
  const content = text.slice(text.indexOf('<main'), text.lastIndexOf('</main>'));
  const main = new DOMParser().parseFromString(content, 'text/html').querySelector('main');
  for (const table of main?.querySelectorAll('table') ?? []) {
    wrap(table);
  }
  for (const link of main?.querySelectorAll('a[href]') ?? []) {
    stayHere(link);
  }
  return [...(main?.childNodes ?? [])].map((node) => document.importNode(node, true));
}

/** The server does not know whether a proxy before it speaks TLS: its own addresses are those of this page. */
function stayHere(link) {
  const to = new URL(link.getAttribute('href'), location.href);
  if (to.host === location.host) {
    link.setAttribute('href', to.pathname + to.search + to.hash);
  }
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
