// SPDX-License-Identifier: Apache-2.0

/** One repository: its figures over weeks, and beside them who waits and which stories are in progress. */

import { html, nothing } from '/lib/lit-html.js';
import * as addresses from './addresses.js';
import { ofRepository, withQuery } from './api.js';
import { CHARTS } from './figures.js';
import { badge, item, outward, part, person, since, tabs } from './frame.js';
import * as weeks from './weeks.js';
import { count, duration, plain } from './words.js';
import './chart.js';

const SHOWN = 8;
const RANGES = [
  ['12', '12 weeks'],
  ['52', '52 weeks'],
  ['all', 'All'],
];
const WINDOWS = [
  ['1', 'single weeks'],
  ['4', '4 weeks'],
  ['12', '12 weeks'],
  ['52', '52 weeks'],
];

export const title = ({ repository }) => repository;

export const follows = ({ repository }) => ({ repository });

export function sources({ repository, query }) {
  const window = query.window ?? '1';
  const trails = new Set(CHARTS.filter((chart) => chart.trails).map(({ table }) => table));
  const tables = [...new Set(CHARTS.map(({ table }) => table))];
  return [
    { name: 'repository', path: ofRepository(repository), required: true },
    ...tables.map((table) => ({
      name: table,
      tables: [table],
      path:
        window !== '1' && trails.has(table)
          ? ofRepository(repository, withQuery(`/${table}/trailing/series`, { weeks: window }))
          : ofRepository(repository, '/' + table),
    })),
    { name: 'changes', path: ofRepository(repository, '/changes'), tables: ['contributor-diversity', 'feedback-latency', 'flow', 'organisations', 'responsiveness'], last: true },
    { name: 'waiting', path: ofRepository(repository, '/waiting?limit=' + SHOWN) },
    {
      name: 'stories',
      tables: ['stories'],
      path: ofRepository(repository, withQuery('/stories', { state: 'in_progress', order: 'newest', limit: SHOWN })),
    },
  ];
}

export function view({ repository, answers, query, turnTo }) {
  const summary = answers.repository.answer.data;
  return html`
    ${tabs(repository, 'Figures', summary.lastWeek)}
    <h1>${outward(summary.htmlUrl, summary.repository)}</h1>
    ${summary.lastWeek ? html`<dl class="facts">${facts(answers, Number(query.window ?? 1))}</dl>` : html`<p>Nothing has happened here yet.</p>`}
    <div class="controls">
      ${choice('Range', RANGES, query.range ?? '52', (range) => turnTo({ range }))}
      ${choice('Each point covers', WINDOWS, query.window ?? '1', (window) => turnTo({ window }))}
    </div>
    ${(query.window ?? '1') === '1'
      ? nothing
      : html`<p class="quiet">Charts of contributors, merges and organisations show ${query.window} weeks a point; medians and
          flow stay by week.</p>`}
    <h2>Over the weeks</h2>
    <div class="cards">${CHARTS.map((chart) => card(chart, summary, answers, query))}</div>
    <h2>Who waits</h2>
    <div class="cards">${part(answers, 'waiting', (waiting) => waitingCards(waiting, summary))}</div>
    <h2>Stories in progress</h2>
    ${part(answers, 'stories', (stories) => storyCards(stories, repository))}
  `;
}

function choice(name, values, chosen, choose) {
  return html`<fieldset class="choice"><legend>${name}</legend>${values.map(
    ([value, words]) =>
      html`<button aria-pressed=${String(value === chosen)} @click=${() => choose(value)}>${words}</button>`,
  )}</fieldset>`;
}

/** The latest week that has each figure. */
function facts(answers, window) {
  const latest = (table, has) => (answers[table]?.answer?.data ?? []).filter(has).at(-1);
  const diversity = latest('contributor-diversity', () => true);
  const latency = latest('feedback-latency', ({ count }) => count > 0);
  const flow = latest('flow', () => true);
  const waiting = answers.waiting?.answer?.data;
  return [
    diversity && ['Contributors', diversity.contributors, over(window, diversity.week)],
    diversity && ['Newcomers', diversity.newcomers, over(window, diversity.week)],
    latency && ['Feedback to merge, median', duration(latency.p50Seconds), `${latency.week}, n = ${latency.count}`],
    waiting && ['Wait for a first reply', waiting.total, 'now'],
    waiting && ['Wait for a review', waiting.review.total, 'now'],
    flow && ['Open issues', flow.openIssuesAtEnd, flow.week],
    flow && ['Open pull requests', flow.openPullRequestsAtEnd, flow.week],
  ]
    .filter((fact) => fact)
    .map(([name, value, note]) => html`<div><dt>${name}</dt><dd>${value} <small>${note}</small></dd></div>`);
}

function over(window, week) {
  return window === 1 ? week : `${window} weeks up to ${week}`;
}

const figures = new Map();

/** The same figure as long as it is made from the same answers: ten years of weeks are not made again for each. */
function figureFrom(chart, rows, summary, changes, range, window) {
  const from = [rows, summary, changes, range, window];
  const known = figures.get(chart.name);
  if (known && known.from.every((part, index) => part === from[index])) {
    return known.figure;
  }
  const figure = figureOf(chart, rows, summary, changes, range, window);
  figures.set(chart.name, { from, figure });
  return figure;
}

function card(chart, summary, answers, query) {
  const changes = answers.changes?.answer?.data;
  const window = chart.trails ? (query.window ?? '1') : '1';
  return html`<section class="card"><h3>${chart.name}</h3><p class="quiet">${chart.says}</p>
    ${part(answers, chart.table, (rows) =>
      summary.lastWeek
        ? html`<hallway-chart .figure=${figureFrom(chart, rows, summary, changes, query.range ?? '52', window)}></hallway-chart>`
        : nothing,
    )}
  </section>`;
}

function figureOf(chart, rows, summary, changes = [], range, window) {
  const shown = weeksShown(summary, range);
  const byWeek = new Map(rows.map((row) => [row.week, row]));
  const read = (value) =>
    shown.map((week) => (byWeek.has(week) ? (value(byWeek.get(week)) ?? null) : (chart.absent ?? null)));
  const address = (figure) => (week) =>
    withQuery(addresses.explanation(summary.repository, week, figure), window === '1' ? {} : { window });
  const changed = new Set(
    changes
      .filter(({ figure }) => window === '1' && chart.compared.includes(figure))
      .map(({ week }) => week),
  );
  return {
    name: chart.name,
    weeks: shown,
    series: chart.series.map(({ label, figure, value, colour, bars }) => ({
      label,
      colour,
      bars,
      values: read(value),
      open: address(figure),
    })),
    band: chart.band && { label: chart.band.label, low: read(chart.band.low), high: read(chart.band.high) },
    count: chart.count && read(chart.count).map((known) => known ?? 0),
    changed: shown.map((week) => changed.has(week)),
    incomplete: shown.map((week) => weeks.isIncomplete(week, summary)),
    write: chart.write,
    durations: chart.durations,
  };
}

function weeksShown({ firstWeek, lastWeek }, range) {
  const all = weeks.all(firstWeek, lastWeek);
  return range === 'all' ? all : all.slice(-Number(range));
}

function waitingCards(waiting, summary) {
  const until = Date.parse(summary.syncedAt ?? new Date().toISOString());
  return [
    ['For a first reply', waiting.total, waiting.items],
    ['For a review', waiting.review.total, waiting.review.items],
    ['Drafts without a reply', waiting.drafts.total, waiting.drafts.items],
  ].map(
    ([name, total, waits]) => html`<section class="card"><h3>${name}: ${total}</h3>
      <ul>${waits.map(
        (wait) => html`<li>${item(wait)}<small>${person(wait.author)}${wait.authorIsNewcomer
          ? badge('newcomer')
          : nothing}${wait.authorIsReturning ? badge('back after 12 weeks') : nothing} waits for ${since(wait.since, until)}</small></li>`,
      )}</ul>
      ${total > waits.length ? html`<p class="quiet">… and ${total - waits.length} more.</p>` : nothing}
    </section>`,
  );
}

function storyCards(stories, repository) {
  if (stories.length === 0) {
    return html`<p class="quiet">No feedback has an open pull request now.</p>`;
  }
  return html`<div class="cards">${stories.map(
    (story) => html`<section class="card"><h3><a href=${addresses.story(repository, story.number)}>#${story.number} ${story.title}</a></h3>
      <p>${person(story.author)}, ${count(story.linkedPullRequests, 'pull request')}, ${plain(story.state)},
      wanted by ${count(story.demandPeople, 'person', 'people')}</p></section>`,
  )}</div><p><a href=${addresses.stories(repository)}>All stories</a></p>`;
}
