// SPDX-License-Identifier: Apache-2.0

/** Shows the page that the address names, keeps it live, and asks for the token where the server wants one. */

import { html, nothing, render } from '/lib/lit-html.js';
import { NeedsToken, useToken } from './api.js';
import { follow, pause } from './live.js';
import { Sources } from './sources.js';
import { freshness, trail } from './frame.js';

const REPOSITORY = '^/r/(?<owner>[^/]+)/(?<name>[^/]+)';

const PAGES = [
  ['^', () => import('./overview.js')],
  ['^/digests/(?<week>[^/]+)', () => import('./digest.js')],
  [REPOSITORY, () => import('./repository.js')],
  [REPOSITORY + '/stories', () => import('./stories.js')],
  [REPOSITORY + '/stories/(?<number>[0-9]+)', () => import('./story.js')],
  [REPOSITORY + '/people', () => import('./people.js')],
  [REPOSITORY + '/digests/(?<week>[^/]+)', () => import('./digest.js')],
  [REPOSITORY + '/weeks/(?<week>[^/]+)/(?<figure>[^/]+)', () => import('./explanation.js')],
];

const PATIENCE_MILLIS = 300;
const AGAIN_MILLIS = 2000;
const REFRESH_MILLIS = 60_000;
const AT_ONCE = [0];

const content = document.getElementById('content');
const live = document.getElementById('live');

/** What the address says: the page, the repository if it is of one, what else its path names, and its query. */
function place() {
  for (const [pattern, module] of PAGES) {
    const found = new RegExp(pattern + '/?$').exec(location.pathname);
    if (found) {
      const { owner, name, ...rest } = Object.fromEntries(
        Object.entries(found.groups ?? {}).map(([part, words]) => [part, decodeURIComponent(words)]),
      );
      const repository = owner ? `${owner}/${name}` : null;
      return { module, repository, ...rest, query: Object.fromEntries(new URLSearchParams(location.search)) };
    }
  }
  return null;
}

function askForToken(words) {
  const submit = (event) => {
    event.preventDefault();
    useToken(event.target.elements.token.value);
    location.reload();
  };
  render(
    html`<form class="token" @submit=${submit}>
      <h1>This Hallway asks for its token</h1>
      ${words ? html`<p role="alert" class="bad">${words}</p>` : nothing}
      <p>Whoever runs it knows the token. It is kept in this tab until you close it.</p>
      <label for="token">Token</label>
      <input id="token" name="token" type="password" autocomplete="off" required>
      <button type="submit">Show the pages</button>
    </form>`,
    cleared(),
  );
  document.getElementById('token').focus();
}

function fail(words) {
  render(html`<h1>Nothing to show</h1><p role="alert">${words}</p><p><a href="/">All repositories</a></p>`, cleared());
}

/** Where pages are shown, without the word that something is loading. */
function cleared() {
  document.getElementById('loading')?.remove();
  return content;
}

async function start() {
  const here = place();
  if (!here) {
    fail('There is no page at this address.');
    return;
  }
  const page = await here.module();
  document.title = page.title(here) + ' · Hallway';
  render(trail(here, page.trail?.(here) ?? []), document.getElementById('trail'));
  const sources = new Sources();

  let nextFrame = null;

  /** Answers that come together are shown together. */
  function showSoon() {
    nextFrame ??= requestAnimationFrame(show);
  }

  function show() {
    cancelAnimationFrame(nextFrame);
    nextFrame = null;
    render(page.view({ ...here, answers: sources.answers, turnTo }), cleared());
    render(freshness(sources.answers), document.getElementById('freshness'));
  }

  let retry = null;
  let wasShown = false;

  async function draw() {
    clearTimeout(retry);
    let mayComeYet = false;
    try {
      await sources.load(page.sources(here), showSoon, () => {
        show();
        performance.mark('drawn');
      });
      show();
      performance.mark('complete');
      wasShown = true;
      mayComeYet = sources.mayComeYet;
    } catch (problem) {
      if (problem instanceof NeedsToken) {
        askForToken(problem.message);
      } else if (problem.passes && wasShown) {
        // What is there is better than nothing, as long as it does not pass for what holds now.
        render(html`<strong class="bad">Not up to date</strong>: ${problem.message}`, document.getElementById('freshness'));
        mayComeYet = true;
      } else {
        fail(problem.message);
        mayComeYet = problem.passes ?? false;
      }
    }
    if (mayComeYet) {
      retry = setTimeout(drawAgain, AGAIN_MILLIS);
    }
  }

  /** The same page with other parameters, which its address then holds. */
  async function turnTo(parameters) {
    Object.assign(here.query, parameters);
    const query = new URLSearchParams(Object.entries(here.query).filter(([, value]) => value !== ''));
    history.replaceState(null, '', query.size > 0 ? '?' + query : location.pathname);
    await drawAgain();
  }

  const drawAgain = oneAtATime(draw, page.restMillis ?? 0);
  let drawn = false;
  const opened = follow(
    page.follows?.(here) ?? {},
    (change) => {
      if (drawn && sources.concerns(change)) {
        (page.lags ?? AT_ONCE).forEach((millis) => pause(millis).then(() => sources.outdate(change)).then(drawAgain));
      }
    },
    (isLive) => {
      live.textContent = isLive ? 'Live' : 'Not live: trying again';
      live.className = isLive ? 'live' : 'live lost';
    },
  );
  // What changes between an answer and the beginning of the changes would be missed.
  await Promise.race([opened, pause(PATIENCE_MILLIS)]);
  drawn = true;
  await drawAgain();
  // How fresh everything is, and who waits by now, are no rows of a topic.
  setInterval(() => {
    if (document.visibilityState === 'visible') {
      sources.outdate(null);
      drawAgain();
    }
  }, REFRESH_MILLIS);
}

/** What is asked for while it is being done is done once more, after it and a rest. */
function oneAtATime(action, restMillis) {
  let busy = false;
  let again = false;
  return async function act() {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    await action();
    if (again) {
      await pause(restMillis);
    }
    busy = false;
    if (again) {
      again = false;
      await act();
    }
  };
}

start().catch((problem) => fail(problem.message));
