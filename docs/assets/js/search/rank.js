/** Puts the pages that have something of a query in order: those that answer it best come first. */

/**
 * A page with what it has of the query. `parts` has for each part of the query the places of its words.
 * @typedef {{id: string, score: number, parts: number[][], load: () => Promise<import("./index.js").Text>}} Ranked
 */

/** Words within which the parts of a query count as said together. */
const TOGETHER = 20;
/** How much it counts that they are: above 1, half of the query in one place is less than half an answer. */
const TOGETHER_COUNTS = 1;
/** How much it counts that a word is on a page often: 1 would be as much as the index says. */
const OFTEN = 0.8;
/** So much rarer than this does not tell more: what is said once may be an accident. */
const RARE = 5;
/** Within how many words those of a phrase stand near each other. */
const NEAR = 6;
/** What a page counts that has them all, but apart. */
const APART = 0.3;
/** How many pages, the best by their words alone, are looked at more closely. */
const CLOSELY = 200;

/**
 * @param {import("./query.js").Query} query
 * @param {(word: string) => Promise<Map<string, import("./index.js").Hit>>} find
 * @param {number} size how many pages there are
 * @returns {Promise<{pages: Ranked[], weights: number[]}>} `weights` says how much each part of the query tells: one
 *   that is on few pages tells more
 */
export async function rank(query, find, size) {
  const found = await Promise.all(query.parts.map((part) => findPart(part, find, size)));
  const weights = found.map(({ weight }, index) => weight * query.parts[index].tells);
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  /** @type {Map<string, Ranked>} */
  const pages = new Map();
  found.forEach((part, index) => {
    const most = Math.max(0, ...[...part.pages.values()].map((hit) => hit.score)) || 1;
    for (const [id, hit] of part.pages) {
      const page = pages.get(id) ?? { id, score: 0, parts: query.parts.map(() => []), load: hit.load };
      page.score += (weights[index] / total) * (hit.score / most) ** OFTEN;
      page.parts[index] = hit.places;
      pages.set(id, page);
    }
  });
  const covered = (/** @type {Ranked} */ page) =>
    page.parts.reduce((sum, places, index) => sum + (places.length ? weights[index] : 0), 0) / total;
  for (const page of pages.values()) page.score *= covered(page);
  const inOrder = [...pages.values()].sort(byScore);
  for (const page of inOrder.slice(0, CLOSELY)) {
    // A long page has each word somewhere: what counts is the place that has them together.
    page.score *= together(page.parts, weights) ** TOGETHER_COUNTS * (1 + asPhrase(page.parts, query.parts) / 2);
  }
  return { pages: inOrder.sort(byScore), weights };
}

const byScore = (/** @type {Ranked} */ one, /** @type {Ranked} */ other) =>
  other.score - one.score || (one.id < other.id ? -1 : 1);

/**
 * The pages with a part of the query, said in the way that suits each page best.
 *
 * @param {import("./query.js").Part} part
 * @param {(word: string) => Promise<Map<string, import("./index.js").Hit>>} find
 * @param {number} size
 * @returns {Promise<{pages: Map<string, import("./index.js").Hit>, weight: number}>}
 */
async function findPart(part, find, size) {
  const ways = await Promise.all(
    part.alternatives.map(async ({ words, weight }) => {
      const found = await Promise.all(words.map(find));
      const pages = joined(found);
      const saying = [...pages.values()].filter(({ places }) => places.length).length;
      return { pages, weight, tells: saying ? Math.log(1 + size / (saying + RARE)) : 0 };
    }),
  );
  const weight = Math.max(0, ...ways.map(({ tells }) => tells));
  /** @type {Map<string, import("./index.js").Hit>} */
  const best = new Map();
  for (const way of ways) {
    const counts = way.weight * (way.tells / (weight || 1)) ** (0.5);
    for (const [id, hit] of way.pages) {
      const before = best.get(id);
      const places = before ? [...before.places, ...hit.places].sort((one, other) => one - other) : hit.places;
      best.set(id, { score: Math.max(hit.score * counts, before?.score ?? 0), places, load: hit.load });
    }
  }
  return { pages: best, weight };
}

/** The pages that say several words near each other, and those that have them all somewhere, which counts for little. */
function joined(/** @type {Map<string, import("./index.js").Hit>[]} */ words) {
  if (words.length === 1) return words[0];
  /** @type {Map<string, import("./index.js").Hit>} */
  const pages = new Map();
  for (const [id, hit] of words[0]) {
    const own = words.map((word) => word.get(id)).filter((found) => found !== undefined);
    if (own.length < words.length) continue;
    const score = own.reduce((sum, { score }) => sum + score, 0);
    const places = near(own.map((found) => found.places));
    pages.set(id, { score: places.length ? score : score * APART, places, load: hit.load });
  }
  return pages;
}

/** The places of words that all stand near each other. */
function near(/** @type {number[][]} */ words) {
  const isNear = (/** @type {number} */ place) =>
    words.every((own) => own.some((other) => Math.abs(other - place) <= NEAR));
  return words.flatMap((own) => own.filter(isNear)).sort((one, other) => one - other);
}

/**
 * @param {number[][]} parts places of each part
 * @param {number[]} weights
 * @returns {number} 0 to 1: how much of the query is said within a few words
 */
export function together(parts, weights) {
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const places = parts
    .flatMap((own, part) => own.map((place) => ({ place, part })))
    .sort((one, other) => one.place - other.place);
  const inside = parts.map(() => 0);
  let sum = 0;
  let most = 0;
  let first = 0;
  for (const { place, part } of places) {
    if (inside[part]++ === 0) sum += weights[part];
    while (places[first].place < place - TOGETHER) {
      const left = places[first++].part;
      if (--inside[left] === 0) sum -= weights[left];
    }
    most = Math.max(most, sum);
  }
  return most / total;
}

/**
 * @param {number[][]} parts places of each part
 * @param {{position: number}[]} asked where in the query each part stands
 * @returns {number} 0 to 1: how many neighbours of the query stand beside each other on the page just as in it
 */
export function asPhrase(parts, asked) {
  if (parts.length < 2) return 0;
  let pairs = 0;
  for (let index = 1; index < parts.length; index++) {
    const gap = asked[index].position - asked[index - 1].position;
    const before = new Set(parts[index - 1]);
    if (parts[index].some((place) => before.has(place - gap))) pairs += 1;
  }
  return pairs / (parts.length - 1);
}
