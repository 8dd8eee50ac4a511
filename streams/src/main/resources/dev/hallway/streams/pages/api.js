// SPDX-License-Identifier: Apache-2.0

/** Asks the API of the server that served the page. */

const TOKEN = 'hallway-token';
const API = '/api/v1';

/** The server wants its token. */
export class NeedsToken extends Error {
  constructor() {
    super(sessionStorage.getItem(TOKEN) === null ? '' : 'The token was not accepted.');
  }
}

/** The server refused, in words for the reader. */
export class Refusal extends Error {
  constructor(status, words) {
    super(words);
    this.status = status;
  }

  /** True if asking again may help: nobody answered, or the answer is moving between instances. */
  get passes() {
    return this.status === 0 || this.status === 503;
  }
}

/** Keeps the token for this tab, until it is closed. */
export function useToken(token) {
  sessionStorage.setItem(TOKEN, token);
}

/** What to send with a request of the given kind of answer. */
export function headers(accept) {
  const token = sessionStorage.getItem(TOKEN);
  return token ? { Accept: accept, Authorization: 'Bearer ' + token } : { Accept: accept };
}

/** The path of a repository's part of the API. */
export function ofRepository(repository, rest = '') {
  return '/repositories/' + repository.split('/').map(encodeURIComponent).join('/') + rest;
}

/** The same path with those parameters that have a value. */
export function withQuery(path, parameters) {
  const query = new URLSearchParams(
    Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  ).toString();
  return query ? path + '?' + query : path;
}

/** An answer as JSON: `data`, `next`, `freshness`. */
export async function ask(path) {
  return (await answerTo(path, 'application/json')).json();
}

/** An answer as text, with the freshness that stands in its headers. */
export async function askText(path) {
  const answer = await answerTo(path, '*/*');
  const syncedAt = answer.headers.get('Hallway-Synced-At');
  return {
    data: await answer.text(),
    freshness: {
      syncedAt: syncedAt === 'never' ? null : syncedAt,
      completeness: {
        complete: answer.headers.get('Hallway-Complete') === 'true',
        words: answer.headers.get('Hallway-Completeness'),
      },
      servedBy: answer.headers.get('Hallway-Served-By'),
    },
  };
}

async function answerTo(path, accept) {
  let answer;
  const sent = sendable(accept);
  try {
    answer = await fetch(API + path, { headers: sent });
  } catch {
    throw new Refusal(0, 'Hallway does not answer. Is it still running?');
  }
  if (answer.status === 401) {
    throw new NeedsToken();
  }
  if (!answer.ok) {
    throw new Refusal(answer.status, await detail(answer));
  }
  return answer;
}

/** A token with a character that no header may hold is none. */
function sendable(accept) {
  try {
    return new Headers(headers(accept));
  } catch {
    throw new NeedsToken();
  }
}

async function detail(answer) {
  try {
    return (await answer.json()).detail;
  } catch {
    return 'Hallway answered ' + answer.status + '.';
  }
}
