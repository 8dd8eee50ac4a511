// SPDX-License-Identifier: Apache-2.0

/** One story: from the request over replies and pull requests to the last merge. */

import { html, nothing } from '/lib/lit-html.js';
import * as addresses from './addresses.js';
import { ofRepository } from './api.js';
import { badge, outward, part, person, tabs } from './frame.js';
import { between, count, day, duration, moment, plain } from './words.js';
import './timeline.js';

const CONVERSATION = 100;

export const title = ({ repository, number }) => `Story ${repository}#${number}`;

export const trail = ({ repository, number }) => [
  ['Stories', addresses.stories(repository)],
  ['#' + number, addresses.story(repository, number)],
];

export const follows = ({ repository }) => ({ repository });

export const sources = ({ repository, number }) => [
  { name: 'repository', path: ofRepository(repository), tables: ['flow'] },
  { name: 'story', path: ofRepository(repository, '/stories/' + number), required: true },
  { name: 'conversation', path: ofRepository(repository, `/items/${number}/conversation?limit=${CONVERSATION}`) },
];

export function view({ repository, answers }) {
  const story = answers.story.answer.data;
  const conversation = answers.conversation?.answer;
  const replies = conversation?.data ?? [];
  const moments = momentsOf(story, replies);
  return html`
    ${tabs(repository, 'Stories', answers.repository?.answer?.data.lastWeek)}
    <h1><span class="quiet">${outward(story.htmlUrl, '#' + story.number)}</span> ${story.title}</h1>
    <p class="lead">${summary(story)}</p>
    <dl class="facts">${facts(story)}</dl>
    <h2>How it went</h2>
    <hallway-timeline .story=${story} .replies=${replies} .until=${answers.story.answer.freshness.syncedAt}></hallway-timeline>
    ${part(answers, 'conversation', (_, { next }) =>
      next ? html`<p class="quiet">The first ${CONVERSATION} replies are shown.</p>` : nothing,
    )}
    <h2>Moment by moment</h2>
    <ol class="moments">${moments.map((at) => momentLine(story, at))}</ol>
    ${story.linkedPullRequests > story.pullRequests.length
      ? html`<p class="quiet">${story.pullRequests.length} of ${story.linkedPullRequests} linked pull requests are kept.</p>`
      : nothing}
  `;
}

/** The story in two sentences. */
function summary(story) {
  const asked = html`${person(story.author)} asked on ${day(story.openedAt)}.`;
  const merge = story.firstMerge;
  if (!merge) {
    return html`${asked} ${openEnd(story)}`;
  }
  const merged = story.pullRequests.filter(({ mergedAt }) => mergedAt);
  const repositories = new Set(merged.map(({ repository }) => repository.toLowerCase()));
  const facets = [...new Set(merged.map(({ facet }) => facet))];
  return html`${asked} ${person(merge.author)} answered it with a merge after <b>${duration(story.latencySeconds)}</b>.
  ${merged.length > 1
    ? html`Until ${day(story.lastMergeAt)} it became ${count(merged.length, 'merged pull request')}
      (${facets.map(plain).join(', ')}) in ${count(repositories.size, 'repository', 'repositories')}.`
    : nothing}`;
}

function openEnd(story) {
  if (story.closedAt) {
    return `It was closed on ${day(story.closedAt)} without a merge that closes it.`;
  }
  return story.pullRequests.length > 0
    ? `${count(story.pullRequests.length, 'pull request refers', 'pull requests refer')} to it; none that closes it is merged.`
    : 'Nothing is merged for it.';
}

function facts(story) {
  return [
    ['State', badge(plain(story.state), story.state)],
    ['First reply', story.firstResponseAt ? 'after ' + duration(between(story.openedAt, story.firstResponseAt)) : 'none yet'],
    [
      'First reply of a maintainer',
      story.firstMaintainerResponseAt
        ? 'after ' + duration(between(story.openedAt, story.firstMaintainerResponseAt))
        : 'none yet',
    ],
    ['People who want it', String(story.demandPeople)],
    ['Reactions', String(story.reactions)],
  ].map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`);
}

function momentsOf(story, replies) {
  const moments = [{ time: story.openedAt, what: 'asked', login: story.author, maintainer: story.authorIsMaintainer }];
  for (const reply of replies) {
    moments.push({
      time: reply.time,
      what: 'replied',
      login: reply.by.login,
      maintainer: reply.by.maintainerSign !== null,
      bot: reply.by.kind === 'bot',
      organisation: reply.by.organisation,
      url: reply.url,
    });
  }
  for (const pullRequest of story.pullRequests) {
    const by = { login: pullRequest.author, maintainer: pullRequest.authorship === 'maintainer', pullRequest };
    moments.push({ ...by, time: pullRequest.openedAt, what: 'opened' });
    if (pullRequest.mergedAt) {
      moments.push({ ...by, time: pullRequest.mergedAt, what: 'merged' });
    } else if (pullRequest.closedAt) {
      moments.push({ ...by, time: pullRequest.closedAt, what: 'dropped' });
    }
  }
  if (story.closedAt) {
    moments.push({ time: story.closedAt, what: 'closed' });
  }
  return moments.sort((one, other) => Date.parse(one.time) - Date.parse(other.time));
}

function momentLine(story, at) {
  return html`<li class=${at.what}>
    <time datetime=${at.time}>${moment(at.time)}<small>${after(story, at)}</small></time>
    <p>${sentence(story, at)}</p>
  </li>`;
}

function after(story, { time }) {
  const seconds = between(story.openedAt, time);
  return seconds > 0 ? `after ${duration(seconds)}` : 'the beginning';
}

function sentence(story, at) {
  const who = html`${person(at.login)}${at.maintainer ? badge('maintainer') : nothing}${at.bot
    ? badge('bot')
    : nothing}${at.organisation ? badge(at.organisation, 'organisation') : nothing}`;
  switch (at.what) {
    case 'asked':
      return html`${who} asked: “${story.title}”`;
    case 'replied':
      return html`${who} ${outward(at.url, 'replied')}`;
    case 'opened':
      return html`${who} opened ${pullRequestOf(story, at.pullRequest)}`;
    case 'merged':
      return html`Merged: ${pullRequestOf(story, at.pullRequest)}, opened by ${who}`;
    case 'dropped':
      return html`Closed without a merge: ${pullRequestOf(story, at.pullRequest)}, opened by ${who}`;
    default:
      return html`The issue was closed${story.stateReason ? html` as ${plain(story.stateReason)}` : nothing}`;
  }
}

function pullRequestOf(story, pullRequest) {
  const address = addresses.beside(story.htmlUrl, pullRequest.repository, 'pull', pullRequest.number);
  return html`${outward(address, `${pullRequest.repository}#${pullRequest.number}`)}
    <span class="title">${pullRequest.title}</span> ${badge(plain(pullRequest.facet), 'facet ' + pullRequest.facet)}`;
}
