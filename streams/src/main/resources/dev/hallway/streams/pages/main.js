// SPDX-License-Identifier: Apache-2.0

/** Shows the page that the address names, keeps it live, and asks for the token where the server wants one. */

import { html, render } from '/lib/lit-html.js';
import { NeedsToken, useToken } from './api.js';
import { follow, pause } from './live.js';
import { Sources } from './sources.js';
import { freshness, trail } from './frame.js';

const PAGES = [
  [/^\/$/, [], () => import('./overview.js')],
  [/^\/r\/([^/]+)\/([^/]+)$/, [], () => import('./repository.js')],
  [/^\/r\/([^/]+)\/([^/]+)\/stories$/, [], () => import('./stories.js')],
  [/^\/r\/([^/]+)\/([^/]+)\/stories\/(\d+)$/, ['number'], () => import('./story.js')],
  [/^\/r\/([^/]+)\/([^/]+)\/people$/, [], () => import('./people.js')],
  [/^\/r\/([^/]+)\/([^/]+)\/digests\/([^/]+)$/, ['week'], () => import('./digest.js')],
  [/^\/r\/([^/]+)\/([^/]+)\/weeks\/([^/]+)\/([^/]+)$/, ['week', 'figure'], () => import('./explanation.js')],
];

const PATIENCE_MILLIS = 300;
const AGAIN_MILLIS = 2000;
const REFRESH_MILLIS = 60_000;
const AT_ONCE = [0];

const content = document.getElementById('content');
const live = document.getElementById('live');

/** What the address says: the repository, what else its path names, and its query. */
function place() {
  const path = location.pathname;
  for (const [pattern, names, module] of PAGES) {
    const found = pattern.exec(path);
    if (found) {
      const parts = found.slice(1).map(decodeURIComponent);
      const named = Object.fromEntries(names.map((name, index) => [name, parts[index + 2]]));
      const repository = parts.length > 0 ? `${parts[0]}/${parts[1]}` : null;
      return { module, repository, ...named, query: Object.fromEntries(new URLSearchParams(location.search)) };
    }
  }
  return null;
}

function askForToken() {
  const submit = (event) => {
    event.preventDefault();
    useToken(event.target.elements.token.value);
    location.reload();
  };
  render(
    html`<form class="token" @submit=${submit}>
      <h1>This Hallway asks for its token</h1>
      <p>Whoever runs it knows the token. It is kept in this tab until you close it.</p>
      <label for="token">Token</label>
      <input id="token" name="token" type="password" autocomplete="off" required>
      <button type="submit">Show the pages</button>
    </form>`,
    content,
  );
  document.getElementById('token').focus();
}

function fail(words) {
  render(html`<h1>Nothing to show</h1><p role="alert">${words}</p><p><a href="/">All repositories</a></p>`, content);
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
    content.querySelector('#loading')?.remove();
    render(page.view({ ...here, answers: sources.answers, turnTo }), content);
    render(freshness(sources.answers), document.getElementById('freshness'));
  }

  async function draw() {
    let mayComeYet = false;
    try {
      await sources.load(page.sources(here), showSoon, () => {
        show();
        performance.mark('drawn');
      });
      show();
      performance.mark('complete');
      mayComeYet = sources.mayComeYet;
    } catch (problem) {
      if (problem instanceof NeedsToken) {
        askForToken();
      } else {
        fail(problem.message);
        mayComeYet = problem.passes;
      }
    }
    if (mayComeYet) {
      pause(AGAIN_MILLIS).then(drawAgain);
    }
  }

  /** The same page with other parameters, which its address then holds. */
  async function turnTo(parameters) {
    Object.assign(here.query, parameters);
    const query = new URLSearchParams(Object.entries(here.query).filter(([, value]) => value !== ''));
    history.replaceState(null, '', query.size > 0 ? '?' + query : location.pathname);
    await drawAgain();
  }

  const drawAgain = oneAtATime(draw);
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

/** What is asked for while it is being done is done once more, after it. */
function oneAtATime(action) {
  let busy = false;
  let again = false;
  return async function act() {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    await action();
    busy = false;
    if (again) {
      again = false;
      await act();
    }
  };
}

start();
