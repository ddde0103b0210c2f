/** Loads a provider's player when the reader asks for it. */

import { part } from "../parts.js";
import { Words } from "../say.js";
import { recall, remember } from "../storage.js";
import { teller } from "./recording.js";

/** @param {HTMLElement} root @returns {import("./recording.js").Player} */
export function startOutside(root) {
  const { outside: provider = "", embed = "", title = "" } = root.dataset;
  const place = part(root, "[data-frame]", HTMLElement);
  const cover = part(root, "[data-cover]", HTMLElement);
  const loading = part(root, "[data-load]", HTMLButtonElement);
  const closing = part(root, "[data-unload]", HTMLButtonElement);
  const always = part(root, "[data-always]", HTMLInputElement);
  const key = `outside:${provider}`;
  let start = 0;

  const swap = (/** @type {HTMLIFrameElement[]} */ ...frames) => {
    place.replaceChildren(...frames);
    loading.hidden = cover.hidden = frames.length > 0;
    closing.hidden = place.hidden = !frames.length;
  };

  const load = (/** @type {boolean} */ isPlaying) => {
    const address = new URL(embed);
    const seconds = Math.floor(start);
    if (isPlaying) address.searchParams.set("autoplay", "1");
    if (provider === "Vimeo") address.hash = `t=${seconds}s`;
    else address.searchParams.set("start", provider === "PeerTube" ? `${seconds}s` : String(seconds));
    const frame = document.createElement("iframe");
    frame.title = title;
    frame.allow = "autoplay; fullscreen; encrypted-media; picture-in-picture";
    // Else YouTube shows Error 153.
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.src = address.href;
    swap(frame);
    return frame;
  };

  const go = (/** @type {boolean} */ isPlaying) => (/** @type {number} */ seconds) => {
    start = seconds;
    if (!place.hidden) load(isPlaying);
  };

  loading.addEventListener("click", () => load(true).focus());
  closing.addEventListener("click", () => {
    swap();
    loading.focus();
  });
  always.checked = recall(key) === "yes";
  always.addEventListener("change", () => remember(key, always.checked ? "yes" : null));
  if (always.checked) load(false);
  return { words: new Words(root), tell: teller(root), seek: go(false), playFrom: go(true) };
}
