/** From a question to its results in order: what the index finds, what pages say they answer, and what they are. */

import { Alike } from "./alike.js";
import { answer } from "./answer.js";
import { breath } from "./breath.js";
import { keepTelling, parse } from "./query.js";
import { rank } from "./rank.js";
import { namedKind, words } from "./words.js";

/** How many results, the best by what is known of them without their text, are read before they are put in order. */
const READ = 6;
/** Of those, how many webinars: their texts are long. */
const WEBINARS_READ = 4;
/** An index of more pages is a large one, with large files: fewer of them are read, and fewer words are looked for. */
const LARGE = 500;
const LARGE_READ = 4;
/** How alike a question has to be to one that a page answers, and to a title, to count. */
const ALIKE = { question: 0.2, title: 0.5 };
/** What counts as found well: where nothing is, the best there is counts less than it would among others. */
const WELL = { words: 0.7, question: 0.6 };
/** What counts beside the words that the index has found, which count 1 for the page with most of them. */
const COUNTS = { question: 1.2, title: 1.5, heading: 0.6, passage: 0.6 };

/** How much more it counts if a title has all the words and no others. */
const EXACT = 2;
/** How many results are shown at most: whoever looks further asks in other words. */
const MOST = 20;
/** What the first result has to count, if half of the words or more are none of the site's. */
const FITS = 1.6;
/** How many parts of a page are shown because of the questions that they answer, and how near they are to the best. */
const MOST_PARTS = 2;
const NEAR_THE_BEST = 0.7;

/** How likely a result of a kind answers a question, if it has the same words as others. */
const STANDING = new Map([
  ["guide", 1],
  ["webinar", 0.7],
  ["tool", 0.75],
  ["sign", 0.9],
  ["rung", 0.85],
  ["easier", 0.85],
  ["term", 0.75],
  ["story", 0.7],
  ["list", 0.55],
  ["about", 0.3],
]);

/** What a result of a kind that was named counts, beside others. */
const NAMED = 1.3;

/**
 * A result: a page of the index, the parts of it that say they answer the question, and its text once it was read.
 * @typedef {{page: import("./rank.js").Ranked, standing: string, score: number, parts: string[],
 *   read: Promise<import("./index.js").Text> | null}} Result
 *
 * `results` are the best, in order; `count` is how many pages have something of the question.
 * @typedef {{query: import("./query.js").Query, weights: number[], results: Result[], count: number}} Found
 */

/**
 * What a question can be like: those that pages answer, and their titles.
 * @typedef {{questions: Alike, titles: Alike}} Asked
 */

/** @type {WeakMap<import("./index.js").SearchIndex, Promise<Asked>>} */
const known = new WeakMap();

/** @returns {Promise<Asked>} those of an index, made once */
function askedOf(/** @type {import("./index.js").SearchIndex} */ index) {
  const made = known.get(index) ?? makeAsked(index);
  known.set(index, made);
  return made;
}

/** @returns {Promise<Asked>} */
async function makeAsked(/** @type {import("./index.js").SearchIndex} */ index) {
  const { questions, chapters, pages } = index.places;
  const texts = [...questions, ...chapters].map(({ text }) => text);
  const titles = [...pages.values()].map(({ title }) => title);
  return { questions: await Alike.of(texts, index.synonyms), titles: await Alike.of(titles, index.synonyms) };
}

/**
 * @param {import("./index.js").SearchIndex} index
 * @param {string} asked
 * @param {Record<string, string>} filters
 * @returns {Promise<Found>} rejects with an IndexError
 */
export async function ask(index, asked, filters) {
  // Both at once: while files of the index are on their way, there is time.
  const [query, { questions, titles }] = await Promise.all([
    parse(asked, { known: (word) => index.known(word), synonyms: index.synonyms }),
    askedOf(index),
  ]);
  if (isLarge(index)) await keepTelling(query, (word) => index.often(word));
  const { pages, weights } = await rank(query, (word) => index.find(word, filters), index.places.count);
  const meant = query.meant.join(" ");
  const answered = await answering(index, questions, meant);
  const called = await titled(index, titles, meant);
  const most = Math.max(pages[0]?.score ?? 0, WELL.words);
  const likest = Math.max(WELL.question, ...[...answered.values()].map(({ alike }) => alike));
  const named = new Set(words(asked).map(namedKind));
  const results = pages.map((page) => {
    const standing = index.places.pages.get(page.id)?.standing ?? "webinar";
    const question = answered.get(page.id);
    const own = (page.score / most) * (filters.kind ? 1 : (STANDING.get(standing) ?? 1));
    const score = own + COUNTS.question * ((question?.alike ?? 0) / likest) ** 2 + COUNTS.title * (called.get(page.id) ?? 0) ** EXACT;
    return /** @type {Result} */ ({ page, standing, score, parts: question?.parts ?? [], read: null });
  });
  results.sort(byScore);
  await read(results, index, questions, query, weights, meant);
  for (const result of results) if (named.has(result.standing)) result.score *= NAMED;
  results.sort(byScore);
  if (!fits(results, query)) return { query, weights, results: [], count: 0 };
  return { query, weights, results: results.slice(0, MOST), count: results.length };
}

function isLarge(/** @type {import("./index.js").SearchIndex} */ index) {
  return index.places.count > LARGE;
}

/**
 * Whether the first result is an answer at all: where the site has half of the words or fewer, one page that has one
 * of them somewhere is none.
 */
function fits(/** @type {Result[]} */ results, /** @type {import("./query.js").Query} */ query) {
  const known = query.parts.length / (query.parts.length + query.unknown.length);
  return results.length > 0 && (known > 0.5 || results[0].score >= FITS);
}

const byScore = (/** @type {Result} */ one, /** @type {Result} */ other) =>
  other.score - one.score || (one.page.id < other.page.id ? -1 : 1);

/**
 * The pages that say they answer a question like this one, and the parts that do, the likest first.
 *
 * @param {import("./index.js").SearchIndex} index
 * @param {Alike} questions
 * @param {string} asked
 */
async function answering(index, questions, asked) {
  const all = [...index.places.questions, ...index.places.chapters];
  const near = (await questions.to(asked))
    .map((alike, number) => ({ alike, ...all[number] }))
    .filter(({ alike }) => alike >= ALIKE.question)
    .sort((one, other) => other.alike - one.alike);
  /** @type {Map<string, {alike: number, parts: string[]}>} */
  const found = new Map();
  for (const { id, part, alike } of near) {
    const page = found.get(id) ?? { alike, parts: [] };
    const isNear = alike >= NEAR_THE_BEST * page.alike && page.parts.length < MOST_PARTS;
    if (isNear && !page.parts.includes(part)) page.parts.push(part);
    found.set(id, page);
  }
  return found;
}

/**
 * The pages whose title is like the question.
 *
 * @param {import("./index.js").SearchIndex} index
 * @param {Alike} titles
 * @param {string} asked
 */
async function titled(index, titles, asked) {
  const ids = [...index.places.pages.keys()];
  const alike = await titles.to(asked);
  return new Map(ids.map((id, number) => [id, alike[number] >= ALIKE.title ? alike[number] : 0]));
}

/**
 * Reads the first results, and lets the best passage of each count.
 *
 * @param {Result[]} results in order
 * @param {import("./index.js").SearchIndex} index
 * @param {Alike} questions
 * @param {import("./query.js").Query} query
 * @param {number[]} weights
 * @param {string} meant
 */
async function read(results, index, questions, query, weights, meant) {
  let webinars = 0;
  const chosen = results.slice(0, 2 * READ).filter(({ standing }) => {
    const isWebinar = standing === "webinar";
    if (isWebinar) webinars += 1;
    return !isWebinar || webinars <= WEBINARS_READ;
  });
  await Promise.all(
    chosen.slice(0, isLarge(index) ? LARGE_READ : READ).map(async (result) => {
      result.read = result.page.load();
      const text = await result.read;
      await breath();
      const found = answer(result.page, text, query.parts, weights, result.parts);
      const heading = Math.max(0, ...questions.toOthers(meant, headings(text)));
      result.score += COUNTS.passage * found.passage + COUNTS.heading * heading ** 2;
    }),
  );
}

/** The headings of a page's parts. Those of chapters are counted among the questions already. */
function headings(/** @type {import("./index.js").Text} */ text) {
  return text.anchors.filter(({ element, id }) => /^h[23]$/.test(element) && !/^t-\d+$/.test(id)).map((own) => own.text);
}

/**
 * @param {Found} found
 * @param {number} from
 * @param {number} to
 * @returns {Promise<import("./answer.js").Answer[]>} what is shown of the results from one to another
 */
export function answersOf(found, from, to) {
  return Promise.all(
    found.results.slice(from, to).map(async (result) => {
      const text = await (result.read ?? result.page.load());
      return answer(result.page, text, found.query.parts, found.weights, result.parts);
    }),
  );
}
