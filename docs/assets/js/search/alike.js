/** How near a question is to titles, and to other questions: by the words that both have, the rare ones first. */

import { plainForm } from "./forms.js";
import { stem } from "./nearest.js";
import { isSmall, words } from "./words.js";

const LONGEST_SYNONYM = 4;
/** What it counts if one text has a word, and the other one another word for the same. */
const ANOTHER_WORD = 0.8;
/** What a word of a question's grammar (how, when, should) counts beside a word that tells. */
const SMALL = 0.2;
/** Of how many texts a word counts as one that is in none: it is rare, but may tell nothing. */
const UNSEEN = 3;
/** How much of what is asked has to be in a text, beside how much of the text is asked for. */
const ASKED = 0.4;

/** A word of a text in its plain form, and the other words for it. @typedef {{word: string, others: Set<string>, kind: number}} Unit */

const plain = (/** @type {string} */ word) => stem(plainForm(word) ?? word);

/**
 * @param {string} text
 * @param {Map<string, string>} synonyms
 * @returns {Unit[]}
 */
function units(text, synonyms) {
  const typed = words(text);
  const found = typed.map((word) => ({
    word: plain(word),
    others: /** @type {Set<string>} */ (new Set()),
    kind: isSmall(word) ? SMALL : 1,
  }));
  typed.forEach((_, start) => {
    for (let length = 1; length <= Math.min(LONGEST_SYNONYM, typed.length - start); length++) {
      const own = synonyms.get(typed.slice(start, start + length).join(" "));
      if (!own) continue;
      const telling = own.split(" ").filter((word) => !isSmall(word)).map(plain);
      for (const unit of found.slice(start, start + length)) {
        // Words that tell little by themselves tell something together, as in "take over".
        unit.kind = 1;
        telling.forEach((word) => unit.others.add(word));
      }
    }
  });
  return found;
}

/** What one word counts for another one: 1 for the same, less for another word for it. */
function same(/** @type {Unit} */ one, /** @type {Unit} */ other) {
  if (one.word === other.word) return 1;
  if (one.others.has(other.word) || other.others.has(one.word)) return ANOTHER_WORD;
  return [...one.others].some((word) => other.others.has(word)) ? ANOTHER_WORD ** 2 : 0;
}

/** Texts that a question can be near to. */
export class Alike {
  /** @type {Unit[][]} */
  #texts;
  /** In how many of the texts each word is. @type {Map<string, number>} */
  #counts = new Map();
  #synonyms;

  /**
   * @param {string[]} texts
   * @param {Map<string, string>} synonyms
   */
  constructor(texts, synonyms) {
    this.#synonyms = synonyms;
    this.#texts = texts.map((text) => units(text, synonyms));
    for (const text of this.#texts) {
      for (const word of new Set(text.map((unit) => unit.word))) this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
    }
  }

  /** How much a word tells: one that is in few of the texts tells more. */
  #tells(/** @type {Unit} */ unit) {
    return unit.kind * Math.log(1 + this.#texts.length / (this.#counts.get(unit.word) ?? UNSEEN));
  }

  /** How much of what one text says the other one says too, 0 to 1. */
  #covered(/** @type {Unit[]} */ one, /** @type {Unit[]} */ other) {
    let total = 0;
    let sum = 0;
    for (const unit of one) {
      const tells = this.#tells(unit);
      total += tells;
      sum += tells * Math.max(0, ...other.map((own) => same(unit, own)));
    }
    return total ? sum / total : 0;
  }

  /**
   * @param {string} question
   * @returns {number[]} for each of the texts 0 to 1: nothing in common to the same words
   */
  to(question) {
    const asked = units(question, this.#synonyms);
    return this.#texts.map((text) => {
      const [ofAsked, ofText] = [this.#covered(asked, text), this.#covered(text, asked)];
      return ofAsked && ofText ? 1 / (ASKED / ofAsked + (1 - ASKED) / ofText) : 0;
    });
  }
}
