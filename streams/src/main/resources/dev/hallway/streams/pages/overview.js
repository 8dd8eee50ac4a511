// SPDX-License-Identifier: Apache-2.0

/** The portfolio: every repository, sorted, searched, filtered and paged by the server. */

import { html, nothing } from '/lib/lit-html.js';
import * as addresses from './addresses.js';
import { withQuery } from './api.js';
import { spark } from './spark.js';
import * as weeks from './weeks.js';
import { count, day, duration } from './words.js';

const ROWS = 50;
const TYPING_MILLIS = 250;
const MOST_IN_A_DIGEST = 200;

let typing;

const COLUMNS = [
  ['name', 'Repository', 'asc'],
  ['contributors', 'Contributors', 'desc'],
  ['newcomers', 'Newcomers', 'desc'],
  ['waiting', 'Waiting for a first reply', 'desc'],
  ['response', 'First response to issues, median', 'asc'],
  ['feedback', 'Feedback to merge, median', 'asc'],
  ['open', 'Open', 'desc'],
  ['synced', 'Data until', 'desc'],
];

export const title = () => 'Repositories';

/** The server keeps these figures and reads them again soon after a change: when to look, in milliseconds after it. */
export const lags = [400, 1500];

export const sources = ({ query }) => [
  {
    name: 'portfolio',
    required: true,
    path: withQuery('/portfolio', {
      q: query.q,
      owner: query.owner,
      sort: query.sort ?? 'name',
      order: query.order ?? 'asc',
      offset: query.offset ?? 0,
      limit: ROWS,
    }),
  },
];

export function view({ answers, query, turnTo }) {
  const { data, freshness } = answers.portfolio.answer;
  return html`
    <h1>How the communities are doing</h1>
    <p class="lead">What feedback became, who contributes, who is new, and who waits for a reply: over the last 12 weeks.</p>
    ${data.ownersTotal > 1 ? groups(data, query, turnTo) : nothing}
    ${controls(data, query, turnTo)}
    <p role="status" class="quiet">${found(data)}</p>
    ${digestLink(data, freshness, query)}
    ${data.repositories.length > 0 ? table(data.repositories, query, turnTo) : nothing}
    ${pages(data, query, turnTo)}
  `;
}

function found(data) {
  const unread = data.unread > 0 ? ` The figures of ${data.unread} are still being read.` : '';
  return data.total === 0
    ? 'No repository is known that matches.' + unread
    : `${count(data.total, 'repository', 'repositories')}.` + unread;
}

/** Of the last week that is complete everywhere, as far as so many repositories go into a digest. */
function digestLink(data, { syncedAt }, { q, owner }) {
  if (q || !syncedAt || data.total === 0 || data.total > MOST_IN_A_DIGEST) {
    return nothing;
  }
  const week = weeks.plus(weeks.of(Date.parse(syncedAt)), -1);
  return html`<p><a href=${addresses.digestOfAll(week, owner)}>Digest of ${owner ? owner + '/*' : 'all of them'}, ${week}</a></p>`;
}

function groups(data, query, turnTo) {
  return html`<h2>Owners</h2>
    <div class="cards groups">${data.owners.map(
      (group) => html`<section class="card">
        <h3><button aria-pressed=${String(isSame(group.owner, query.owner))}
          @click=${() => turnTo({ owner: isSame(group.owner, query.owner) ? '' : group.owner, offset: '' })}
          >${group.owner}/*</button></h3>
        <dl>
          <dt>Repositories</dt><dd>${group.repositories}</dd>
          <dt>Waiting for a first reply</dt><dd>${known(group.waiting)}</dd>
          <dt>Open issues</dt><dd>${known(group.openIssues)}</dd>
          <dt>Open pull requests</dt><dd>${known(group.openPullRequests)}</dd>
          <dt>Newcomers, by repository</dt><dd>${known(group.newcomers)}</dd>
          <dt>Incomplete</dt><dd class=${group.incomplete > 0 ? 'bad' : ''}>${group.incomplete}</dd>
        </dl>
      </section>`,
    )}</div>
    ${data.ownersTotal > data.owners.length
      ? html`<p class="quiet">The ${data.owners.length} owners with the most repositories, of ${data.ownersTotal}.</p>`
      : nothing}`;
}

function controls(data, query, turnTo) {
  const search = (event) => {
    clearTimeout(typing);
    const words = event.target.value.trim();
    typing = setTimeout(() => turnTo({ q: words, offset: '' }), TYPING_MILLIS);
  };
  return html`<form class="controls" role="search" @submit=${(event) => event.preventDefault()}>
    <label>Search <input type="search" name="q" value=${query.q ?? ''} @input=${search} placeholder="part of a name"></label>
    <label class="narrow">Sort by
      <select @change=${(event) => sortBy(event.target.value, turnTo)}>${COLUMNS.map(
        ([name, words]) => html`<option value=${name} .selected=${name === (query.sort ?? 'name')}>${words}</option>`,
      )}</select></label>
    ${data.ownersTotal > 1
      ? html`<label>Owner
          <select name="owner" @change=${(event) => turnTo({ owner: event.target.value, offset: '' })}>
            <option value="" .selected=${!query.owner}>all</option>
            ${data.owners.map(
              ({ owner }) => html`<option value=${owner} .selected=${isSame(owner, query.owner)}>${owner}</option>`,
            )}
          </select></label>`
      : nothing}
  </form>`;
}

/** On a phone there are no heads of columns to sort by. */
function sortBy(column, turnTo) {
  const [, , order] = COLUMNS.find(([name]) => name === column);
  turnTo({ sort: column, order, offset: '' });
}

/** GitHub's names are the same in any case. */
function isSame(owner, other) {
  return owner.toLowerCase() === other?.toLowerCase();
}

function table(rows, query, turnTo) {
  const sort = query.sort ?? 'name';
  const order = query.order ?? 'asc';
  const turn = (column, first) =>
    turnTo({ sort: column, order: column === sort ? (order === 'asc' ? 'desc' : 'asc') : first, offset: '' });
  return html`<table class="wide">
    <caption>Trends: contributors a week, and in orange the feedback-to-merge median, over the last 26 weeks</caption>
    <thead><tr>
      ${COLUMNS.map(
        ([name, words, first]) => html`<th scope="col"
          aria-sort=${name === sort ? (order === 'asc' ? 'ascending' : 'descending') : nothing}
          ><button @click=${() => turn(name, first)}>${words}</button></th>`,
      )}
      <th scope="col">Trends</th>
    </tr></thead>
    <tbody>${rows.map(row)}</tbody>
  </table>`;
}

function row(repository) {
  const { issues, pullRequests, trends } = repository;
  const label = (index) => COLUMNS[index][1];
  return html`<tr>
    <th scope="row"><a href=${addresses.page(repository.repository)}>${repository.repository}</a>
      <small class=${repository.completeness.complete ? 'quiet' : 'bad'}
        >${repository.completeness.complete ? 'Complete' : 'Incomplete: ' + repository.completeness.words}</small></th>
    <td data-label=${label(1)}>${known(repository.contributors)}</td>
    <td data-label=${label(2)}>${known(repository.newcomers)}</td>
    <td data-label=${label(3)}>${ofBothKinds(issues.waiting, pullRequests.waiting)}</td>
    <td data-label=${label(4)}>${time(issues.firstResponseMedianSeconds)}</td>
    <td data-label=${label(5)}>${time(repository.feedbackToMergeMedianSeconds)}
      ${repository.feedbackToMergeCount ? html`<small>n = ${repository.feedbackToMergeCount}</small>` : nothing}</td>
    <td data-label=${label(6)}>${ofBothKinds(issues.open, pullRequests.open)}</td>
    <td data-label=${label(7)}>${repository.syncedAt ? day(repository.syncedAt) : html`<span class="bad">not yet read</span>`}</td>
    <td data-label="Trends">${trends
      ? spark(trends.weeks, trends.contributors, trends.feedbackToMergeP50Seconds)
      : nothing}</td>
  </tr>`;
}

function ofBothKinds(issues, pullRequests) {
  return issues === null || pullRequests === null
    ? known(null)
    : html`${issues + pullRequests} <small>${count(issues, 'issue')}, ${count(pullRequests, 'pull request')}</small>`;
}

function known(value) {
  return value === null || value === undefined ? html`<span class="quiet">unavailable</span>` : value;
}

function time(seconds) {
  return seconds === null || seconds === undefined ? known(null) : duration(seconds);
}

function pages(data, query, turnTo) {
  const offset = Number(query.offset ?? 0);
  if (offset === 0 && data.total <= ROWS) {
    return nothing;
  }
  return html`<nav class="turn" aria-label="Pages of the list">
    <button ?disabled=${offset === 0} @click=${() => turnTo({ offset: Math.max(0, offset - ROWS) || '' })}>Back</button>
    <span>${data.repositories.length === 0 ? 'None' : `${offset + 1} to ${offset + data.repositories.length}`} of ${data.total}</span>
    <button ?disabled=${offset + ROWS >= data.total} @click=${() => turnTo({ offset: offset + ROWS })}>Next</button>
  </nav>`;
}
