/** Finds parts of a page, as what they are. */

/**
 * @template {Element} Kind
 * @param {ParentNode} place
 * @param {string} selector
 * @param {new () => Kind} kind such as HTMLButtonElement
 * @returns {Kind | null} the first that the selector finds, if it is of this kind
 */
export function maybe(place, selector, kind) {
  const found = place.querySelector(selector);
  return found instanceof kind ? found : null;
}

/**
 * @template {Element} Kind
 * @param {ParentNode} place
 * @param {string} selector
 * @param {new () => Kind} kind
 * @returns {Kind}
 * @throws {TypeError} if the page does not have it
 */
export function part(place, selector, kind) {
  const found = maybe(place, selector, kind);
  if (!found) throw new TypeError(`the page has no ${selector}`);
  return found;
}

/**
 * @param {ParentNode} place
 * @param {string} selector
 * @returns {HTMLElement[]} all that the selector finds, in the order of the page
 */
export function parts(place, selector) {
  return [...place.querySelectorAll(selector)].filter((found) => found instanceof HTMLElement);
}
