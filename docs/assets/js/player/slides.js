/** Slides in time with the voice: points that come when they are said, and the seconds of a pause to think. */

import { maybe, part, parts } from "../parts.js";
import { cuesNow, mark } from "./words.js";

/** @typedef {import("./recording.js").Recording} Recording */

/** Seconds between two steps of a countdown where readers want no motion. */
const CALM_STEP = 5;

/** @param {HTMLElement} root @param {Recording} recording */
export function startSlides(root, { media, words }) {
  if (!root.querySelector(".slide")) return;
  startDrawings(root, media);
  mark(media, parts(root, ".slide"));
  startPoints(root, media);
  for (const clock of parts(root, "[data-countdown]")) startCountdown(root, { media, words }, clock);
}

/**
 * What is drawn on the slides comes when somebody goes into the talk: before, nobody sees it. Until it is there, and
 * where it does not come, slides have their words. The next time that somebody plays or seeks, it is asked for again.
 *
 * @param {HTMLElement} root
 * @param {HTMLMediaElement} media
 */
function startDrawings(root, media) {
  const slides = maybe(root, "[data-drawings]", HTMLElement);
  const address = slides?.dataset.drawings;
  if (!slides || !address) return;
  let isAskedFor = false;

  const load = async () => {
    if (isAskedFor) return;
    isAskedFor = true;
    try {
      const response = await fetch(address);
      if (!response.ok) throw new Error();
      slides.append(new DOMParser().parseFromString(await response.text(), "image/svg+xml").documentElement);
    } catch {
      isAskedFor = false;
    }
  };
  media.addEventListener("play", load);
  media.addEventListener("seeking", load);
}

/**
 * A point is there from its words to the end of its slide; whoever seeks back sees it go again.
 *
 * @param {HTMLElement} root
 * @param {HTMLMediaElement} media
 */
function startPoints(root, media) {
  const track = media.addTextTrack("metadata");
  const points = parts(root, "[data-from]");
  track.mode = "hidden";
  points.forEach(({ dataset }, i) => track.addCue(new VTTCue(Number(dataset.from), Number(dataset.until), String(i))));
  track.addEventListener("cuechange", () => {
    const said = new Set(cuesNow(track).map((cue) => points[Number(cue.text)]));
    points.forEach((point) => point.toggleAttribute("data-is-said", said.has(point)));
  });
}

/**
 * The pause is told once when it starts and once when it ends: a number a second would be noise.
 *
 * @param {HTMLElement} root
 * @param {{media: HTMLMediaElement, words: Recording["words"]}} recording
 * @param {HTMLElement} clock
 */
function startCountdown(root, { media, words }, clock) {
  const seconds = Number(clock.dataset.countdown);
  const end = Number(clock.dataset.until);
  const figure = part(clock, "[data-seconds]", HTMLElement);
  const status = part(root, "[data-pause]", HTMLElement);
  const step = matchMedia("(prefers-reduced-motion: reduce)").matches ? CALM_STEP : 1;
  let isRunning = false;

  media.addEventListener("timeupdate", () => {
    const left = Math.min(Math.max(end - media.currentTime, 0), seconds);
    const isNow = left > 0 && left < seconds;
    if (!isNow && !isRunning) return;
    const shown = isNow ? Math.ceil(left / step) * step : seconds;
    figure.textContent = String(Math.min(shown, seconds));
    clock.style.setProperty("--gone", String(100 - (100 * Math.min(shown, seconds)) / seconds));
    if (isNow !== isRunning) status.textContent = isNow ? words.say("think", { seconds }) : words.say("goes_on");
    isRunning = isNow;
  });
}
