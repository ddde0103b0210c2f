/** Narrows down and sorts the catalogue's rendered list; the address holds what was chosen. */

import { ready } from "./ready.js";
import { Words } from "./say.js";

const SORTS = {
  /** @param {HTMLElement} one @param {HTMLElement} other */
  newest: (one, other) => (other.dataset.published ?? "").localeCompare(one.dataset.published ?? ""),
  /** @param {HTMLElement} one @param {HTMLElement} other */
  shortest: (one, other) => Number(one.dataset.seconds) - Number(other.dataset.seconds),
  /** @param {HTMLElement} one @param {HTMLElement} other */
  title: (one, other) => title(one).localeCompare(title(other), document.documentElement.lang),
};

function title(/** @type {HTMLElement} */ card) {
  return card.querySelector("a")?.textContent ?? "";
}

class Catalogue {
  #list;
  #form;
  /** In the order in which the page has them: the suggested order. @type {{item: HTMLElement, card: HTMLElement}[]} */
  #cards;

  /** @param {HTMLElement} catalogue */
  constructor(catalogue) {
    this.catalogue = catalogue;
    this.words = new Words(catalogue);
    this.#form = /** @type {HTMLFormElement} */ (catalogue.querySelector("form"));
    this.#list = /** @type {HTMLElement} */ (catalogue.querySelector(".cards"));
    this.#cards = [...this.#list.children].map((item) => ({
      item: /** @type {HTMLElement} */ (item),
      card: /** @type {HTMLElement} */ (item.querySelector("[data-webinar]")),
    }));
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
    history.pushState(null, "", query ? `?${query}` : location.pathname);
    this.#show();
  }

  #show() {
    const filters = this.#selects.filter((select) => select.name !== "sort" && select.value);
    const fits = (/** @type {HTMLElement} */ card) =>
      filters.every(({ name, value }) => (card.dataset[name] ?? "").split(" ").includes(value));
    for (const { item, card } of this.#cards) item.hidden = !fits(card);
    this.#sort();
    this.#count(filters.length > 0);
  }

  #sort() {
    const select = /** @type {HTMLSelectElement} */ (this.#form.elements.namedItem("sort"));
    const compare = SORTS[/** @type {keyof typeof SORTS} */ (select.value)];
    const inOrder = compare ? [...this.#cards].sort((one, other) => compare(one.card, other.card)) : this.#cards;
    this.#list.append(...inOrder.map(({ item }) => item));
  }

  #count(/** @type {boolean} */ narrowed) {
    const all = this.#cards.length;
    const shown = this.#cards.filter(({ item }) => !item.hidden).length;
    const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (this.catalogue.querySelector(name));
    part("[data-count]").textContent = narrowed
      ? this.words.count("some", all, { shown })
      : this.words.count("all", all);
    part("[data-none]").hidden = shown > 0;
    // The list by topic shows all webinars, so it would contradict the filters.
    part(".catalogue-topics").hidden = narrowed;
  }
}

const catalogue = document.querySelector("[data-catalogue]");
if (catalogue instanceof HTMLElement) {
  new Catalogue(catalogue);
  ready(catalogue);
}
