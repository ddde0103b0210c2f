/** How near a question is to titles, and to other questions: by the words that both have, the rare ones first. */

import { breath } from "./breath.js";
import { ownWord, plainForm } from "./forms.js";
import { stem } from "./nearest.js";
import { isLight, isSmall, words } from "./words.js";

const LONGEST_SYNONYM = 4;
/** Texts between two breaths: a few milliseconds on a phone. */
const AT_ONCE = 40;
/** What it counts if one text has a word, and the other one another word for the same. */
const ANOTHER_WORD = 0.8;
/** What a word of a question's grammar (how, when, should) counts beside a word that tells. */
const SMALL = 0.2;
/** What a light word counts: often, first, take. */
const LIGHT = 0.5;
/** What another form of the same word counts: invited for invitation. */
const ANOTHER_FORM = 0.7;
/** What a word counts that is known to be another word for something of the site: that is what a question is about. */
const FIELD = 1.4;
/** Of how many texts a word counts as one that is in none: it is rare, but may tell nothing. */
const UNSEEN = 3;
/** How much of what is asked has to be in a text, beside how much of the text is asked for. */
const ASKED = 0.5;

/**
 * A word of a text: as it was written and in its plain form, what kind of word it is (1 if it tells), and the site's
 * other ways to say it, each in plain forms. `alone` is what it says of a phrase that it stands in: of "wrong with me",
 * "wrong" says a third.
 * @typedef {{written: string, word: string, kind: number, others: string[][], alone: number}} Unit
 */

/** @type {Map<string, string>} */
const plainForms = new Map();

/** What the forms of a word have in common. Titles say the same words again and again: each is thought about once. */
function plain(/** @type {string} */ word) {
  const form = plainForms.get(word) ?? stem(plainForm(word) ?? word);
  plainForms.set(word, form);
  return form;
}

/**
 * @param {string} text
 * @param {Map<string, string>} synonyms
 * @returns {Unit[]}
 */
function units(text, synonyms) {
  const typed = words(text);
  /** @type {Unit[]} */
  const found = typed.map((word) => ({
    written: word,
    word: plain(word),
    kind: isSmall(word) ? SMALL : isLight(word) ? LIGHT : 1,
    others: [],
    alone: 1,
  }));
  typed.forEach((_, start) => {
    for (let length = 1; length <= Math.min(LONGEST_SYNONYM, typed.length - start); length++) {
      const phrase = typed.slice(start, start + length);
      const own = ownWord(phrase, synonyms);
      if (!own) continue;
      const ofOwn = own.split(" ");
      const tellingOfOwn = ofOwn.filter((word) => !isSmall(word));
      const other = (tellingOfOwn.length ? tellingOfOwn : ofOwn).map(plain);
      const telling = phrase.filter((word) => !isSmall(word)).length / length;
      for (const unit of found.slice(start, start + length)) {
        // Words that tell little by themselves tell something together, as in "take over".
        unit.kind = FIELD;
        unit.others.push(other);
        unit.alone = Math.min(unit.alone, telling);
      }
    }
  });
  return found;
}

/** What a word is of what another one says in the same form or another one: 1 for the same word. */
function same(/** @type {Unit} */ one, /** @type {Unit} */ other) {
  if (one.word !== other.word) return 0;
  return (one.written === other.written ? 1 : ANOTHER_FORM) * Math.min(one.alone, other.alone);
}

/** How much of another way to say something is in a text: half of its words are a quarter of it. */
function said(/** @type {string[]} */ other, /** @type {Unit[]} */ text) {
  const inside = other.filter((word) => text.some((unit) => unit.word === word)).length;
  return (inside / other.length) ** 2;
}

/** How much of a word of one text another text says. */
function saysWord(/** @type {Unit} */ unit, /** @type {Unit[]} */ own, /** @type {Unit[]} */ other) {
  const directly = other.map((theirs) => same(unit, theirs));
  const asOther = unit.others.map((way) => ANOTHER_WORD * said(way, other));
  const theirOthers = other.flatMap((theirs) => theirs.others);
  const fromOther = theirOthers.filter((way) => way.includes(unit.word)).map((way) => ANOTHER_WORD * said(way, own));
  const both = unit.others.some((way) => theirOthers.some((theirs) => theirs.join(" ") === way.join(" ")));
  return Math.max(0, both ? ANOTHER_WORD ** 2 : 0, ...directly, ...asOther, ...fromOther);
}

/**
 * What is made of each one, with breaths between.
 *
 * @template One, Made
 * @param {One[]} all
 * @param {(one: One) => Made} make
 * @returns {Promise<Made[]>}
 */
async function inPieces(all, make) {
  const made = [];
  for (let start = 0; start < all.length; start += AT_ONCE) {
    await breath();
    made.push(...all.slice(start, start + AT_ONCE).map(make));
  }
  return made;
}

/** Texts that a question can be near to. */
export class Alike {
  /** @type {Unit[][]} */
  #texts = [];
  /** In how many of the texts each word is. @type {Map<string, number>} */
  #counts = new Map();
  #synonyms;

  constructor(/** @type {Map<string, string>} */ synonyms) {
    this.#synonyms = synonyms;
  }

  /**
   * @param {string[]} texts
   * @param {Map<string, string>} synonyms
   */
  static async of(texts, synonyms) {
    const alike = new Alike(synonyms);
    alike.#texts = await inPieces(texts, (text) => units(text, synonyms));
    for (const text of alike.#texts) {
      for (const word of new Set(text.map((unit) => unit.word))) alike.#counts.set(word, (alike.#counts.get(word) ?? 0) + 1);
    }
    return alike;
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
      sum += tells * saysWord(unit, one, other);
    }
    return total ? sum / total : 0;
  }

  /**
   * @param {string} question
   * @returns {Promise<number[]>} for each of the texts 0 to 1: nothing in common to the same words
   */
  to(question) {
    const asked = units(question, this.#synonyms);
    return inPieces(this.#texts, (text) => this.#near(asked, text));
  }

  /**
   * @param {string} question
   * @param {string[]} others texts that are none of these, such as the headings of a page
   * @returns {number[]} the same for each of the others
   */
  toOthers(question, others) {
    const asked = units(question, this.#synonyms);
    return others.map((text) => this.#near(asked, units(text, this.#synonyms)));
  }

  #near(/** @type {Unit[]} */ asked, /** @type {Unit[]} */ text) {
    const [ofAsked, ofText] = [this.#covered(asked, text), this.#covered(text, asked)];
    return ofAsked && ofText ? 1 / (ASKED / ofAsked + (1 - ASKED) / ofText) : 0;
  }
}
