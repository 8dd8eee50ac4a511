// SPDX-License-Identifier: Apache-2.0

/** Who is new and what became of them, organisations, and how much rests on few. */

import { html, nothing } from '/lib/lit-html.js';
import * as addresses from './addresses.js';
import { ofRepository, withQuery } from './api.js';
import { badge, on, part, person, tabs } from './frame.js';
import * as weeks from './weeks.js';
import { count, duration, number, plain, share } from './words.js';
import './chart.js';

const ROWS = 50;
const WEEKS = 52;
const WINDOW = 12;

export const title = ({ repository }) => `People of ${repository}`;

export const trail = ({ repository }) => [['People', addresses.people(repository)]];

export const follows = ({ repository }) => ({ repository });

export function sources({ repository, query }) {
  const trailing = (table) => ({
    name: table,
    tables: [table],
    path: ofRepository(repository, withQuery(`/${table}/trailing/series`, { weeks: WINDOW })),
  });
  return [
    { name: 'repository', path: ofRepository(repository), required: true },
    {
      name: 'people',
      tables: ['newcomers', 'contributor-diversity', 'responsiveness'],
      path: ofRepository(repository, withQuery('/people', { before: query.before, limit: ROWS })),
    },
    { name: 'newcomers', tables: ['newcomers'], path: ofRepository(repository, '/newcomers') },
    trailing('contributor-diversity'),
    trailing('organisations'),
    trailing('merging'),
  ];
}

export function view({ repository, answers, query, turnTo }) {
  const summary = answers.repository.answer.data;
  return html`
    ${tabs(repository, 'People', summary.lastWeek)}
    <h1>People</h1>
    <p class="lead">Who came, who stayed, and how much rests on how few.</p>
    <h2>On how many it rests</h2>
    <div class="cards">
      ${part(answers, 'contributor-diversity', (rows) => contributions(rows.at(-1)))}
      ${part(answers, 'merging', (rows) => merging(rows.at(-1)))}
      ${part(answers, 'organisations', (rows) => organisations(rows.at(-1)))}
    </div>
    <h2>Newcomers by week</h2>
    ${part(answers, 'newcomers', (rows) => (summary.lastWeek ? cohorts(rows, summary) : nothing))}
    <h2>Newcomers, the latest first</h2>
    ${part(answers, 'people', (people, { next }) => newcomers(people, next, query, turnTo))}
  `;
}

function facts(name, row, entries, note) {
  return html`<section class="card"><h3>${name}</h3>
    <p class="quiet">${row ? `${WINDOW} weeks up to ${row.week}` : 'Nothing yet.'}</p>
    ${row ? html`<dl class="facts">${entries.map(([what, value]) => html`<div><dt>${what}</dt><dd>${value}</dd></div>`)}</dl>` : nothing}
    ${row && note ? html`<p class="quiet">${note}</p>` : nothing}</section>`;
}

function contributions(row) {
  return facts('Contributing', row, row && [
    ['Contributors', row.contributors],
    ['Newcomers', row.newcomers],
    ['Fewest for half (absence factor)', number(row.absenceFactor)],
    ['Most active person', share(row.topShare)],
    ['Effective contributors', number(row.effectiveContributors)],
  ], row && `n = ${row.contributions} contributions; ${row.unknownContributions} more by deleted accounts, ${row.botContributions} by bots.`);
}

function merging(row) {
  return facts('Merging', row, row && [
    ['People who merge', number(row.mergers)],
    ['Fewest for half', number(row.mergerAbsenceFactor)],
    ['Most active merger', share(row.topMergerShare)],
    ['Merged without a review', row.merged > 0 ? share(row.mergedWithoutReview / row.merged) : 'unavailable'],
    ['Merged by the author', row.selfMerged === null || !row.mergerKnown ? 'unavailable' : share(row.selfMerged / row.mergerKnown)],
  ], row && `n = ${row.merged} merges; who merged is known of ${row.mergerKnown}.`);
}

function organisations(row) {
  const unaffiliated = row && row.contributions > 0 ? 1 - row.affiliatedContributions / row.contributions : null;
  return facts('Organisations', row, row && [
    ['Organisations', row.organisations],
    ['Fewest for half (elephant factor)', number(row.elephantFactor)],
    ['Largest', row.topOrganisation ? html`${row.topOrganisation} <small>${share(row.topOrganisationShare)}</small>` : 'unavailable'],
    ['From outside home', share(row.outsideHomeShare)],
    ['Of no known organisation', share(unaffiliated)],
  ], row && `n = ${row.contributions} contributions.`);
}

function cohorts(rows, summary) {
  const shown = weeks.all(summary.firstWeek, summary.lastWeek).slice(-WEEKS);
  const byWeek = new Map(rows.map((row) => [row.week, row]));
  const series = (label, figure, value, colour) => ({
    label,
    colour,
    bars: true,
    values: shown.map((week) => (byWeek.has(week) ? value(byWeek.get(week)) : 0)),
    open: (week) => addresses.explanation(summary.repository, week, figure),
  });
  const figure = {
    name: 'Newcomers and what became of them',
    weeks: shown,
    series: [
      series('newcomers', 'cohort_newcomers', (row) => row.newcomers, 'quiet'),
      series('opened a pull request', 'opened_pull_request', (row) => row.openedPullRequest, 'third'),
      series('had one merged', 'merged_pull_request', (row) => row.mergedPullRequest, 'accent'),
    ],
    changed: shown.map(() => false),
    incomplete: shown.map((week) => weeks.isIncomplete(week, summary)),
    write: number,
  };
  const known = rows.filter(({ returnKnown }) => returnKnown > 0);
  const sum = (value) => known.reduce((total, row) => total + value(row), 0);
  return html`<section class="card"><p class="quiet">By the week of their first contribution. Each stands in front of the one
      before: who had a pull request merged had opened one.</p>
    <hallway-chart .figure=${figure}></hallway-chart>
    ${known.length > 0
      ? html`<p>Of the ${count(sum((row) => row.returnKnown), 'newcomer')} of all weeks of whom it is known,
          ${share(sum((row) => row.returnedWithinTwelveWeeks) / sum((row) => row.returnKnown))} came back within 12 weeks.</p>`
      : html`<p class="quiet">Who came back within 12 weeks is not known of anybody yet.</p>`}
  </section>`;
}

function newcomers(people, next, query, turnTo) {
  return html`<table class="wide"><caption>By their first contribution</caption>
    <thead><tr><th scope="col">Person</th><th scope="col">First contribution</th><th scope="col">First reply to it</th>
      <th scope="col">First pull request</th><th scope="col">First merge</th><th scope="col">Contributions</th>
      <th scope="col">Latest week</th><th scope="col">Came back within 12 weeks</th></tr></thead>
    <tbody>${people.map(newcomer)}</tbody></table>
    <nav class="turn" aria-label="Pages of the list">
      ${query.before ? html`<button @click=${() => turnTo({ before: '' })}>To the latest</button>` : nothing}
      ${next ? html`<button @click=${() => turnTo({ before: next })}>Earlier</button>` : nothing}
    </nav>`;
}

function newcomer(one) {
  return html`<tr>
    <th scope="row">${person(one.login)}${one.organisation ? badge(one.organisation, 'organisation') : nothing}</th>
    <td data-label="First contribution">${on(one.firstAt)} <small>${plain(one.firstKind)}</small></td>
    <td data-label="First reply to it">${one.firstAnsweredSeconds === null ? '' : 'after ' + duration(one.firstAnsweredSeconds)}</td>
    <td data-label="First pull request">${one.firstPullRequestAt ? on(one.firstPullRequestAt) : ''}</td>
    <td data-label="First merge">${one.firstMergeAt ? on(one.firstMergeAt) : ''}</td>
    <td data-label="Contributions">${one.contributions}</td>
    <td data-label="Latest week">${one.lastWeek}</td>
    <td data-label="Came back within 12 weeks">${one.returned === null ? 'not yet known' : one.returned ? 'yes' : 'no'}</td>
  </tr>`;
}
