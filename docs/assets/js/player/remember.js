/** What this device remembers for the player: the choices made, and how far the reader came. */

import { maybe, part } from "../parts.js";
import { recall, remember } from "../storage.js";
import { clock } from "./moments.js";

/** Seconds: closer to either end there is nothing to carry on. */
const EDGE = 10;

/**
 * Offers to carry on, unless the page `isOpened` at a moment: that comes first.
 *
 * @param {HTMLElement} root
 * @param {import("./recording.js").Recording} recording
 * @param {boolean} isOpened
 */
export function startResuming(root, { media, words, playFrom }, isOpened) {
  const button = part(root, "[data-resume]", HTMLButtonElement);
  const key = `position:${root.dataset.slug}`;
  const position = Number(recall(key));

  const note = () => {
    // What broke keeps its place, though nothing of it was played; what never loaded has none.
    if (!media.readyState || (!media.played.length && !media.error)) return;
    const isMiddle = media.currentTime > EDGE && media.currentTime < media.duration - EDGE;
    remember(key, isMiddle ? String(Math.floor(media.currentTime)) : null);
  };
  media.addEventListener("pause", note);
  window.addEventListener("pagehide", note);
  media.addEventListener("play", () => {
    button.hidden = true;
  });

  if (isOpened || !(position > EDGE)) return;
  button.textContent = words.say("carry_on", { time: clock(position) });
  button.hidden = false;
  button.addEventListener("click", () => {
    // This button goes away: focus goes on to another.
    part(root, "[data-play]", HTMLButtonElement).focus();
    playFrom(position);
  });
}

/**
 * A list of choices that the device remembers; `use` gets the choice at once, and whenever it changes.
 *
 * @param {HTMLElement} root
 * @param {string} name
 * @param {(value: string) => void} use
 */
export function startChoice(root, name, use) {
  const select = maybe(root, `[data-${name}]`, HTMLSelectElement);
  if (!select) return;
  const before = recall(name);
  if (before !== null && [...select.options].some((option) => option.value === before)) select.value = before;
  use(select.value);
  select.addEventListener("change", () => {
    use(select.value);
    remember(name, select.value);
  });
}
