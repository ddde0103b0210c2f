/** The seconds to think at a question: with the recording they run in its pause, without it from when it is shown. */

import { maybe } from "../parts.js";

/** @import { Deck } from "./deck.js" */
/** @import { Words } from "../say.js" */

/** Seconds between two steps where readers want no motion. */
const CALM_STEP = 5;

/**
 * @param {HTMLElement} root
 * @param {Deck} deck
 * @param {HTMLMediaElement | null} talk
 * @param {Words} words
 * @param {(text: string) => void} tell
 */
export function startThinking(root, deck, talk, words, tell) {
  const step = matchMedia("(prefers-reduced-motion: reduce)").matches ? CALM_STEP : 1;
  /** @type {number | undefined} */
  let timer;

  deck.whenShown((slide) => {
    clearInterval(timer);
    const seconds = Number(slide.dataset.think ?? 0);
    if (!seconds) return;
    const begun = performance.now();
    let isOver = false;
    let isTold = false;
    const left = () => {
      if (!talk || talk.paused) return Math.max(0, seconds - (performance.now() - begun) / 1000);
      return Math.min(Math.max(0, Number(slide.dataset.end) - talk.currentTime), seconds);
    };
    const run = () => {
      const now = left();
      show(slide, Math.min(Math.ceil(now / step) * step, seconds), seconds);
      if (!isTold && now < seconds) tell(words.say("think", { seconds }));
      isTold ||= now < seconds;
      if (now > 0 || isOver) return;
      isOver = true;
      clearInterval(timer);
      tell(words.say("time_over"));
    };
    timer = window.setInterval(run, 250);
  });
}

/** @param {HTMLElement} slide @param {number} left @param {number} seconds */
function show(slide, left, seconds) {
  const clock = maybe(slide, "[data-countdown]", HTMLElement);
  const figure = maybe(slide, "[data-seconds]", HTMLElement);
  if (!clock || !figure) return;
  figure.textContent = String(left);
  clock.style.setProperty("--gone", String(100 - (100 * left) / seconds));
}
