// SPDX-License-Identifier: Apache-2.0

/** The stories of a repository: each piece of feedback and what became of it. */

import { html, nothing } from '/lib/lit-html.js';
import * as addresses from './addresses.js';
import { ofRepository, withQuery } from './api.js';
import { badge, on, person, tabs } from './frame.js';
import { count, duration, plain } from './words.js';

const ROWS = 50;
const STATES = ['', 'waiting', 'answered', 'in_progress', 'merged', 'closed_without_merge'];

export const title = ({ repository }) => `Stories of ${repository}`;

export const trail = ({ repository }) => [['Stories', addresses.stories(repository)]];

export const follows = ({ repository }) => ({ repository });

export const sources = ({ repository, query }) => [
  { name: 'repository', path: ofRepository(repository), required: true },
  {
    name: 'stories',
    required: true,
    tables: ['stories'],
    path: ofRepository(repository, withQuery('/stories', { state: query.state, order: 'newest', after: query.after, limit: ROWS })),
  },
];

export function view({ repository, answers, query, turnTo }) {
  const { data, next } = answers.stories.answer;
  return html`
    ${tabs(repository, 'Stories', answers.repository.answer.data.lastWeek)}
    <h1>Stories</h1>
    <p class="lead">A story is an issue that somebody opened, with the pull requests that answer it or refer to it.</p>
    <div class="controls"><label>State
      <select @change=${(event) => turnTo({ state: event.target.value, after: '' })}>${STATES.map(
        (state) => html`<option value=${state} ?selected=${state === (query.state ?? '')}>${plain(state) || 'all'}</option>`,
      )}</select></label></div>
    ${data.length === 0 ? html`<p>There is none.</p>` : table(data, repository)}
    <nav class="turn" aria-label="Pages of the list">
      ${query.after ? html`<button @click=${() => turnTo({ after: '' })}>To the newest</button>` : nothing}
      ${next ? html`<button @click=${() => turnTo({ after: next })}>Next</button>` : nothing}
    </nav>
  `;
}

function table(stories, repository) {
  return html`<table class="wide"><caption>The newest first</caption>
    <thead><tr><th scope="col">Story</th><th scope="col">State</th><th scope="col">Asked</th><th scope="col">Wanted by</th>
      <th scope="col">Pull requests</th><th scope="col">To the merge</th></tr></thead>
    <tbody>${stories.map(
      (story) => html`<tr>
        <th scope="row"><a href=${addresses.story(repository, story.number)}>#${story.number} ${story.title}</a></th>
        <td data-label="State">${badge(plain(story.state), story.state)}</td>
        <td data-label="Asked">${on(story.openedAt)} <small>by ${person(story.author)}</small></td>
        <td data-label="Wanted by">${count(story.demandPeople, 'person', 'people')}</td>
        <td data-label="Pull requests">${story.linkedPullRequests}</td>
        <td data-label="To the merge">${story.latencySeconds === null ? '' : duration(story.latencySeconds)}</td>
      </tr>`,
    )}</tbody></table>`;
}
