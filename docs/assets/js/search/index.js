/** The search index: Pagefind's files, and the words that are in it. */

import { shorterForm } from "./forms.js";
import { stem } from "./nearest.js";
import { placesOf } from "./places.js";

/**
 * Where a word is on a page: the score that the index gives it, and the places (counted in words).
 * `load` fetches the page's text.
 * @typedef {{score: number, places: number[], load: () => Promise<Text>}} Hit
 *
 * @typedef {{element: string, id: string, text: string, location: number}} Anchor
 * @typedef {{content: string, meta: Record<string, string>, filters: Record<string, string[]>, anchors: Anchor[]}} Text
 */

/**
 * What is used of Pagefind, whose program comes with the index.
 *
 * @typedef {{id: string, score: number, words: number[], data: () => Promise<Text>}} Result
 * @typedef {{results: Result[], totalFilters: Record<string, object>, unfilteredResultCount: number}} Response
 * @typedef {{search: (word: string, options: {filters: Record<string, string>}) => Promise<Response>}} Pagefind
 * @typedef {{createInstance: (options: object) => Pagefind}} Program
 */

/** @typedef {import("./places.js").Places} Places */

/**
 * The words of a letter, the most frequent first, and how often each is in the index: a step more is about twice as
 * often.
 * @typedef {{inOrder: string[], steps: Map<string, number>}} Words
 */

/** How often the program of the index did not come. */
let failures = 0;

/**
 * Some browsers remember of a module that it did not come (Chromium 150): it is asked for under another address then.
 *
 * @param {URL} folder
 * @returns {Promise<Program>}
 */
async function loadProgram(folder) {
  try {
    return await import(new URL(failures ? `pagefind.js?${failures}` : "pagefind.js", folder).href);
  } catch (error) {
    failures += 1;
    throw error;
  }
}

/** The index is missing, or a part of it. */
export class IndexError extends Error {}

// The title counts; what is only shown does not.
const META_WEIGHTS = { title: 4, presenters: 1, topics: 0.5, url: 0, length: 0, published: 0 };

export class SearchIndex {
  /** @type {Pagefind} */
  #pagefind;
  /** @type {URL} */
  #folder;
  /** @type {Map<string, Promise<Words>>} */
  #words = new Map();
  /** @type {Map<string, Promise<Map<string, Hit>>>} */
  #found = new Map();

  /** What is typed to what the site calls it. @type {Map<string, string>} */
  synonyms = new Map();

  /**
   * @param {URL} folder
   * @param {Pagefind} pagefind
   * @param {Record<string, string[]>} synonyms what is typed for each of the site's own words
   * @param {Places} places
   */
  constructor(folder, pagefind, synonyms, places) {
    this.#folder = folder;
    this.#pagefind = pagefind;
    for (const [own, typed] of Object.entries(synonyms)) for (const word of typed) this.synonyms.set(word, own);
    this.places = places;
  }

  /**
   * @param {string} root leads from the page to the site's top
   * @returns {Promise<SearchIndex>} rejects with an IndexError
   */
  static async open(root) {
    const folder = new URL(`${root}pagefind/`, location.href);
    try {
      const program = loadProgram(folder);
      const [{ createInstance }, synonyms, places] = await Promise.all([
        program,
        json(new URL("synonyms.json", folder)),
        json(new URL("places.json", folder)),
      ]);
      // Without a worker: the little computing is not worth a second copy of the program.
      const pagefind = createInstance({ noWorker: true, ranking: { metaWeights: META_WEIGHTS } });
      return new SearchIndex(folder, pagefind, /** @type {Record<string, string[]>} */ (synonyms), placesOf(/** @type {import("./places.js").PlacesFile} */ (places)));
    } catch (error) {
      throw new IndexError("The search index could not be opened.", { cause: error });
    }
  }

  /**
   * @param {string} word
   * @returns {Promise<string[]>} the words of the index that start with the same letter, the most frequent first
   */
  async known(word) {
    return (await this.#wordsLike(word)).inOrder;
  }

  /**
   * @param {string} word
   * @returns {Promise<number>} about how often the index has it and its other forms, which are fetched with it
   */
  async often(word) {
    const { inOrder, steps } = await this.#wordsLike(word);
    const start = stem(word);
    const forms = inOrder.filter((other) => other.startsWith(start));
    return forms.reduce((sum, form) => sum + 2 ** (steps.get(form) ?? 0), 0);
  }

  /** @returns {Promise<Words>} those with the same letter at their start */
  #wordsLike(/** @type {string} */ word) {
    const letter = /^[a-z]/.test(word) ? word[0] : "0";
    const words = this.#words.get(letter) ?? this.#wordsWith(letter);
    this.#words.set(letter, words);
    return words;
  }

  /** @returns {Promise<Words>} */
  async #wordsWith(/** @type {string} */ letter) {
    const lists = /** @type {string[][]} */ (await json(new URL(`words/${letter}.json`, this.#folder)));
    const steps = lists.flatMap((list, place) =>
      list.map((word) => /** @type {[string, number]} */ ([word, lists.length - place])),
    );
    return { inOrder: lists.flat(), steps: new Map(steps) };
  }

  /**
   * Every page with a word, or with a word that starts with it or is a form of it.
   *
   * @param {string} word one that the index has
   * @param {Record<string, string>} filters
   * @returns {Promise<Map<string, Hit>>} by the page's id; rejects with an IndexError
   */
  find(word, filters) {
    const key = JSON.stringify([word, filters]);
    const found = this.#found.get(key) ?? this.#search(word, filters);
    this.#found.set(key, found);
    return found;
  }

  /** @returns {Promise<Map<string, Hit>>} */
  async #search(/** @type {string} */ word, /** @type {Record<string, string>} */ filters) {
    let response;
    try {
      const { steps } = await this.#wordsLike(word);
      response = await this.#pagefind.search(shorterForm(word, steps), { filters });
    } catch (error) {
      throw new IndexError("The search index could not be read.", { cause: error });
    }
    // Pagefind goes on when a file of its index does not come. But the index has this word, and these filters.
    const filtersCame = Object.keys(filters).every((name) => name in response.totalFilters);
    if (response.unfilteredResultCount === 0 || !filtersCame) {
      throw new IndexError(`A part of the search index is missing: there is nothing for ${word}.`);
    }
    return new Map(
      response.results.map((result) => [
        result.id.slice(0, this.places.letters),
        { score: result.score, places: result.words, load: () => text(result) },
      ]),
    );
  }
}

/** @returns {Promise<unknown>} */
async function json(/** @type {URL} */ url) {
  const response = await fetch(url).catch((error) => {
    throw new IndexError(`${url.pathname} did not come.`, { cause: error });
  });
  if (!response.ok) throw new IndexError(`${url.pathname} is not there.`);
  return response.json().catch((error) => {
    throw new IndexError(`${url.pathname} cannot be read.`, { cause: error });
  });
}

/** @returns {Promise<Text>} */
async function text(/** @type {Result} */ result) {
  try {
    return await result.data();
  } catch (error) {
    throw new IndexError("The text of a page did not come.", { cause: error });
  }
}
