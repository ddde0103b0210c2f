/** From what was typed to what is looked for. */

import { knownForm, nearest } from "./nearest.js";
import { isSmall, LONGEST, words } from "./words.js";

const MOST_WORDS = 12;
const LONGEST_SYNONYM = 4;
const SYNONYM_WEIGHT = 0.7;

/**
 * One way to say a part of the query: all its words are looked for.
 * @typedef {{words: string[], weight: number}} Alternative
 *
 * A part of the query: the place of its first word, and ways to say it.
 * @typedef {{position: number, alternatives: Alternative[]}} Part
 *
 * `corrected` has [typed, used instead]; `unknown` what the site does not have.
 * @typedef {{parts: Part[], corrected: [string, string][], unknown: string[]}} Query
 *
 * What the site knows: `known` gives its words that start with the same letter.
 * @typedef {{known: (word: string) => Promise<string[]>, synonyms: Map<string, string>}} Vocabulary
 */

/**
 * @param {string} text
 * @param {Vocabulary} vocabulary
 * @returns {Promise<Query>}
 */
export async function parse(text, vocabulary) {
  const typed = words(text.slice(0, LONGEST)).slice(0, MOST_WORDS);
  const allSmall = typed.every(isSmall);
  /** @type {Query} */
  const query = { parts: [], corrected: [], unknown: [] };
  for (let position = 0; position < typed.length; ) {
    const phrase = longestSynonym(typed, position, vocabulary.synonyms);
    if (phrase) {
      query.parts.push(await synonymPart(phrase, position, vocabulary));
      position += phrase.length;
      continue;
    }
    const word = typed[position];
    if (allSmall || !isSmall(word)) await addWord(query, word, position, vocabulary);
    position += 1;
  }
  return query;
}

/**
 * @param {string[]} typed
 * @param {number} position
 * @param {Map<string, string>} synonyms
 * @returns {string[] | null} the longest run of words from here that is a synonym of something
 */
function longestSynonym(typed, position, synonyms) {
  for (let length = Math.min(LONGEST_SYNONYM, typed.length - position); length > 0; length--) {
    const run = typed.slice(position, position + length);
    if (synonyms.has(run.join(" "))) return run;
  }
  return null;
}

/**
 * The words as typed, where the site has them, or the site's own word for the same.
 *
 * @param {string[]} phrase
 * @param {number} position
 * @param {Vocabulary} vocabulary
 */
async function synonymPart(phrase, position, vocabulary) {
  const own = /** @type {string} */ (vocabulary.synonyms.get(phrase.join(" "))).split(" ");
  const alternatives = [{ words: own.filter((word) => !isSmall(word)), weight: SYNONYM_WEIGHT }];
  const telling = phrase.filter((word) => !isSmall(word));
  const forms = await Promise.all(telling.map(async (word) => knownForm(word, await vocabulary.known(word))));
  const found = forms.filter((form) => form !== null);
  if (found.length && found.length === telling.length) alternatives.unshift({ words: found, weight: 1 });
  return { position, alternatives };
}

/**
 * Adds a single word, or the one that was meant.
 *
 * @param {Query} query
 * @param {string} word
 * @param {number} position
 * @param {Vocabulary} vocabulary
 */
async function addWord(query, word, position, vocabulary) {
  const known = await vocabulary.known(word);
  const form = knownForm(word, known);
  const used = form ?? nearest(word, known);
  if (used === null) {
    query.unknown.push(word);
    return;
  }
  if (form === null) query.corrected.push([word, used]);
  query.parts.push({ position, alternatives: [{ words: [used], weight: 1 }] });
}
