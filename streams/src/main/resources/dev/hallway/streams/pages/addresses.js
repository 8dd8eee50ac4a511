// SPDX-License-Identifier: Apache-2.0

/** The addresses of the pages, and where else a link may lead. */

import { withQuery } from './api.js';

/** The page of a repository, or one below it. */
export function page(repository, ...rest) {
  return '/r/' + [...repository.split('/'), ...rest].map(encodeURIComponent).join('/');
}

export const story = (repository, number) => page(repository, 'stories', String(number));
export const stories = (repository) => page(repository, 'stories');
export const people = (repository) => page(repository, 'people');
export const digest = (repository, week) => page(repository, 'digests', week);
export const explanation = (repository, week, figure) => page(repository, 'weeks', week, figure);

/** The page of a digest of all repositories, or of those of an owner. */
export const digestOfAll = (week, owner) => withQuery('/digests/' + encodeURIComponent(week), { owner });

/** An address on the web as it was told; nothing where it is none, as a script in an address would run. */
export function elsewhere(address) {
  return /^https?:\/\//.test(address ?? '') ? address : null;
}

/** The address of a pull request or issue beside another one on the same host. */
export function beside(htmlUrl, repository, kind, number) {
  const web = elsewhere(htmlUrl);
  return web ? new URL(`/${repository}/${kind}/${number}`, web).href : null;
}
