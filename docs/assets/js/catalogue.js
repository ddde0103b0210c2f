/** Narrows down and sorts the catalogue's rendered list; the address holds what was chosen. */

import { IS_FROM_FOLDER } from "./from-folder.js";
import { ready } from "./ready.js";
import { Words } from "./say.js";
import { WholeCatalogue, entryOf } from "./whole-catalogue.js";

/** @typedef {import("./whole-catalogue.js").Entry} Entry */

const SORTS = {
  /** @param {Entry} one @param {Entry} other */
  newest: (one, other) => other.published.localeCompare(one.published),
  /** @param {Entry} one @param {Entry} other */
  shortest: (one, other) => one.seconds - other.seconds,
  /** @param {Entry} one @param {Entry} other */
  title: (one, other) => one.title.localeCompare(other.title, document.documentElement.lang),
};

class Catalogue {
  #list;
  #form;
  /** In the order in which the page has them: the suggested order. @type {Entry[]} */
  #entries;
  /** Where the page has some of many webinars only: all of them. @type {WholeCatalogue | undefined} */
  #whole;
  /** How many are shown at once. */
  #most = Infinity;
  /** All that fits, shown or not yet. @type {Entry[]} */
  #waiting = [];
  /** Counts what was asked for: an answer that comes late is for nobody. */
  #asked = 0;

  /** @param {HTMLElement} catalogue */
  constructor(catalogue) {
    this.catalogue = catalogue;
    this.words = new Words(catalogue);
    this.#form = /** @type {HTMLFormElement} */ (catalogue.querySelector("form"));
    this.#list = /** @type {HTMLElement} */ (catalogue.querySelector(".cards"));
    this.#entries = [...this.#list.children].map((item) => entryOf(/** @type {HTMLElement} */ (item)));
    if (catalogue.dataset.catalogue) {
      this.#whole = new WholeCatalogue(catalogue.dataset.catalogue, this.#list.children[0], this.#form);
      this.#most = this.#entries.length;
    }
    this.#part("[data-more]")?.addEventListener("click", () => this.#showMore());
    this.#form.addEventListener("change", () => this.#choose());
    this.#form.addEventListener("submit", (event) => event.preventDefault());
    this.#form.addEventListener("reset", (event) => {
      event.preventDefault();
      for (const select of this.#selects) select.value = "";
      this.#choose();
    });
    const fold = catalogue.querySelector("[data-fold]");
    fold?.addEventListener("click", () => {
      fold.setAttribute("aria-expanded", String(this.#form.classList.toggle("is-open")));
    });
    addEventListener("popstate", () => this.#read());
    this.#read();
  }

  /** @returns {HTMLSelectElement[]} */
  get #selects() {
    return [...this.#form.querySelectorAll("select")];
  }

  /** Shows what the address asks for. A value that the catalogue does not have counts as none. */
  #read() {
    const asked = new URLSearchParams(location.search);
    for (const select of this.#selects) {
      select.value = asked.get(select.name) ?? "";
      if (select.selectedIndex < 0) select.value = "";
    }
    this.#show();
  }

  /** Puts what was chosen into the address, and shows it. */
  #choose() {
    const chosen = this.#selects.filter((select) => select.value).map((select) => [select.name, select.value]);
    const query = new URLSearchParams(chosen).toString();
    if (!IS_FROM_FOLDER) history.pushState(null, "", query ? `?${query}` : location.pathname);
    this.#show();
  }

  async #show() {
    this.#asked += 1;
    const asked = this.#asked;
    const filters = this.#selects.filter((select) => select.name !== "sort" && select.value);
    const sort = /** @type {HTMLSelectElement} */ (this.#form.elements.namedItem("sort")).value;
    if (this.#whole) this.#most = this.#entries.length;
    const all = await this.#all(filters.length > 0 || Boolean(sort));
    if (asked !== this.#asked) return;
    const fitting = (all ?? this.#entries).filter((entry) =>
      filters.every(({ name, value }) => (entry.filters[name] ?? "").split(" ").includes(value)),
    );
    const compare = SORTS[/** @type {keyof typeof SORTS} */ (sort)];
    this.#place(compare ? fitting.sort(compare) : fitting);
    this.#count(fitting.length, filters.length > 0);
    if (all === undefined) this.#part("[data-count]").textContent = this.words.say("failed");
    const slices = this.#part("[data-slices]");
    // The pages have all webinars in the suggested order, which is another one than what was asked for.
    if (slices) slices.hidden = all !== undefined && all !== this.#entries;
  }

  /** What is to be looked through; undefined if it does not load. @param {boolean} narrowed */
  async #all(narrowed) {
    if (!this.#whole || !narrowed) return this.#entries;
    try {
      return await this.#whole.entries();
    } catch {
      return undefined;
    }
  }

  /** @param {Entry[]} entries */
  #place(entries) {
    const shown = entries.slice(0, this.#most);
    this.#list.replaceChildren(...shown.map((entry) => entry.item()));
    const more = this.#part("[data-more]");
    if (more) more.hidden = shown.length === entries.length;
    this.#waiting = entries;
  }

  /** Shows as many again, and goes to the first of them. */
  #showMore() {
    const before = this.#list.children.length;
    this.#most += this.#entries.length;
    this.#place(this.#waiting);
    this.#list.children[before]?.querySelector("a")?.focus();
  }

  /** @param {string} name @returns {HTMLElement} null where the page has no such part */
  #part(name) {
    return /** @type {HTMLElement} */ (this.catalogue.querySelector(name));
  }

  #count(/** @type {number} */ shown, /** @type {boolean} */ narrowed) {
    const all = Number(this.catalogue.dataset.all ?? this.#entries.length);
    this.#part("[data-count]").textContent = narrowed
      ? this.words.count("some", all, { shown })
      : this.words.count("all", all);
    this.#part("[data-none]").hidden = shown > 0;
    // The list by topic shows all webinars, so it would contradict the filters.
    const topics = this.#part(".catalogue-topics");
    if (topics) topics.hidden = narrowed;
  }
}

const catalogue = document.querySelector("[data-catalogue]");
if (catalogue instanceof HTMLElement) {
  new Catalogue(catalogue);
  ready(catalogue);
}
