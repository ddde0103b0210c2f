/** From what was typed to what is looked for. */

import { british, ownWord, plainForm } from "./forms.js";
import { knownForm, nearest } from "./nearest.js";
import { isLight, isSmall, LONGEST, words } from "./words.js";

const MOST_WORDS = 12;
const LONGEST_SYNONYM = 4;
const SYNONYM_WEIGHT = 0.8;
/** What a light word tells, beside others. */
const LIGHT = 0.4;
/** Letters of a word that is written as two, such as `wheel chair`, and of each half of two that are written as one. */
const SHORTEST_COMPOUND = 6;
const SHORTEST_HALF = 4;
/** Of a large site this many parts of a query are looked for whatever they are, and so many at most. */
const TELLING = { least: 2, most: 3 };
/** How often a large site may say the words of more than the least: a thousand times are about 2 kB of its index. */
const SAID = 8_000;

/**
 * One way to say a part of the query: all its words are looked for.
 * @typedef {{words: string[], weight: number}} Alternative
 *
 * A part of the query: the place of its first word, ways to say it, and how much it tells beside others.
 * @typedef {{position: number, alternatives: Alternative[], tells: number}} Part
 *
 * `corrected` has [typed, used instead]; `unknown` what the site does not have; `meant` all words, with those that
 * were meant in the place of typing errors.
 * @typedef {{parts: Part[], corrected: [string, string][], unknown: string[], meant: string[]}} Query
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
  const query = { parts: [], corrected: [], unknown: [], meant: [...typed] };
  for (let position = 0; position < typed.length; ) {
    const phrase = longestSynonym(typed, position, vocabulary.synonyms);
    if (phrase) {
      query.parts.push(await synonymPart(phrase, position, vocabulary));
      position += phrase.length;
      continue;
    }
    const word = typed[position];
    const compound = await compoundOf(word, typed[position + 1], vocabulary);
    if (compound) {
      query.parts.push(part(position, [one(compound)]));
      query.meant.splice(position, 2, compound, "");
      position += 2;
      continue;
    }
    const isWhole = position < typed.length - 1;
    if (allSmall || !isSmall(word)) await addWord(query, word, position, isWhole, vocabulary);
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
    if (ownWord(run, synonyms)) return run;
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
  const own = /** @type {string} */ (ownWord(phrase, vocabulary.synonyms)).split(" ");
  const alternatives = [{ words: tellingOf(own), weight: SYNONYM_WEIGHT }];
  const telling = phrase.filter((word) => !isSmall(word));
  const forms = await Promise.all(telling.map(async (word) => knownForm(word, await vocabulary.known(word))));
  const found = forms.filter((form) => form !== null);
  if (found.length && found.length === telling.length) {
    // Of "wrong with me" the one word that tells something is not what was meant.
    alternatives.unshift({ words: found, weight: telling.length / phrase.length });
  }
  return part(position, alternatives);
}

/** Of some words those that tell something; if none of them does, as in "say no", they tell it together. */
function tellingOf(/** @type {string[]} */ words) {
  const telling = words.filter((word) => !isSmall(word));
  return telling.length ? telling : words;
}

/**
 * @param {number} position
 * @param {Alternative[]} alternatives
 * @param {number} [tells]
 * @returns {Part}
 */
function part(position, alternatives, tells = 1) {
  return { position, alternatives, tells };
}

/** @returns {Alternative} */
function one(/** @type {string} */ word) {
  return { words: [word], weight: 1 };
}

/**
 * Adds a single word, or the one that was meant.
 *
 * @param {Query} query
 * @param {string} word
 * @param {number} position
 * @param {boolean} isWhole whether it is no half word, which somebody is still typing
 * @param {Vocabulary} vocabulary
 */
async function addWord(query, word, position, isWhole, vocabulary) {
  const form = await formOf(word, isWhole, vocabulary);
  const plain = plainForm(word);
  const plainly = plain && (await formOf(plain, true, vocabulary));
  const forms = [...new Set([form, plainly])].filter((own) => typeof own === "string");
  if (forms.length) {
    query.parts.push(part(position, forms.map(one), isLight(word) ? LIGHT : 1));
    return;
  }
  const halves = await halvesOf(word, vocabulary);
  if (halves) {
    query.meant[position] = halves.join(" ");
    halves.forEach((half, index) => query.parts.push(part(position + index, [one(half)])));
    return;
  }
  const meant = nearest(word, await vocabulary.known(word));
  if (meant === null) {
    query.unknown.push(word);
    return;
  }
  query.corrected.push([word, meant]);
  query.meant[position] = meant;
  query.parts.push(part(position, [one(meant)]));
}

/**
 * @param {string} word
 * @param {boolean} isWhole
 * @param {Vocabulary} vocabulary
 * @returns {Promise<string | null>} the form of the word that the site has, in British spelling if it was not
 */
async function formOf(word, isWhole, vocabulary) {
  const known = await vocabulary.known(word);
  const whole = knownForm(word, known, true);
  if (whole) return whole;
  const spelled = british(word)
    .map((own) => knownForm(own, known, true))
    .find((own) => own !== null);
  return spelled ?? (isWhole ? null : knownForm(word, known));
}

/**
 * @param {string} word
 * @param {string | undefined} next the word after it
 * @param {Vocabulary} vocabulary
 * @returns {Promise<string | null>} the word that the site writes as one, as for `wheel chair`
 */
async function compoundOf(word, next, vocabulary) {
  if (!next || isSmall(word) || isSmall(next) || word.length + next.length < SHORTEST_COMPOUND) return null;
  return (await vocabulary.known(word)).includes(word + next) ? word + next : null;
}

/**
 * @param {string} word
 * @param {Vocabulary} vocabulary
 * @returns {Promise<string[] | null>} the two words that it is made of, as in `changingroom`
 */
async function halvesOf(word, vocabulary) {
  for (let end = SHORTEST_HALF; end <= word.length - SHORTEST_HALF; end++) {
    const [first, second] = [word.slice(0, end), word.slice(end)];
    if (!(await vocabulary.known(first)).includes(first)) continue;
    if ((await vocabulary.known(second)).includes(second)) return [first, second];
  }
  return null;
}

/**
 * Leaves those parts out of a query that a large site says most often: they tell least, and their files are the
 * largest.
 *
 * @param {Query} query
 * @param {(word: string) => Promise<number>} often about how often the site has a word
 */
export async function keepTelling(query, often) {
  const parts = await Promise.all(
    query.parts.map(async (own) => {
      const all = [...new Set(own.alternatives.flatMap((way) => way.words))];
      const counts = await Promise.all(all.map(often));
      return { own, said: counts.reduce((sum, count) => sum + count, 0) };
    }),
  );
  parts.sort((one, other) => other.own.tells - one.own.tells || one.said - other.said);
  const kept = new Set();
  let said = 0;
  for (const part of parts) {
    said += part.said;
    if (kept.size < (said > SAID ? TELLING.least : TELLING.most)) kept.add(part.own);
  }
  query.parts = query.parts.filter((part) => kept.has(part));
}
