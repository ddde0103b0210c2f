/** A small bar with Play at the foot of the window, while the reader is in the transcript and the player is not in sight. */

import { maybe, part } from "../parts.js";
import { clock } from "./moments.js";

/** @typedef {import("./recording.js").Recording} Recording */

/** @param {HTMLElement} root @param {Recording} recording */
export function startDock(root, { media, words, play }) {
  const dock = maybe(document, "[data-dock]", HTMLElement);
  if (!dock) return;
  const button = part(dock, "[data-dock-play]", HTMLButtonElement);
  const now = part(dock, "[data-dock-now]", HTMLElement);
  let isAway = false;

  const show = () => {
    // Not before somebody has gone into the talk: until then there is nothing to go back to.
    dock.hidden = !isAway || (media.paused && media.currentTime === 0);
    button.textContent = words.say(media.paused ? "play" : "pause");
    now.textContent = clock(media.currentTime);
  };
  new IntersectionObserver(([entry]) => {
    isAway = !entry.isIntersecting;
    show();
  }).observe(root);
  button.addEventListener("click", () => (media.paused ? play() : media.pause()));
  for (const name of ["play", "pause", "seeked", "timeupdate"]) media.addEventListener(name, show);
}
