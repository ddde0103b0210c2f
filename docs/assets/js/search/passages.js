/** The passage of a section that answers best, in whole sentences. Blanks of a form and bits of a list are none. */

/** Words that a passage has at most; a sentence that is longer is cut. */
const LONGEST = 38;
/** Words shown before the first one that was looked for, where a sentence is cut. */
const LEAD = 6;
/** Words of the shortest sentence: what is shorter is a heading, or an item of a list. */
const SHORTEST = 4;
/** What words count that stand in no sentence, beside those in one. */
const NO_SENTENCE = 0.3;

/** Where words start and end, counted in words. @typedef {{start: number, end: number}} Span */

const ENDS = /[.!?:][”"’')\]]*$/;
const BLANK = /_{3,}/;

/**
 * @param {string[]} content words of a page
 * @param {Span} section
 * @returns {(Span & {isSentence: boolean})[]} the section cut at the ends of its sentences
 */
export function sentences(content, section) {
  const found = [];
  let start = section.start;
  for (let index = section.start; index < section.end; index++) {
    if (index < section.end - 1 && !ENDS.test(content[index])) continue;
    const own = content.slice(start, index + 1);
    const isSentence = own.length >= SHORTEST && !own.some((word) => BLANK.test(word));
    found.push({ start, end: index + 1, isSentence });
    start = index + 1;
  }
  return found;
}

/**
 * @param {string[]} content words of a page
 * @param {Span} section
 * @param {number[][]} parts the places of each part of the query
 * @param {number[]} weights how much each part tells
 * @returns {Span & {at: number}} the passage, and where the first word that was looked for stands in it
 */
export function bestPassage(content, section, parts, weights) {
  const all = sentences(content, section);
  let best = { start: section.start, end: section.start, at: section.start, counts: -1 };
  all.forEach((first, index) => {
    let { end } = first;
    for (const next of all.slice(index + 1)) {
      if (!next.isSentence || !first.isSentence || next.end - first.start > LONGEST) break;
      end = next.end;
    }
    const inside = parts.map((own) => own.filter((place) => place >= first.start && place < end));
    const sum = inside.reduce((total, own, part) => total + (own.length ? weights[part] : 0), 0);
    const often = 0.001 * inside.flat().length;
    const inFirst = parts.some((own) => own.some((place) => place >= first.start && place < first.end));
    const counts = (sum + often + (inFirst ? 0.1 : 0)) * (first.isSentence ? 1 : NO_SENTENCE) + (first.isSentence ? 0.0001 : 0);
    if (counts > best.counts) best = { start: first.start, end, at: Math.min(...inside.flat(), end - 1), counts };
  });
  if (best.end - best.start <= LONGEST) return best;
  const start = Math.max(best.start, Math.min(best.at - LEAD, best.end - LONGEST));
  return { start, end: Math.min(best.end, start + LONGEST), at: best.at };
}

/** @returns {boolean} whether a word of a form is a blank to fill in */
export function isBlank(/** @type {string} */ word) {
  return BLANK.test(word);
}
