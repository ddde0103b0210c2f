/** Puts the pages that have something of a query in order: those that answer it best come first. */

/**
 * A page with what it has of the query. `parts` has for each part of the query the places of its words.
 * @typedef {{id: string, score: number, parts: number[][], load: () => Promise<import("./index.js").Text>}} Ranked
 */

/** Words within which the parts of a query count as said together. */
const TOGETHER = 40;
/** How many pages, the best by their words alone, are looked at more closely. */
const CLOSELY = 200;

/**
 * @param {import("./query.js").Query} query
 * @param {(word: string) => Promise<Map<string, import("./index.js").Hit>>} find
 * @returns {Promise<{pages: Ranked[], weights: number[]}>} `weights` says how much each part of the query tells
 */
export async function rank(query, find) {
  const found = await Promise.all(query.parts.map((part) => findPart(part, find)));
  const weights = found.map((pages) => Math.max(0, ...[...pages.values()].map((page) => page.score)));
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  /** @type {Map<string, Ranked>} */
  const pages = new Map();
  found.forEach((part, index) => {
    for (const [id, hit] of part) {
      const page = pages.get(id) ?? { id, score: 0, parts: query.parts.map(() => []), load: hit.load };
      page.score += hit.score;
      page.parts[index] = hit.places;
      pages.set(id, page);
    }
  });
  const covered = (/** @type {Ranked} */ page) =>
    page.parts.reduce((sum, places, index) => sum + (places.length ? weights[index] : 0), 0) / total;
  for (const page of pages.values()) page.score *= covered(page) ** 2;
  const inOrder = [...pages.values()].sort(byScore);
  for (const page of inOrder.slice(0, CLOSELY)) {
    page.score *= 0.5 + 0.5 * together(page.parts, weights) + 0.5 * asPhrase(page.parts, query.parts);
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
 * @returns {Promise<Map<string, import("./index.js").Hit>>}
 */
async function findPart(part, find) {
  /** @type {Map<string, import("./index.js").Hit>} */
  const best = new Map();
  for (const alternative of part.alternatives) {
    const words = await Promise.all(alternative.words.map(find));
    for (const [id, hit] of joined(words)) {
      const score = hit.score * alternative.weight;
      const before = best.get(id);
      const places = before ? [...before.places, ...hit.places].sort((one, other) => one - other) : hit.places;
      best.set(id, { score: Math.max(score, before?.score ?? 0), places, load: hit.load });
    }
  }
  return best;
}

/** Pages with several words: a page that has only some of them counts for little. */
function joined(/** @type {Map<string, import("./index.js").Hit>[]} */ words) {
  if (words.length === 1) return words[0];
  /** @type {Map<string, import("./index.js").Hit & {count: number}>} */
  const pages = new Map();
  for (const [id, hit] of words.flatMap((word) => [...word])) {
    const page = pages.get(id) ?? { score: 0, places: [], load: hit.load, count: 0 };
    page.score += hit.score;
    page.places = [...page.places, ...hit.places].sort((one, other) => one - other);
    page.count += 1;
    pages.set(id, page);
  }
  for (const page of pages.values()) page.score *= (page.count / words.length) ** 2;
  return pages;
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
