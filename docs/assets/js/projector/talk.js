/** The recording, for those who want it with the slides: it turns them, and stops after each question. */

import { maybe, part } from "../parts.js";

/** @import { Deck } from "./deck.js" */
/** @import { Words } from "../say.js" */

/** Seconds by which a slide's own start is after the end of the one before. */
const HAIR = 0.05;

/**
 * @param {HTMLElement} root
 * @param {Deck} deck
 * @param {Words} words
 * @param {(text: string) => void} tell
 * @returns {HTMLMediaElement | null} none where there is nothing to play
 */
export function startTalk(root, deck, words, tell) {
  const talk = maybe(root, "[data-talk]", HTMLMediaElement);
  if (!talk) return null;
  const button = part(root, "[data-play]", HTMLButtonElement);
  /** @param {HTMLElement} slide */
  const startOf = (slide) => Number(slide.dataset.start);
  const isOn = (/** @type {HTMLElement} */ slide) =>
    talk.currentTime >= startOf(slide) - HAIR && talk.currentTime < Number(slide.dataset.end) - HAIR;
  /** A slide that the recording turns to by itself is not sought in it. */
  let isTurning = false;
  /** The question that the recording has stopped after. @type {HTMLElement | null} */
  let asked = null;

  /** @param {number} index */
  const turnTo = (index) => {
    isTurning = true;
    deck.show(index);
    isTurning = false;
  };

  button.addEventListener("click", () => {
    if (!talk.paused) {
      talk.pause();
      return;
    }
    // After a question it goes on with the next slide.
    if (deck.slides[deck.index()] === asked) turnTo(deck.index() + 1);
    asked = null;
    const slide = deck.slides[deck.index()];
    if (!isOn(slide)) talk.currentTime = startOf(slide);
    talk.play().catch(() => tell(words.say("no_sound")));
  });
  const label = () => (button.textContent = words.say(talk.paused ? "play" : "stop"));
  talk.addEventListener("play", label);
  talk.addEventListener("pause", label);

  deck.whenShown((slide) => {
    if (!isTurning && !isOn(slide) && !talk.paused) talk.currentTime = startOf(slide);
  });
  talk.addEventListener("timeupdate", () => {
    if (talk.paused || talk.seeking) return;
    const current = deck.slides[deck.index()];
    if (talk.currentTime < Number(current.dataset.end) - HAIR) return;
    if (current.dataset.think) {
      // After a question the group goes on when it is ready.
      talk.pause();
      asked = current;
      return;
    }
    turnTo(deck.slides.findLastIndex((slide) => startOf(slide) <= talk.currentTime + HAIR));
  });
  return talk;
}
