/** Loads a provider's player when the reader asks for it. */

import { Words } from "../say.js";
import { recall, remember } from "../storage.js";
import { teller } from "./recording.js";

/** @param {HTMLElement} root @returns {Recording} see recording.js */
export function startOutside(root) {
  const { outside: provider, embed, title } = root.dataset;
  const part = (name) => root.querySelector(`[data-${name}]`);
  const always = part("always");
  const key = `outside:${provider}`;
  let start = 0;

  const swap = (...frames) => {
    part("frame").replaceChildren(...frames);
    part("load").hidden = frames.length > 0;
    part("cover").hidden = frames.length > 0;
    part("unload").hidden = part("frame").hidden = !frames.length;
  };

  const load = (isPlaying) => {
    const address = new URL(embed);
    const seconds = Math.floor(start);
    if (isPlaying) address.searchParams.set("autoplay", "1");
    if (provider === "Vimeo") address.hash = `t=${seconds}s`;
    else address.searchParams.set("start", provider === "PeerTube" ? `${seconds}s` : seconds);
    const frame = document.createElement("iframe");
    frame.title = title;
    frame.allow = "autoplay; fullscreen; encrypted-media; picture-in-picture";
    // Else YouTube shows Error 153.
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    frame.src = address.href;
    swap(frame);
    return frame;
  };

  const go = (isPlaying) => (seconds) => {
    start = seconds;
    if (!part("frame").hidden) load(isPlaying);
  };

  part("load").addEventListener("click", () => load(true).focus());
  part("unload").addEventListener("click", () => {
    swap();
    part("load").focus();
  });
  always.checked = recall(key) === "yes";
  always.addEventListener("change", () => remember(key, always.checked ? "yes" : null));
  if (always.checked) load(false);
  return { words: new Words(root), tell: teller(root), seek: go(false), playFrom: go(true) };
}
