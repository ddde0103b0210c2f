/** What is searched for, as the address holds it. */

import { LONGEST } from "./words.js";

export const FILTERS = ["kind", "topic", "rung", "audience", "format"];

/** @typedef {{q: string, filters: Record<string, string>}} State */

/** @returns {State} what an address such as `?q=pay&kind=guide` asks for */
export function fromAddress(/** @type {string} */ query) {
  const values = new URLSearchParams(query);
  const chosen = FILTERS.filter((name) => values.get(name)).map((name) => [name, values.get(name) ?? ""]);
  return { q: (values.get("q") ?? "").slice(0, LONGEST), filters: Object.fromEntries(chosen) };
}

/** @returns {string} the address for it, from the question mark on; the page's own if nothing is asked for */
export function toAddress(/** @type {State} */ state) {
  const values = new URLSearchParams(state.filters);
  const all = state.q.trim() ? new URLSearchParams([["q", state.q.trim()], ...values]) : values;
  return all.size ? `?${all}` : location.pathname;
}
