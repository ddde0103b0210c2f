/** Reaches every moment of a recording, also where its host ignores Range requests, and says what fails. */

import { part } from "../parts.js";
import { Words } from "../say.js";
import { clock } from "./moments.js";

/**
 * What there is to play, in our own player or in another site's.
 * @typedef {object} Player
 * @property {(seconds: number) => void} seek without playing
 * @property {(seconds: number) => void} playFrom
 * @property {(text: string) => void} tell has it shown and read out
 * @property {Words} words
 *
 * A recording in our own player.
 * @typedef {Player & {media: HTMLMediaElement, play: () => void}} Recording
 */

/** Bytes: a larger recording is not fetched whole. */
const LARGEST = 300e6;
/** Milliseconds of silence. */
const PATIENCE = 15000;
/** Milliseconds after an error in which a recording that plays on has moved on, on a busy machine too. */
const TRIAL = 2000;

/** @param {HTMLElement} root @returns {(text: string) => void} */
export function teller(root) {
  const message = part(root, "[data-message]", HTMLElement);
  return (text) => {
    message.textContent = text;
  };
}

/** @param {HTMLElement} root @returns {Recording} */
export function startRecording(root) {
  const media = part(root, "audio, video", HTMLMediaElement);
  const tell = teller(root);
  const words = new Words(root);
  const address = media.src;
  /** Where to go when it can be reached. @type {number | null} */
  let wanted = null;
  let isFetched = false;
  let isFetching = false;
  let willPlay = false;
  let hasLoaded = media.readyState > 0;
  let isPlaying = false;
  let timer = 0;
  let trial = 0;

  const isReachable = () => {
    const { seekable, duration } = media;
    return !Number.isFinite(duration) || (seekable.length > 0 && seekable.end(seekable.length - 1) >= duration - 1);
  };

  const fail = () => {
    willPlay = false;
    if (hasLoaded) {
      // The pause has the place remembered.
      media.pause();
      tell(words.say("stopped", { time: clock(wanted ?? media.currentTime) }));
      return;
    }
    const message = part(root, "[data-message]", HTMLElement);
    message.tabIndex = -1;
    // What goes away must not take the focus along.
    if (root.contains(document.activeElement)) message.focus();
    root.classList.add("has-failed");
    tell(root.dataset.failed ?? "");
  };

  const fetchWhole = async () => {
    if (isFetched) return;
    isFetched = isFetching = true;
    tell(words.say("loading_whole"));
    try {
      // With a cache, Chromium waits for the request that it has open.
      const response = await fetch(address, { cache: "no-store" });
      if (!response.ok || Number(response.headers.get("Content-Length")) > LARGEST) throw new Error();
      const whole = await response.blob();
      wanted ??= media.currentTime;
      willPlay ||= !media.paused;
      media.src = URL.createObjectURL(whole);
      tell("");
    } catch {
      if (!media.readyState || media.error) fail();
      else tell(words.say("cannot_jump"));
    }
    isFetching = false;
    if (willPlay) play();
  };

  const reach = () => {
    if (wanted === null || !media.readyState) return;
    if (!isReachable()) {
      fetchWhole();
      return;
    }
    // A hair later: browsers round times down, into the part before.
    media.currentTime = wanted + 0.01;
    wanted = null;
  };

  const play = () => {
    // Not from the wrong place while the whole is fetched. If it cannot play, `whenBroken` says so.
    if (isFetching && wanted !== null) willPlay = true;
    else media.play().catch(() => {});
  };

  const rescue = () => {
    wanted ??= media.currentTime;
    willPlay = true;
    if (!isFetched) fetchWhole();
    else if (!isFetching) fail();
  };

  /**
   * Judges by the clock, not by the error: Firefox reports one where there is nothing to play the sound with, and
   * plays on, captions and slides too. It loads no more of the recording, so the clock may stop later.
   */
  const judge = (isTold = false) => {
    const before = media.currentTime;
    clearTimeout(trial);
    trial = window.setTimeout(() => {
      if (media.paused || !media.error) return;
      if (media.currentTime === before) {
        rescue();
        return;
      }
      if (!isTold) tell(words.say("no_sound"));
      judge(true);
    }, TRIAL);
  };

  const whenBroken = () => {
    if (media.readyState) {
      // Chromium pauses by itself what cannot go on. An error in what is paused can wait until it is to play.
      if (isPlaying && media.paused) rescue();
      else if (isPlaying) judge();
    } else if (!isFetched) fetchWhole();
    else fail();
  };

  const wait = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      tell(words.say("slow"));
      media.addEventListener("playing", () => tell(""), { once: true });
    }, PATIENCE);
  };

  const on = (/** @type {string} */ names, /** @type {() => void} */ act) => {
    for (const name of names.split(" ")) media.addEventListener(name, act);
  };
  on("loadedmetadata", () => {
    hasLoaded = true;
    reach();
  });
  on("error", whenBroken);
  on("play", () => {
    isPlaying = true;
    if (media.error) judge();
  });
  on("pause", () => {
    isPlaying = false;
  });
  on("play seeking", () => {
    if (media.readyState && !isReachable()) fetchWhole();
  });
  on("play waiting", () => {
    if (media.readyState < 3) wait();
  });
  on("playing pause", () => clearTimeout(timer));
  if (media.networkState === media.NETWORK_NO_SOURCE) whenBroken();

  const seek = (/** @type {number} */ seconds) => {
    wanted = seconds;
    reach();
  };
  const playFrom = (/** @type {number} */ seconds) => {
    seek(seconds);
    play();
  };
  return { media, words, tell, seek, play, playFrom };
}
