/**
 * Words that a script shows. The page brings them, in its own language (data/interface.en.yml), as JSON in the
 * attribute `data-words` of the element that the script works on.
 */

/** A word, or its forms by the kind of number that they go with. @typedef {string | Record<string, string>} Word */

export class Words {
  /** @type {Record<string, Word>} */
  #words;

  /** @param {HTMLElement} place the element with the words, or one inside it */
  constructor(place) {
    const owner = /** @type {HTMLElement | null} */ (place.closest("[data-words]"));
    this.#words = JSON.parse(owner?.dataset.words ?? "{}");
  }

  /**
   * @param {string} name
   * @param {Record<string, string | number>} [values] for the {names} in the words
   * @returns {string}
   * @throws {RangeError} if the page does not bring these words
   */
  say(name, values = {}) {
    const word = this.#words[name];
    if (typeof word !== "string") throw new RangeError(`the page has no words for ${name}`);
    return filled(word, values);
  }

  /**
   * The form that goes with a number, with the number in it.
   *
   * @param {string} name
   * @param {number} count
   * @param {Record<string, string | number>} [values]
   * @returns {string}
   * @throws {RangeError} if the page does not bring these words
   */
  count(name, count, values = {}) {
    const forms = this.#words[name];
    if (typeof forms !== "object") throw new RangeError(`the page has no forms of ${name}`);
    const form = new Intl.PluralRules(document.documentElement.lang).select(count);
    return filled(forms[form] ?? forms.other, { ...values, count });
  }
}

/**
 * @param {string} words
 * @param {Record<string, string | number>} values
 */
function filled(words, values) {
  return words.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}
