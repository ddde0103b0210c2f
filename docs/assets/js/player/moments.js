/** Moments have addresses: opens the page's own, plays from those in the text, copies new ones. */

import { maybe, part, parts } from "../parts.js";

/** @typedef {import("./recording.js").Player} Player */
/** @typedef {import("./recording.js").Recording} Recording */

const UNITS = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s?)?$/;
const CLOCK = /^(?:(\d+):)?(\d{1,2}):(\d{2})$/;

/** @param {string} text such as 400, 400s, 6m40s, 6:40 @returns {number | null} seconds; null for what is no time */
export function parseTime(text) {
  const found = text && (UNITS.exec(text) ?? CLOCK.exec(text));
  if (!found) return null;
  const [hours, minutes, seconds] = found.slice(1).map((part) => Number(part ?? 0));
  return hours * 3600 + minutes * 60 + seconds;
}

/** @param {number} seconds @returns {string} such as 6:40 or 1:02:03 */
export function clock(seconds) {
  const time = new Date(seconds * 1000).toISOString().slice(11, 19);
  return time.replace(/^(00:0?|0)/, "");
}

/**
 * The moment or clip in an address: ?t=6m40s, #t=400, #t-400, #t=400,460.
 * @param {Location} address
 * @returns {{start: number | null, end: number | null, id: string} | null} `start` is null if it cannot be read
 */
function parseMoment({ search, hash }) {
  if (hash.startsWith("#t-")) return { start: parseTime(hash.slice(3)), end: null, id: hash.slice(1) };
  const text = new URLSearchParams(hash.slice(1)).get("t") ?? new URLSearchParams(search).get("t");
  if (text === null) return null;
  const [from, to] = text.split(",");
  const start = parseTime(from);
  const end = to ? parseTime(to) : null;
  return { start, end: start !== null && end !== null && end > start ? end : null, id: "" };
}

/** @param {HTMLElement} page @param {Player | Recording | null} player @returns {boolean} whether a moment is opened */
export function startMoments(page, player) {
  const recording = player && "media" in player ? player : null;
  const clips = recording?.media.addTextTrack("metadata");

  /** Has the recording stop by itself at `end`; null has it play on. */
  const clip = (/** @type {number | null} */ end) => {
    if (!clips || !recording) return;
    const { media, tell, words } = recording;
    clips.mode = "hidden";
    for (const cue of [...(clips.cues ?? [])]) clips.removeCue(cue);
    if (end === null) return;
    const cue = new VTTCue(0, end, "");
    cue.onexit = () => {
      // Seeking past the end leaves the clip too.
      if (media.paused || media.seeking || media.currentTime > end + 1) return;
      media.pause();
      tell(words.say("clip_ended"));
    };
    clips.addCue(cue);
  };

  const open = () => {
    const moment = parseMoment(location);
    if (!moment) return false;
    const { id, end } = moment;
    let { start } = moment;
    const length = Number(page.dataset.duration);
    if (start === null || start > length) {
      player?.tell(
        start === null
          ? player.words.say("unreadable_time")
          : player.words.say("late_time", { length: clock(length) }),
      );
      return false;
    }
    const target = document.getElementById(id) ?? paragraphAt(start);
    if (id && target) start = Math.max(startOf(target), start);
    player?.seek(start);
    clip(end);
    player?.tell(end ? player.words.say("clip", { start: clock(start), end: clock(end) }) : "");
    if (target) show(target);
    return true;
  };

  if (recording) {
    for (const link of parts(document, ".moment")) {
      const time = [...link.childNodes].find((node) => node instanceof Text)?.data ?? "";
      link.ariaLabel = recording.words.say("play_from", { time });
    }
  }
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.matches(".moment") && player) {
      event.preventDefault();
      history.replaceState(null, "", link.hash);
      clip(null);
      player.playFrom(startOf(link));
    } else if (link.matches(".embed [data-start]") && player) {
      event.preventDefault();
      player.seek(startOf(link));
    } else if (link.hash && link.href === location.href) {
      // The same address again: no other event comes.
      open();
    }
  });
  window.addEventListener("hashchange", open);
  return open();
}

/**
 * "Link to this moment": into the clipboard or, where that is refused, into a field.
 *
 * @param {HTMLElement} root
 * @param {Recording} recording
 */
export function startCopying(root, { media, words, tell }) {
  const button = maybe(root, "[data-copy]", HTMLButtonElement);
  if (!button) return;
  const row = part(root, "[data-copy-field]", HTMLElement);
  const field = part(row, "input", HTMLInputElement);

  button.addEventListener("click", async () => {
    // Up to the next tenth: the link must not lead to the paragraph before.
    const seconds = Math.ceil(media.currentTime * 10 - 0.2) / 10;
    field.value = `${location.href.split(/[?#]/)[0]}#t=${seconds}`;
    try {
      await navigator.clipboard.writeText(field.value);
      row.hidden = true;
      tell(words.say("link_copied", { time: clock(seconds) }));
    } catch {
      row.hidden = false;
      field.select();
      tell(words.say("copy_link", { time: clock(seconds) }));
    }
  });
}

/** @param {Element} element @returns {number} when the part that it is in starts */
function startOf(element) {
  return Number(element.closest("[data-start]")?.getAttribute("data-start"));
}

/** @param {number} seconds @returns {HTMLElement | undefined} the paragraph being spoken then */
function paragraphAt(seconds) {
  const paragraphs = parts(document, ".said[data-start]");
  return paragraphs.findLast((paragraph) => startOf(paragraph) <= seconds) ?? paragraphs[0];
}

/** @param {HTMLElement} element comes into view and takes focus */
function show(element) {
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  element.scrollIntoView({ behavior: "instant" });
}
