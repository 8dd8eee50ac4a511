// SPDX-License-Identifier: Apache-2.0

import { ask, askText, NeedsToken, Refusal } from './api.js';

/**
 * The answers that a page shows. Each is asked for once, and again when the page wants another path or a table that it was
 * made from has changed.
 */
export class Sources {
  #asked = new Map();

  /** By name: `{ answer }`, or `{ problem }`. */
  answers = {};

  /** True if something could not be had, and may be had soon. */
  get mayComeYet() {
    return Object.values(this.answers).some(({ problem }) => problem?.passes);
  }

  /**
   * Loads what is not there yet, and calls `arrived` after each answer once all that are required are there.
   *
   * A source is `{ name, path, tables, required, text, last }`: the tables whose rows it shows; whether the page is nothing
   * without it; whether it is text instead of JSON; whether it takes long, and is asked for when `drawn` was called. Without tables, any change of the repository outdates it.
   */
  async load(sources, arrived, drawn) {
    const wanted = sources.filter((source) => this.#asked.get(source.name)?.path !== source.path);
    const isComplete = () => sources.every(({ name, required }) => !required || this.answers[name]);
    const loadAll = (those) =>
      Promise.all(those.map((source) => this.#load(source).then(() => isComplete() && arrived())));
    await loadAll(wanted.filter(({ last }) => !last));
    drawn();
    await loadAll(wanted.filter(({ last }) => last));
  }

  /** True if a change, or null for any change, may have outdated something. */
  concerns(change) {
    return [...this.#asked.values()].some((source) => mayShow(source, change));
  }

  /** Forgets what a change, or null for any change, may have outdated. */
  outdate(change) {
    for (const [name, source] of this.#asked) {
      if (mayShow(source, change)) {
        this.#asked.delete(name);
      }
    }
  }

  async #load(source) {
    this.#asked.set(source.name, source);
    try {
      const answer = await (source.text ? askText(source.path) : ask(source.path));
      this.answers[source.name] = { answer };
    } catch (problem) {
      this.#asked.delete(source.name);
      if (source.required || problem instanceof NeedsToken || !(problem instanceof Refusal)) {
        throw problem;
      }
      this.answers[source.name] = { problem };
    }
  }
}

function mayShow({ tables }, change) {
  return !change?.table || !tables || tables.includes(change.table);
}
