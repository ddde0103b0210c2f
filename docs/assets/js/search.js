/** The search page: asks the index while the reader types, and keeps the question in the address. */

import { ready } from "./ready.js";
import { Words } from "./say.js";
import { FILTERS, fromAddress, toAddress } from "./search/state.js";
import { link, result } from "./search/view.js";

/** @typedef {import("./search/index.js").SearchIndex} SearchIndex */

/** What answers questions is loaded with the first one. */
const asking = () => import("./search/ask.js");

/** Milliseconds without a key after which the reader has stopped typing. */
const STILL = 400;
/** Milliseconds after which somebody who waits for an answer is told so. */
const LATE = 500;
/** Results that are fetched and shown at once. */
const PAGE = 4;

class SearchPage {
  #root;
  #form;
  #index = /** @type {Promise<SearchIndex> | null} */ (null);
  #run = 0;
  #timer = 0;
  #title = document.title;
  /** @type {import("./search/ask.js").Found | null} */
  #found = null;

  /** @param {HTMLElement} page */
  constructor(page) {
    this.page = page;
    this.said = new Words(page);
    this.#root = page.dataset.search ?? "";
    this.#form = /** @type {HTMLFormElement} */ (page.querySelector("form"));
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#ask("enter");
    });
    this.#words.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#ask("typing"), STILL);
    });
    this.#form.addEventListener("change", (event) => {
      if (event.target instanceof HTMLSelectElement) this.#ask("filter");
    });
    this.#part("clear").addEventListener("click", () => {
      this.#fill({ q: this.#words.value, filters: {} });
      this.#ask("filter");
    });
    this.#part("search-more").addEventListener("click", () => this.#more());
    addEventListener("popstate", () => this.#start());
    ready(page);
    this.#start();
  }

  get #words() {
    return /** @type {HTMLInputElement} */ (this.#form.elements.namedItem("q"));
  }

  /** @returns {HTMLElement} */
  #part(/** @type {string} */ name) {
    return /** @type {HTMLElement} */ (this.page.querySelector(`[data-${name}]`));
  }

  #select(/** @type {string} */ name) {
    return /** @type {HTMLSelectElement} */ (this.#form.elements.namedItem(name));
  }

  /** Searches for what the address says: when the page opens, and on the way back and forward. */
  #start() {
    const state = fromAddress(location.search);
    this.#fill(state);
    const narrow = this.page.querySelector("details");
    if (narrow && Object.keys(state.filters).length) narrow.open = true;
    this.#search(history.state?.shown ?? PAGE);
  }

  #fill(/** @type {import("./search/state.js").State} */ state) {
    this.#words.value = state.q;
    for (const name of FILTERS) {
      const select = this.#select(name);
      select.value = state.filters[name] ?? "";
      // An address may name what the site does not have.
      if (select.selectedIndex < 0) select.value = "";
    }
  }

  /** @returns {import("./search/state.js").State} */
  get #state() {
    const chosen = FILTERS.map((name) => [name, this.#select(name).value]).filter(([, value]) => value);
    return { q: this.#words.value, filters: Object.fromEntries(chosen) };
  }

  /**
   * Puts the question into the address and searches. What is typed in one go is one step of the history,
   * so that going back leads to the question before, not to half a word.
   */
  #ask(/** @type {"typing" | "enter" | "filter"} */ how) {
    clearTimeout(this.#timer);
    const address = toAddress(this.#state);
    const state = { typing: how === "typing" };
    const sameStep = history.state?.typing && how !== "filter";
    if (address === (location.search || location.pathname)) {
      if (how !== "typing") history.replaceState({ ...history.state, ...state }, "");
    } else if (sameStep) {
      history.replaceState(state, "", address);
    } else {
      history.pushState(state, "", address);
    }
    this.#search(PAGE);
  }

  async #search(/** @type {number} */ shown) {
    const run = ++this.#run;
    const { q, filters } = this.#state;
    document.title = q.trim() ? `${q.trim()} - ${this.#title}` : this.#title;
    if (!q.trim()) {
      this.#clear();
      return;
    }
    this.page.setAttribute("aria-busy", "true");
    // Now, not with the answer: by then somebody may be on one of its links, who would lose their place.
    this.#part("search-browse").hidden = true;
    const late = setTimeout(() => {
      this.#part("search-status").textContent = this.said.say("searching");
    }, LATE);
    try {
      this.#index ??= import("./search/index.js").then((module) => module.SearchIndex.open(this.#root));
      const [index, { ask }] = await Promise.all([this.#index, asking()]);
      const found = await ask(index, q, filters);
      if (!found.results.length) await this.#offerTerms(index, q);
      const items = await this.#items(found, 0, shown);
      if (run !== this.#run) return;
      this.#found = found;
      this.#show(items, found);
    } catch (error) {
      if (run === this.#run) this.#fail(error);
    } finally {
      clearTimeout(late);
    }
  }

  /**
   * @param {import("./search/ask.js").Found} found
   * @param {number} from
   * @param {number} to
   * @returns {Promise<HTMLElement[]>}
   */
  async #items(found, from, to) {
    const kinds = [...this.#select("kind").options];
    const { answersOf } = await asking();
    return (await answersOf(found, from, to)).map((shown) => {
      const kind = kinds.find((option) => option.value === shown.kind);
      return result(shown, this.#root, kind?.text ?? "", this.said);
    });
  }

  #show(/** @type {HTMLElement[]} */ items, /** @type {import("./search/ask.js").Found} */ { query, results, count }) {
    this.page.removeAttribute("aria-busy");
    this.#setUnavailable(false);
    this.#part("search-browse").hidden = count > 0;
    this.#part("search-results").replaceChildren(...items);
    this.#part("search-results").hidden = !items.length;
    this.#part("search-more").hidden = items.length >= results.length;
    this.#part("search-help").hidden = count > 0;
    const notes = [
      ...query.corrected.map(([typed, used]) => this.said.say("corrected", { typed, used })),
      ...query.unknown.map((typed) => this.said.say("unknown", { typed })),
    ];
    this.#part("search-notes").textContent = notes.join(" ");
    this.#part("search-notes").hidden = !notes.length;
    this.#part("search-status").textContent = count ? this.#counted(count, results.length) : this.said.say("no_results");
  }

  #counted(/** @type {number} */ count, /** @type {number} */ shown) {
    const counted = this.said.count("results", count);
    return count > shown ? this.said.say("best", { results: counted, shown }) : counted;
  }

  /** Offers words of the site that are near to what was asked. */
  async #offerTerms(/** @type {SearchIndex} */ index, /** @type {string} */ asked) {
    const { nearTerms } = await import("./search/suggest.js");
    const terms = await nearTerms(index, asked);
    const items = terms.map(({ text, url }) => {
      const item = document.createElement("li");
      item.append(link(this.#root + url, text));
      return item;
    });
    this.#part("search-terms").replaceChildren(...items);
    this.#part("search-near").hidden = !items.length;
  }

  /** Nothing is asked for. */
  #clear() {
    this.page.removeAttribute("aria-busy");
    this.#found = null;
    this.#part("search-results").replaceChildren();
    for (const name of ["search-results", "search-more", "search-help", "search-notes"]) this.#part(name).hidden = true;
    this.#part("search-browse").hidden = false;
    this.#part("search-status").textContent = "";
  }

  #setUnavailable(/** @type {boolean} */ isUnavailable) {
    this.#part("search-unavailable").classList.toggle("is-needed", isUnavailable);
  }

  async #more() {
    const shown = this.#part("search-results").children.length;
    if (!this.#found) return;
    try {
      const items = await this.#items(this.#found, shown, shown + PAGE);
      this.#part("search-results").append(...items);
      history.replaceState({ ...history.state, shown: shown + items.length }, "");
      this.#part("search-more").hidden = shown + items.length >= this.#found.results.length;
      items[0]?.querySelector("a")?.focus();
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(/** @type {unknown} */ error) {
    console.warn(error);
    this.#clear();
    // The next question may find the index whole.
    this.#index = null;
    this.#part("search-status").textContent = this.said.say("failed");
    this.#setUnavailable(true);
  }
}

const page = document.querySelector("[data-search]");
if (page instanceof HTMLElement) new SearchPage(page);
