/** Draws results. Everything from the index is put in as text, never as markup. */

/**
 * @param {string} name
 * @param {string} className
 * @param {...(Node | string)} children
 */
function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** `4:10` or `1:02:03`. */
function clock(/** @type {number} */ seconds) {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = String(seconds % 60).padStart(2, "0");
  return hours ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}

/** The words as text, those that were looked for as marks. */
function marked(/** @type {import("./answer.js").Excerpt} */ pieces) {
  return pieces.map((piece) => (piece.marked ? element("mark", "", piece.text) : piece.text));
}

function excerpt(/** @type {import("./answer.js").Excerpt} */ pieces) {
  return element("p", "excerpt", ...marked(pieces));
}

/** A link with what it says. */
export function link(/** @type {string} */ url, /** @type {(Node | string)[]} */ ...children) {
  const made = element("a", "", ...children);
  made.setAttribute("href", url);
  return made;
}

function place(/** @type {string} */ root, /** @type {import("./answer.js").Place} */ found) {
  const time = found.seconds === null ? [] : [element("span", "moment-time", clock(found.seconds)), " "];
  return element("li", "", link(root + found.url, ...time, ...marked(found.heading)), excerpt(found.excerpt));
}

/**
 * @param {import("./answer.js").Answer} answer
 * @param {string} root leads from the page to the site's top
 * @param {string} kind the kind as readers see it
 * @param {import("../say.js").Words} words
 * @returns {HTMLElement} an item for the list of results
 */
export function result(answer, root, kind, words) {
  const facts = [kind, answer.length, answer.presenters].filter(Boolean);
  const item = element("li", "result");
  item.append(
    element("h2", "", link(root + answer.url, answer.title)),
    element("ul", "facts", ...facts.map((fact) => element("li", "", fact))),
  );
  if (answer.excerpt) item.append(excerpt(answer.excerpt));
  if (answer.places.length) {
    const places = element("ul", "places", ...answer.places.map((found) => place(root, found)));
    const inTime = answer.places.some((found) => found.seconds !== null);
    places.setAttribute("aria-label", words.say(inTime ? "moments" : "parts", { title: answer.title }));
    item.append(places);
  }
  return item;
}
