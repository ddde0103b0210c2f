/** Play, back, forward and speed: buttons, and keys inside the player only. */

import { startChoice } from "./remember.js";

const STEP = 15;

/** @param {HTMLElement} root @param {Recording} recording see recording.js */
export function startControls(root, { media, seek, play }) {
  const button = (name) => root.querySelector(`[data-${name}]`);
  const move = (by) => seek(Math.min(Math.max(media.currentTime + by, 0), media.duration || 0));
  const toggle = () => (media.paused ? play() : media.pause());
  const label = () => (button("play").textContent = media.paused ? "Play" : "Pause");

  button("play").addEventListener("click", toggle);
  button("back").addEventListener("click", () => move(-STEP));
  button("forward").addEventListener("click", () => move(STEP));
  media.addEventListener("play", label);
  media.addEventListener("pause", label);

  const keys = { k: toggle, j: () => move(-STEP), l: () => move(STEP), c: () => button("captions").click() };
  root.addEventListener("keydown", (event) => {
    // In a list or a field letters have their own meaning.
    const isTaken = event.target.matches("select, input") || event.ctrlKey || event.altKey || event.metaKey;
    if (!isTaken) keys[event.key.toLowerCase()]?.();
  });

  startChoice(root, "speed", (value) => {
    // A recording that is loaded anew starts with the default.
    media.defaultPlaybackRate = media.playbackRate = Number(value);
  });
}
