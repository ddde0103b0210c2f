/** How long the session has been going: from the first time that somebody turns a slide. */

import { clock } from "../player/moments.js";
import { part } from "../parts.js";

/** @import { Deck } from "./deck.js" */

/** @param {HTMLElement} root @param {Deck} deck */
export function startClock(root, deck) {
  const shown = part(root, "[data-clock]", HTMLElement);
  let begun = 0;
  deck.whenShown((_, index) => {
    if (begun || index === 0) return;
    begun = Date.now();
    window.setInterval(() => (shown.textContent = clock((Date.now() - begun) / 1000)), 1000);
  });
}
