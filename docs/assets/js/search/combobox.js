/**
 * Suggestions below a field for words, as the ARIA practices describe an editable combobox with a list
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/): the arrow keys choose, Enter goes there, Escape closes.
 * What is suggested is loaded when somebody types.
 */

/** Milliseconds without a key after which something is suggested. */
const STILL = 120;
/** Letters from which on something is suggested. */
const SHORTEST = 2;

/** @typedef {{text: string, url: string}} Suggestion */

class Combobox {
  #input;
  #list;
  #root;
  #timer = 0;
  #run = 0;
  #chosen = -1;
  /** @type {Suggestion[]} */
  #shown = [];

  /**
   * @param {HTMLInputElement} input with the way to the search page in `data-suggest`, and the list's name beside it
   * @param {string} before what was in it when somebody went there
   */
  constructor(input, before) {
    this.#input = input;
    this.#root = new URL("..", new URL(input.dataset.suggest ?? "", location.href)).href;
    this.#list = document.createElement("ul");
    this.#list.id = `${input.id}-suggestions`;
    this.#list.className = "suggestions no-print";
    this.#list.hidden = true;
    this.#list.setAttribute("role", "listbox");
    this.#list.setAttribute("aria-label", input.dataset.suggestions ?? "");
    // A search field may not be a combobox; a text field may.
    input.type = "text";
    input.enterKeyHint = "search";
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", this.#list.id);
    input.after(this.#list);
    input.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#suggest(), STILL);
    });
    input.addEventListener("keydown", (event) => this.#press(event));
    input.addEventListener("blur", () => this.#close());
    // Somebody may have typed while this was loading.
    if (input.value !== before) this.#timer = setTimeout(() => this.#suggest(), STILL);
    input.form?.addEventListener("submit", () => this.#close());
    // Before the field loses the focus, which would close the list.
    this.#list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.#list.addEventListener("click", ({ target }) => {
      const option = target instanceof Element ? target.closest("[role=option]") : null;
      if (option) this.#go([...this.#list.children].indexOf(option));
    });
  }

  async #suggest() {
    const run = ++this.#run;
    const typed = this.#input.value.trim();
    if (typed.length < SHORTEST) {
      this.#close();
      return;
    }
    try {
      const { suggest } = await import("./suggest.js");
      const found = await suggest(this.#root, typed);
      if (run === this.#run && document.activeElement === this.#input) this.#show(found);
    } catch (error) {
      // The field works without suggestions.
      console.warn(error);
      this.#close();
    }
  }

  #show(/** @type {Suggestion[]} */ found) {
    this.#shown = found;
    this.#list.replaceChildren(
      ...found.map(({ text }, index) => {
        const option = document.createElement("li");
        option.id = `${this.#list.id}-${index}`;
        option.setAttribute("role", "option");
        option.setAttribute("aria-selected", "false");
        option.textContent = text;
        return option;
      }),
    );
    this.#choose(-1);
    this.#list.hidden = !found.length;
    this.#input.setAttribute("aria-expanded", String(found.length > 0));
  }

  #close() {
    clearTimeout(this.#timer);
    this.#run += 1;
    this.#show([]);
  }

  #choose(/** @type {number} */ index) {
    this.#chosen = index;
    [...this.#list.children].forEach((option, number) => {
      option.setAttribute("aria-selected", String(number === index));
      if (number === index) option.scrollIntoView({ block: "nearest" });
    });
    if (index < 0) this.#input.removeAttribute("aria-activedescendant");
    else this.#input.setAttribute("aria-activedescendant", `${this.#list.id}-${index}`);
  }

  #go(/** @type {number} */ index) {
    const chosen = this.#shown[index];
    this.#close();
    if (chosen) location.assign(this.#root + chosen.url);
  }

  #press(/** @type {KeyboardEvent} */ event) {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const last = this.#shown.length - 1;
    if (event.key === "Escape" && last >= 0) {
      event.preventDefault();
      this.#close();
    } else if (event.key === "Enter" && this.#chosen >= 0) {
      event.preventDefault();
      this.#go(this.#chosen);
    } else if (event.key === "ArrowDown" && last >= 0) {
      event.preventDefault();
      // After the last one comes the field itself.
      this.#choose(this.#chosen === last ? -1 : this.#chosen + 1);
    } else if (event.key === "ArrowUp" && last >= 0) {
      event.preventDefault();
      this.#choose(this.#chosen < 0 ? last : this.#chosen - 1);
    }
  }
}

/**
 * Gives suggestions to a field that has none yet.
 *
 * @param {HTMLInputElement} input
 * @param {string} before what was in it when somebody went there
 */
export function giveSuggestions(input, before) {
  if (!input.hasAttribute("role")) new Combobox(input, before);
}
