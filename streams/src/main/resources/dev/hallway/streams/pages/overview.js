// SPDX-License-Identifier: Apache-2.0

/** The portfolio: every repository, sorted, searched, filtered and paged by the server. */

import { html, nothing } from '/lib/lit-html.js';
import * as addresses from './addresses.js';
import { withQuery } from './api.js';
import { spark } from './spark.js';
import { count, day, duration } from './words.js';

const ROWS = 50;
const TYPING_MILLIS = 250;

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
  const { data } = answers.portfolio.answer;
  return html`
    <h1>How the communities are doing</h1>
    <p class="lead">What feedback became, who contributes, who is new, and who waits for a reply: over the last 12 weeks.</p>
    ${data.ownersTotal > 1 ? groups(data, query, turnTo) : nothing}
    ${controls(data, query, turnTo)}
    <p role="status" class="quiet">${found(data)}</p>
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

function groups(data, query, turnTo) {
  return html`<h2>Owners</h2>
    <div class="cards groups">${data.owners.map(
      (group) => html`<section class="card">
        <h3><button aria-pressed=${query.owner === group.owner}
          @click=${() => turnTo({ owner: query.owner === group.owner ? '' : group.owner, offset: '' })}
          >${group.owner}/*</button></h3>
        <dl>
          <dt>Repositories</dt><dd>${group.repositories}</dd>
          <dt>Waiting for a first reply</dt><dd>${group.waiting}</dd>
          <dt>Open issues</dt><dd>${group.openIssues}</dd>
          <dt>Open pull requests</dt><dd>${group.openPullRequests}</dd>
          <dt>Newcomers, by repository</dt><dd>${group.newcomers}</dd>
          <dt>Incomplete</dt><dd class=${group.incomplete > 0 ? 'bad' : ''}>${group.incomplete}</dd>
        </dl>
      </section>`,
    )}</div>
    ${data.ownersTotal > data.owners.length
      ? html`<p class="quiet">The ${data.owners.length} owners with the most repositories, of ${data.ownersTotal}.</p>`
      : nothing}`;
}

function controls(data, query, turnTo) {
  let typing;
  const search = (event) => {
    clearTimeout(typing);
    const words = event.target.value.trim();
    typing = setTimeout(() => turnTo({ q: words, offset: '' }), TYPING_MILLIS);
  };
  return html`<form class="controls" role="search" @submit=${(event) => event.preventDefault()}>
    <label>Search <input type="search" name="q" .value=${query.q ?? ''} @input=${search} placeholder="part of a name"></label>
    ${data.ownersTotal > 1
      ? html`<label>Owner
          <select name="owner" @change=${(event) => turnTo({ owner: event.target.value, offset: '' })}>
            <option value="" ?selected=${!query.owner}>all</option>
            ${data.owners.map(
              ({ owner }) => html`<option value=${owner} ?selected=${owner === query.owner}>${owner}</option>`,
            )}
          </select></label>`
      : nothing}
  </form>`;
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
    <span>${offset + 1} to ${offset + data.repositories.length} of ${data.total}</span>
    <button ?disabled=${offset + ROWS >= data.total} @click=${() => turnTo({ offset: offset + ROWS })}>Next</button>
  </nav>`;
}
