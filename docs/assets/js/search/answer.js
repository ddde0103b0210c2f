/** From a page's text to what the reader is shown of it: the best places, each with the words around. */

import { bestPassage, isBlank } from "./passages.js";
import { asPhrase } from "./rank.js";

const MOST_PLACES = 3;
/** How good a place has to be, beside the best of its page, to be shown too. */
const GOOD_ENOUGH = 0.6;

/**
 * Some words of a page; those that were looked for are marked.
 * @typedef {{text: string, marked: boolean}[]} Excerpt
 *
 * A place on a page, under its heading. `seconds` is when it is said, for a place in a webinar.
 * @typedef {{url: string, heading: Excerpt, seconds: number | null, excerpt: Excerpt}} Place
 *
 * `passage` says how well the best place answers, 0 to 1.
 * @typedef {{url: string, title: string, kind: string, length: string, presenters: string,
 *   excerpt: Excerpt | null, places: Place[], passage: number}} Answer
 */

/**
 * @param {import("./rank.js").Ranked} page
 * @param {import("./index.js").Text} text
 * @param {{position: number}[]} asked
 * @param {number[]} weights how much each part of the query tells
 * @param {string[]} parts ids of the parts of the page that say they answer, the likest first; "" is the whole page
 * @returns {Answer}
 */
export function answer(page, text, asked, weights, parts) {
  const content = text.content.split(/\s+/);
  const marked = new Set(page.parts.flat());
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const scored = sections(text, content.length)
    .map((section) => ({ section, score: score(section, page.parts, asked, weights) }))
    .map(({ section, score }) => ({ section, own: score, place: score + total * answers(section, parts) }));
  const most = Math.max(0, ...scored.map(({ own }) => own));
  const best = scored
    .filter(({ section, own }) => (own > 0 && own >= GOOD_ENOUGH * most) || answers(section, parts) > 0)
    .sort((one, other) => other.place - one.place || one.section.start - other.section.start)
    .slice(0, MOST_PLACES)
    .map(({ section }) => section);
  const opening = best.find((section) => section.isOpening) ?? (best.length ? null : whole(content.length));
  const url = text.meta.url;
  return {
    url,
    title: text.meta.title,
    kind: text.filters.kind?.[0] ?? "",
    length: text.meta.length ?? "",
    presenters: text.meta.presenters ?? "",
    passage: Math.min(1, most / (2 * total)),
    excerpt: opening && excerpt(content, marked, opening, page.parts, weights).excerpt,
    places: best
      .filter((section) => !section.isOpening)
      .map((section) => place(url, text, section, marked, excerpt(content, marked, section, page.parts, weights)))
      // What is said in a recording comes before what stands around it.
      .sort((one, other) => Number(one.seconds === null) - Number(other.seconds === null)),
  };
}

/** How surely a section answers by what the page says of itself: more than any words can, if it does. */
function answers(/** @type {Section} */ section, /** @type {string[]} */ parts) {
  const place = section.id ? parts.indexOf(section.id) : -1;
  return place < 0 ? 0 : 5 + parts.length - place;
}

/**
 * A part of a page under one heading; `body` is where its text starts. Counted in words.
 * @typedef {{start: number, body: number, end: number, id: string, title: string, isOpening: boolean}} Section
 */

/** @returns {Section[]} */
function sections(/** @type {import("./index.js").Text} */ text, /** @type {number} */ length) {
  const headings = text.anchors.filter((anchor) => /^h[1-6]$/.test(anchor.element));
  const inside = headings.map((heading, index) => ({
    start: heading.location,
    body: heading.location + heading.text.split(/\s+/).filter(Boolean).length,
    end: headings[index + 1]?.location ?? length,
    id: heading.id,
    title: heading.text,
    isOpening: heading.element === "h1",
  }));
  // A record without headings, and what stands before the first heading, is the page itself.
  const first = inside[0]?.start ?? length;
  return first > 0 ? [{ ...whole(first) }, ...inside] : inside;
}

/** @returns {Section} */
function whole(/** @type {number} */ end) {
  return { start: 0, body: 0, end, id: "", title: "", isOpening: true };
}

/**
 * How well a section answers: which parts it has, how often, in its heading, and next to each other.
 *
 * @param {Section} section
 * @param {number[][]} parts
 * @param {{position: number}[]} asked
 * @param {number[]} weights
 */
function score(section, parts, asked, weights) {
  const inside = parts.map((places) => places.filter((place) => place >= section.start && place < section.end));
  const sum = inside.reduce((total, places, index) => {
    if (!places.length) return total;
    const inHeading = places.some((place) => place < section.body);
    return total + weights[index] * (1 + 0.2 * Math.log2(places.length) + (inHeading ? 0.5 : 0));
  }, 0);
  return sum * (1 + asPhrase(inside, asked));
}

/**
 * @param {string[]} content
 * @param {Set<number>} marked
 * @param {Section} section
 * @param {number[][]} parts
 * @param {number[]} weights
 * @returns {{excerpt: Excerpt, at: number}} and where the first word that was looked for is said
 */
function excerpt(content, marked, section, parts, weights) {
  const { start, end, at } = bestPassage(content, { start: section.body, end: section.end }, parts, weights);
  /** @type {Excerpt} */
  const pieces = [{ text: start > section.body ? "… " : "", marked: false }];
  for (let index = start; index < end; index++) {
    if (isBlank(content[index])) continue;
    pieces.push({ text: content[index], marked: marked.has(index) });
    pieces.push({ text: " ", marked: false });
  }
  pieces.push({ text: end < section.end ? "…" : "", marked: false });
  return { excerpt: pieces, at };
}

/**
 * @param {string} url
 * @param {import("./index.js").Text} text
 * @param {Section} section
 * @param {Set<number>} marked
 * @param {{excerpt: Excerpt, at: number}} found
 * @returns {Place}
 */
function place(url, text, section, marked, found) {
  const moment = text.anchors.findLast(
    ({ id, location }) => /^t-\d+$/.test(id) && location >= section.start && location <= found.at,
  );
  const id = moment?.id ?? section.id;
  const seconds = /^t-\d+$/.test(id) ? Number(id.slice(2)) : null;
  const heading = section.title.split(/\s+/).filter(Boolean).flatMap((word, index) => [
    { text: index ? " " : "", marked: false },
    { text: word, marked: marked.has(section.start + index) },
  ]);
  return { url: `${url}#${id}`, heading, seconds, excerpt: found.excerpt };
}
