// SPDX-License-Identifier: Apache-2.0

/** Draws a story along time: a lane for the request, and one for each pull request. */

import { html, nothing, render, svg } from '/lib/lit-html.js';
import { count, day, duration, moment, plain } from './words.js';

const LANE = 46;
const TOP = 30;
const SIDE = 12;
const NARROWEST = 280;
const TICK_WIDTH = 110;
const LETTER = 7.2;
const FEWEST_LETTERS = 8;
const HOUR_MILLIS = 60 * 60 * 1000;
const DAY_MILLIS = 24 * HOUR_MILLIS;
const STEPS = [1, 2, 4, 7, 14, 30, 60, 90, 180, 365, 730, 1825];

class StoryTimeline extends HTMLElement {
  #resized = new ResizeObserver(() => requestAnimationFrame(() => this.#draw()));

  set story(story) {
    this.told = story;
    this.#draw();
  }

  set replies(replies) {
    this.repliesTold = replies;
    this.#draw();
  }

  /** Where the data end: what is open then is drawn so far. */
  set until(moment) {
    this.untilTold = moment;
    this.#draw();
  }

  connectedCallback() {
    this.#resized.observe(this);
  }

  disconnectedCallback() {
    this.#resized.disconnect();
  }

  #draw() {
    const width = Math.max(NARROWEST, Math.floor(this.clientWidth));
    if (this.told && this.isConnected && this.clientWidth > 0) {
      render(drawing(this.told, this.repliesTold ?? [], this.untilTold, width), this);
    }
  }
}

customElements.define('hallway-timeline', StoryTimeline);

function drawing(story, replies, until, width) {
  const lanes = [...story.pullRequests].sort((one, other) => Date.parse(one.openedAt) - Date.parse(other.openedAt));
  const from = Math.min(...[story.openedAt, ...lanes.map(({ openedAt }) => openedAt)].map(Date.parse));
  const to = Math.max(from + HOUR_MILLIS, ...ends(story, lanes, replies, until));
  const x = (time) => SIDE + ((Date.parse(time) - from) / (to - from)) * (width - 2 * SIDE);
  const height = TOP + (lanes.length + 1) * LANE;
  return html`<svg class="timeline" width=${width} height=${height} viewBox="0 0 ${width} ${height}" role="img"
      aria-label=${`Timeline of the story: asked on ${day(story.openedAt)}, ${count(lanes.length, 'pull request')}`}>
    ${ticks(from, to, width, height)}
    ${requestLane(story, replies, x, to, width)}
    ${lanes.map((pullRequest, index) => pullRequestLane(story, pullRequest, x, to, TOP + (index + 1) * LANE, width))}
  </svg>
  <ul class="key">
    <li class="second">the request, until it was closed</li>
    <li class="first">the first reply</li>
    <li class="reply">a reply</li>
    <li class="reply by-maintainer">a reply of a maintainer</li>
    <li class="merge">a merge</li>
    ${[...new Set(lanes.map(({ facet }) => facet))].map((facet) => html`<li class="facet ${facet}">${plain(facet)}</li>`)}
    <li class="pale">pale: refers to the request without closing it</li>
  </ul>`;
}

function ends(story, lanes, replies, until) {
  const open = [story, ...lanes].some(({ closedAt, mergedAt }) => !closedAt && !mergedAt);
  return [
    open ? until : null,
    story.openedAt,
    story.closedAt,
    story.lastMergeAt,
    ...lanes.map(({ openedAt, mergedAt, closedAt }) => mergedAt ?? closedAt ?? openedAt),
    ...replies.map(({ time }) => time),
  ]
    .filter((time) => time)
    .map(Date.parse);
}

function ticks(from, to, width, height) {
  const most = Math.max(1, Math.floor(width / TICK_WIDTH));
  const days = (to - from) / DAY_MILLIS;
  const step = STEPS.find((candidate) => days / candidate <= most) ?? STEPS.at(-1);
  const lines = [];
  const first = Math.ceil(from / DAY_MILLIS) * DAY_MILLIS;
  for (let at = first; at <= to; at += step * DAY_MILLIS) {
    const x = SIDE + ((at - from) / (to - from)) * (width - 2 * SIDE);
    const roomLeft = width - x > TICK_WIDTH / 2;
    lines.push(svg`<line class="tick" x1=${x} x2=${x} y1=${TOP - 8} y2=${height}></line>
      ${roomLeft ? svg`<text class="tick" x=${x + 3} y=${TOP - 12}>${day(at)}</text>` : nothing}`);
  }
  return lines;
}

function requestLane(story, replies, x, to, width) {
  const y = TOP;
  const end = story.closedAt ? x(story.closedAt) : x(new Date(to).toISOString());
  return svg`
    ${label(`#${story.number} ${story.title}`, x(story.openedAt), end, y, width)}
    <rect class="request ${story.closedAt ? '' : 'open'}" x=${x(story.openedAt)} y=${y + 18} rx="4"
      width=${Math.max(4, end - x(story.openedAt))} height="10"></rect>
    ${replies.map(
      ({ time, by }) => svg`<circle class="reply ${by.maintainerSign ? 'maintainer' : by.kind}" cx=${x(time)} cy=${y + 23}
        r="4"><title>${by.login || 'a deleted account'} replied, ${moment(time)}</title></circle>`,
    )}
    ${story.firstResponseAt ? mark('first-reply', x(story.firstResponseAt), y + 23, `First reply, ${moment(story.firstResponseAt)}`) : nothing}`;
}

function pullRequestLane(story, pullRequest, x, to, y, width) {
  const { openedAt, mergedAt, closedAt, facet } = pullRequest;
  const closes = pullRequest.evidence !== 'mention';
  const end = mergedAt ?? closedAt;
  const right = end ? x(end) : x(new Date(to).toISOString());
  const where = pullRequest.repository === story.repository ? '' : pullRequest.repository;
  return svg`
    ${label(`${where}#${pullRequest.number} ${pullRequest.title}`, x(openedAt), right, y, width, plain(facet))}
    <rect class="pull ${facet} ${closes ? 'closes' : 'mentions'} ${end ? '' : 'open'}" x=${x(openedAt)} y=${y + 18} rx="4"
      width=${Math.max(4, right - x(openedAt))} height="10"><title>${plain(facet)}: ${duration(
        (Date.parse(end ?? new Date(to)) - Date.parse(openedAt)) / 1000,
      )}</title></rect>
    ${mergedAt ? mark('merge', x(mergedAt), y + 23, `Merged, ${moment(mergedAt)}`) : nothing}`;
}

/** Above its bar, from the end of the bar that leaves more room. */
function label(words, left, right, y, width, facet) {
  const leftwards = right > width - left;
  const room = Math.floor((leftwards ? right : width - left) / LETTER) - (facet ? facet.length + 3 : 0);
  const shown = words.length > room ? words.slice(0, Math.max(FEWEST_LETTERS, room - 1)) + '…' : words;
  return svg`<text class="lane" x=${leftwards ? right : left} y=${y + 12} text-anchor=${leftwards ? 'end' : 'start'}
    >${shown}${facet ? svg`<tspan class="facet"> · ${facet}</tspan>` : nothing}</text>`;
}

function mark(kind, x, y, words) {
  return svg`<path class=${kind} d=${`M${x} ${y - 8}l8 8l-8 8l-8 -8z`}><title>${words}</title></path>`;
}
