/** What somebody may be about to type: titles, terms and questions that have all of these words, or their beginning. */

import { distance, stem } from "./nearest.js";
import { placesOf } from "./places.js";
import { isSmall, words } from "./words.js";

const MOST = 6;
/** Of them, so many titles and terms at most if there are questions, too. */
const MOST_TITLES = 3;

/** @typedef {{text: string, url: string}} Suggestion */

/** @type {Promise<import("./places.js").Places> | null} */
let loading = null;

/** @returns {Promise<import("./places.js").Places>} */
async function load(/** @type {string} */ root) {
  const answer = await fetch(new URL(`${root}pagefind/places.json`, location.href));
  if (!answer.ok) throw new Error(`there are no suggestions: ${answer.status}`);
  return placesOf(await answer.json());
}

/**
 * @param {string} root the address of the site's top
 * @param {string} typed
 * @returns {Promise<Suggestion[]>} the nearest first; rejects if they do not load
 */
export async function suggest(root, typed) {
  loading ??= load(root).catch((error) => {
    loading = null;
    throw error;
  });
  return suggestions(await loading, typed);
}

/**
 * @param {import("./places.js").Places} places
 * @param {string} typed
 * @returns {Suggestion[]}
 */
export function suggestions(places, typed) {
  const asked = words(typed);
  const titles = nearest(
    [...places.pages.values()].map(({ title, url }) => ({ text: title, url })),
    asked,
  );
  const questions = nearest(
    [...places.questions, ...places.chapters].map(({ text, url, part }) => ({
      text,
      url: part ? `${url}#${part}` : url,
    })),
    asked,
  );
  const first = titles.slice(0, questions.length ? MOST_TITLES : MOST);
  return [...first, ...questions].slice(0, MOST);
}

/** Those that have every word that was typed, or a word that starts with it; the shortest of the best come first. */
function nearest(/** @type {Suggestion[]} */ all, /** @type {string[]} */ asked) {
  const telling = asked.filter((word, index) => !isSmall(word) || index === asked.length - 1);
  if (!telling.length) return [];
  return all
    .map((suggestion) => ({ suggestion, fits: fit(words(suggestion.text), telling) }))
    .filter(({ fits }) => fits > 0)
    .sort((one, other) => other.fits - one.fits || one.suggestion.text.length - other.suggestion.text.length)
    .map(({ suggestion }) => suggestion)
    .filter(({ text }, index, found) => found.findIndex((other) => other.text === text) === index);
}

/** 0 if a word is missing; more if words are whole, and if the text starts with the first of them. */
function fit(/** @type {string[]} */ text, /** @type {string[]} */ asked) {
  let sum = text[0]?.startsWith(asked[0]) ? 1 : 0;
  for (const word of asked) {
    if (text.includes(word)) sum += 2;
    else if (text.some((own) => own.startsWith(word))) sum += 1;
    else return 0;
  }
  return sum;
}

/** How far a word of a title may be from one that was typed, for each of its letters. */
const FAR = 0.4;

/**
 * Titles and terms with a word that is near to one that was typed, for a question that nothing answers.
 *
 * @param {{places: import("./places.js").Places, synonyms: Map<string, string>}} index
 * @param {string} typed
 * @returns {Promise<Suggestion[]>} the nearest first
 */
export async function nearTerms({ places, synonyms }, typed) {
  const telling = words(typed).filter((word) => !isSmall(word));
  const asked = telling.flatMap((word) => [word, ...(synonyms.get(word)?.split(" ") ?? [])]);
  return [...places.pages.values()]
    .filter(({ standing }) => standing === "term" || standing === "guide" || standing === "rung")
    .map(({ title, url }) => {
      const own = words(title).filter((word) => !isSmall(word));
      const far = asked.flatMap((word) => own.map((other) => farFrom(word, other)));
      return { text: title, url, far: Math.min(FAR, ...far) };
    })
    .filter(({ far }) => far < FAR)
    .sort((one, other) => one.far - other.far || one.text.length - other.text.length)
    .slice(0, MOST);
}

/** How many letters of two words differ, for each letter of the longer one. */
function farFrom(/** @type {string} */ one, /** @type {string} */ other) {
  if (stem(one) === stem(other)) return 0;
  const longest = Math.max(one.length, other.length);
  return distance(one, other, Math.ceil(FAR * longest)) / longest;
}
