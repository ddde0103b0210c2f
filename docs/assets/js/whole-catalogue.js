/**
 * Webinars as the catalogue's filters see them: from the cards of the page, or, where there are too many webinars for
 * one page, from a list of all that is fetched when somebody first asks for it.
 */

/**
 * A webinar: what filters and sorting go by, and its place in the list.
 *
 * @typedef {object} Entry
 * @property {string} title
 * @property {number} seconds
 * @property {string} published
 * @property {Record<string, string | undefined>} filters ids with spaces between, by the name of the filter
 * @property {() => HTMLElement} item
 */

/** @typedef {{slug: string, title: string, length: string, seconds: number, presenters: string, published: string,
 *   filters: Record<string, string>}} Listed */

/** @param {HTMLElement} item a card of the page, in its place @returns {Entry} */
export function entryOf(item) {
  const card = /** @type {HTMLElement} */ (item.querySelector("[data-webinar]"));
  return {
    title: card.querySelector("a")?.textContent ?? "",
    seconds: Number(card.dataset.seconds),
    published: card.dataset.published ?? "",
    filters: card.dataset,
    item: () => item,
  };
}

export class WholeCatalogue {
  /** @type {Promise<Entry[]> | undefined} */
  #entries;

  /**
   * @param {string} address of the list of all webinars
   * @param {Element} pattern a card in its place, as the page has it
   * @param {HTMLFormElement} form whose choices name topics, rungs and formats
   */
  constructor(address, pattern, form) {
    this.address = address;
    this.pattern = pattern.cloneNode(true);
    this.form = form;
  }

  /** All webinars, in the suggested order. Rejects if they do not load; asked again, it tries again. */
  entries() {
    this.#entries ??= this.#load().catch((error) => {
      this.#entries = undefined;
      throw error;
    });
    return this.#entries;
  }

  async #load() {
    const response = await fetch(this.address);
    if (!response.ok) throw new Error(`${this.address}: ${response.status}`);
    return /** @type {Listed[]} */ (await response.json()).map((listed) => this.#entry(listed));
  }

  /** @param {Listed} listed @returns {Entry} */
  #entry(listed) {
    /** @type {HTMLElement | undefined} */
    let item;
    return { ...listed, item: () => (item ??= this.#card(listed)) };
  }

  /** A card like those of the page, without the summary. @param {Listed} listed */
  #card(listed) {
    const item = /** @type {HTMLElement} */ (this.pattern.cloneNode(true));
    const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (item.querySelector(name));
    part("[data-webinar]").dataset.webinar = listed.slug;
    part("img").setAttribute("src", `${listed.slug}/cover.svg`);
    part("a").setAttribute("href", `${listed.slug}/`);
    part("a").textContent = listed.title;
    part("time").setAttribute("datetime", `PT${listed.seconds}S`);
    part("time").textContent = listed.length;
    part(".facts li:last-child").textContent = listed.presenters;
    part("[data-webinar] > p").remove();
    const details = item.querySelectorAll("dd");
    ["topic", "rung", "format"].forEach((name, index) => {
      if (details[index]) details[index].textContent = this.#names(name, listed.filters[name] ?? "");
    });
    return item;
  }

  /** What the choices of a filter call these. @param {string} filter @param {string} ids */
  #names(filter, ids) {
    const choices = /** @type {HTMLSelectElement} */ (this.form.elements.namedItem(filter)).options;
    const wanted = ids.split(" ");
    return [...choices].filter((choice) => wanted.includes(choice.value)).map((choice) => choice.text).join(", ");
  }
}
