/** Play, the seek bar, back, forward, speed, volume and full screen; and keys inside the player only. */

import { maybe, part, parts } from "../parts.js";
import { recall, remember } from "../storage.js";
import { clock } from "./moments.js";
import { startChoice } from "./remember.js";

/** @typedef {import("./recording.js").Recording} Recording */

const STEP = 15;

/** @param {HTMLElement} root @param {Recording} recording */
export function startControls(root, { media, words, seek, play }) {
  const button = (/** @type {string} */ name) => part(root, `[data-${name}]`, HTMLButtonElement);
  const move = (/** @type {number} */ by) => seek(Math.min(Math.max(media.currentTime + by, 0), media.duration || 0));
  const toggle = () => (media.paused ? play() : media.pause());
  const label = () => {
    button("play").textContent = words.say(media.paused ? "play" : "pause");
  };

  button("play").addEventListener("click", toggle);
  button("back").addEventListener("click", () => move(-STEP));
  button("forward").addEventListener("click", () => move(STEP));
  media.addEventListener("play", label);
  media.addEventListener("pause", label);

  startSeekBar(root, { media, words, seek });
  startVolume(root, media);
  startFullScreen(root, { media, words });
  startStage(root, media);

  /** @type {Record<string, () => void>} */
  const keys = { k: toggle, j: () => move(-STEP), l: () => move(STEP), c: () => button("captions").click() };
  root.addEventListener("keydown", (event) => {
    // In a list or a field letters have their own meaning; a slider has none for them.
    const isField = event.target instanceof Element && event.target.matches("select, input:not([type=range])");
    const isTaken = isField || event.ctrlKey || event.altKey || event.metaKey;
    if (!isTaken) keys[event.key.toLowerCase()]?.();
  });

  startChoice(root, "speed", (value) => {
    // A recording that is loaded anew starts with the default.
    media.defaultPlaybackRate = media.playbackRate = Number(value);
  });
}

/**
 * The place in the recording: shown, and chosen. It is said as a time and a chapter, not as a number of seconds.
 *
 * @param {HTMLElement} root
 * @param {{media: HTMLMediaElement, words: Recording["words"], seek: Recording["seek"]}} recording
 */
function startSeekBar(root, { media, words, seek }) {
  const bar = part(root, "[data-seek]", HTMLInputElement);
  const now = part(root, "[data-now]", HTMLElement);
  const total = parts(root, ".seek-time").at(-1)?.textContent ?? "";
  const chapters = parts(document, ".chapters [data-start]");

  const show = () => {
    const chapter = chapters.findLast((link) => Number(link.dataset.start) <= media.currentTime);
    const text = clock(media.currentTime);
    if (now.textContent === text && bar.ariaValueText) return;
    now.textContent = text;
    bar.value = String(Math.floor(media.currentTime));
    const place = { time: text, length: total };
    bar.ariaValueText = chapter
      ? words.say("position_in_chapter", { ...place, chapter: chapter.textContent ?? "" })
      : words.say("position", place);
  };
  media.addEventListener("timeupdate", show);
  media.addEventListener("seeking", show);
  bar.addEventListener("input", () => seek(Number(bar.value)));
  show();
}

/**
 * The device remembers it. Where only the device itself sets it, as on an iPhone, there is no slider.
 *
 * @param {HTMLElement} root
 * @param {HTMLMediaElement} media
 */
function startVolume(root, media) {
  const slider = part(root, "[data-volume]", HTMLInputElement);
  media.volume = 0.5;
  part(root, "[data-volume-field]", HTMLElement).hidden = media.volume !== 0.5;
  const use = () => {
    media.volume = Number(slider.value) / 100;
  };
  slider.value = recall("volume") ?? "100";
  use();
  slider.addEventListener("input", () => {
    use();
    remember("volume", slider.value);
  });
}

/**
 * The whole player fills the screen, with its captions and controls; an iPhone can do that with a video alone.
 *
 * @param {HTMLElement} root
 * @param {{media: HTMLMediaElement & {webkitEnterFullscreen?: () => void}, words: Recording["words"]}} recording
 */
function startFullScreen(root, { media, words }) {
  const button = part(root, "[data-full-screen]", HTMLButtonElement);
  const isPossible = document.fullscreenEnabled;
  button.hidden = !isPossible && !media.webkitEnterFullscreen;
  button.addEventListener("click", () => {
    if (!isPossible) media.webkitEnterFullscreen?.();
    else if (document.fullscreenElement) document.exitFullscreen();
    else root.requestFullscreen();
  });
  document.addEventListener("fullscreenchange", () => {
    part(root, "[data-full-screen-name]", HTMLElement).textContent = words.say(
      document.fullscreenElement ? "leave_full_screen" : "full_screen",
    );
  });
}

/**
 * The browser's own controls make way for these, and the cover for the slides once somebody goes into the talk.
 *
 * @param {HTMLElement} root
 * @param {HTMLMediaElement} media
 */
function startStage(root, media) {
  const stage = part(root, "[data-stage]", HTMLElement);
  media.controls = false;
  const open = () => stage.classList.remove("has-cover");
  if (!stage.querySelector(".slide")) return;
  media.addEventListener("play", open);
  media.addEventListener("seeking", open);
}
