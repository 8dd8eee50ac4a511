// SPDX-License-Identifier: Apache-2.0

/**
 * Follows /api/v1/changes: server-sent events, read by fetch() because an EventSource sends no token.
 *
 * A browser opens few connections to one server, so only a page that can be seen holds one.
 */

import { headers, withQuery } from './api.js';

const AGAIN_MILLIS = 2000;

/**
 * Calls `told` with every change, and with null when anything may have changed; calls `isLive` when the connection comes
 * and goes.
 */
export function follow(parameters, told, isLive) {
  const path = withQuery('/api/v1/changes', parameters);
  let connection = null;

  async function run() {
    const mine = new AbortController();
    connection = mine;
    while (!mine.signal.aborted) {
      try {
        const answer = await fetch(path, { headers: headers('text/event-stream'), signal: mine.signal });
        if (!answer.ok) {
          throw new Error('refused');
        }
        isLive(true);
        told(null);
        await readEvents(answer.body, told);
      } catch {
        // Asked again below; what happened meanwhile is asked for when it is back.
      }
      isLive(false);
      await pause(AGAIN_MILLIS, mine.signal);
    }
  }

  function watch() {
    if (document.visibilityState === 'visible') {
      if (!connection) {
        run();
      }
    } else if (connection) {
      connection.abort();
      connection = null;
    }
  }

  document.addEventListener('visibilitychange', watch);
  watch();
}

function pause(millis, signal) {
  return new Promise((done) => {
    setTimeout(done, millis);
    signal.addEventListener('abort', done, { once: true });
  });
}

async function readEvents(body, told) {
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
    events.map(parse).forEach((event) => deliver(event, told));
  }
}

function parse(lines) {
  const event = { type: 'message', data: '' };
  for (const line of lines.split('\n')) {
    if (line.startsWith('event:')) {
      event.type = line.slice(6).trim();
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
