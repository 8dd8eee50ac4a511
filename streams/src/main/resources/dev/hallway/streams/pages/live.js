// SPDX-License-Identifier: Apache-2.0

/**
 * Follows /api/v1/changes: server-sent events, read by fetch() because an EventSource sends no token.
 *
 * A browser opens few connections to one server, so only a page that can be seen holds one.
 */

import { headers, withQuery } from './api.js';

const AGAIN_MILLIS = 2000;
const UNAUTHORIZED = 401;

/**
 * Calls `told` with every change, and with null when anything may have changed; calls `isLive` when the connection comes and
 * goes. What happens while it is away is told when it is back. The promise that is returned is fulfilled when the connection is
 * there for the first time.
 */
export function follow(parameters, told, isLive) {
  const path = withQuery('/api/v1/changes', parameters);
  let connection = null;
  let last = null;
  let opened;
  const firstTime = new Promise((done) => {
    opened = done;
  });

  async function run(mine) {
    while (!mine.signal.aborted) {
      try {
        const known = last === null ? {} : { 'Last-Event-ID': last };
        const answer = await fetch(path, { headers: { ...headers('text/event-stream'), ...known }, signal: mine.signal });
        if (answer.status === UNAUTHORIZED) {
          return;
        }
        if (answer.ok) {
          isLive(true);
          if (last === null) {
            // Nobody says what happened before.
            told(null);
          }
          opened();
          await readEvents(answer.body, (event) => {
            last = event.id ?? last;
            deliver(event, told);
          });
        }
      } catch {
        // It is asked again below.
      }
      isLive(false);
      await pause(AGAIN_MILLIS, mine.signal);
    }
  }

  function watch() {
    if (document.visibilityState === 'visible') {
      if (!connection) {
        connection = new AbortController();
        run(connection);
      }
    } else if (connection) {
      connection.abort();
      connection = null;
    }
  }

  document.addEventListener('visibilitychange', watch);
  watch();
  return firstTime;
}

/** Fulfilled after some time, or when it is of no use any more. */
export function pause(millis, signal = null) {
  return new Promise((done) => {
    setTimeout(done, millis);
    signal?.addEventListener('abort', done, { once: true });
  });
}

async function readEvents(body, receive) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return;
    }
    text += value;
    const events = text.split('\n\n');
    text = events.pop();
    events.map(parse).forEach(receive);
  }
}

function parse(lines) {
  const event = { type: 'message', data: '', id: null };
  for (const line of lines.split('\n')) {
    if (line.startsWith('event:')) {
      event.type = line.slice(6).trim();
    } else if (line.startsWith('id:')) {
      event.id = line.slice(3).trim();
    } else if (line.startsWith('data:')) {
      event.data += line.slice(5).trim();
    }
  }
  return event;
}

function deliver(event, told) {
  if (event.type === 'reset') {
    told(null);
  } else if (event.type === 'change') {
    told(JSON.parse(event.data));
  }
}
