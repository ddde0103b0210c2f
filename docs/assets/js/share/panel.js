/** The panel to share or cite a webinar: chooses a part, keeps the texts up to date, copies them. Loaded when opened. */

import { clock, parseTime } from "../player/moments.js";
import { maybe, part, parts } from "../parts.js";
import { Words } from "../say.js";
import { copied } from "./copying.js";

/**
 * Moments of a clip in seconds; null where nothing is chosen, and NaN for what is no time.
 * @typedef {{start: number | null, end: number | null}} Clip
 */

/** @param {HTMLElement} panel */
export function startShare(panel) {
  const words = new Words(panel);
  const link = part(panel, "[data-share-link]", HTMLInputElement);
  const embed = part(panel, "[data-share-embed]", HTMLTextAreaElement);
  const size = part(panel, "[data-share-size]", HTMLSelectElement);
  const chapters = part(panel, "[data-share-chapters]", HTMLInputElement);
  const status = part(panel, "[data-share-status]", HTMLElement);
  const address = link.value;
  const code = embed.value;

  startClip(panel, (clip) => {
    const wrong = fault(clip, Number(panel.dataset.duration));
    status.textContent = wrong && words.say(wrong);
    if (!wrong) show(clip);
    return !wrong;
  });

  /** @type {Clip} */
  let shown = { start: null, end: null };
  /** @param {Clip} clip */
  function show(clip) {
    shown = clip;
    const { start, end } = clip;
    const moment = start === null && end === null ? "" : `#t=${start ?? 0}${end === null ? "" : `,${end}`}`;
    const [width, height] = size.value.split(" ");
    link.value = address + moment;
    embed.value = code
      .replace(/src="[^"]*"/, `src="${address}embed/${chapters.checked ? "" : "?chapters=off"}${moment}"`)
      .replace(/width="[^"]*"/, `width="${width}"`)
      .replace(/height="[^"]*"/, `height="${height}"`);
  }
  for (const control of [size, chapters]) control.addEventListener("change", () => show(shown));

  for (const button of parts(panel, "[data-copy-field]")) startCopy(panel, button, words, status);
  for (const control of parts(panel, "[data-with-script]")) control.hidden = false;
}

/** @param {Clip} clip @param {number} length @returns {string} which words say what is wrong with it; empty if nothing */
function fault({ start, end }, length) {
  if (Number.isNaN(start) || Number.isNaN(end)) return "unreadable_time";
  if ((start ?? 0) > length) return "late_time";
  return end !== null && end <= (start ?? 0) ? "wrong_order" : "";
}

/**
 * The part of the webinar: a chapter, times that somebody writes, or where the player is.
 *
 * @param {HTMLElement} panel
 * @param {(clip: Clip) => boolean} choose whether the clip is right
 */
function startClip(panel, choose) {
  const chapter = part(panel, "[data-share-chapter]", HTMLSelectElement);
  const start = part(panel, "[data-share-start]", HTMLInputElement);
  const end = part(panel, "[data-share-end]", HTMLInputElement);
  const now = part(panel, "[data-share-now]", HTMLButtonElement);
  const media = maybe(document, "[data-player] :is(audio, video)", HTMLMediaElement);

  /** @param {Clip} clip */
  const use = (clip) => {
    const isRight = choose(clip);
    for (const field of [start, end]) field.ariaInvalid = String(!isRight);
  };
  /** Moments to the tenth of a second: the fields show whole seconds. @param {Clip} clip */
  const fill = (clip) => {
    start.value = clip.start === null ? "" : clock(clip.start);
    end.value = clip.end === null ? "" : clock(clip.end);
    use(clip);
  };
  const read = () => use({ start: written(start), end: written(end) });

  chapter.addEventListener("change", () => {
    const [from, to] = chapter.value.split(" ").map(Number);
    fill(chapter.value ? { start: from, end: to } : { start: null, end: null });
  });
  for (const field of [start, end]) field.addEventListener("change", read);
  if (!media) now.remove();
  // Up to the next tenth: the link must not lead to the paragraph before.
  now.addEventListener("click", () => {
    if (media) fill({ start: Math.ceil(media.currentTime * 10 - 0.2) / 10, end: written(end) });
  });
}

/** @param {HTMLInputElement} field @returns {number | null} */
function written(field) {
  const text = field.value.trim();
  return text ? (parseTime(text) ?? NaN) : null;
}

/**
 * @param {HTMLElement} panel
 * @param {HTMLElement} button
 * @param {Words} words
 * @param {HTMLElement} status is read out when it changes
 */
function startCopy(panel, button, words, status) {
  button.addEventListener("click", async () => {
    const field = panel.querySelector(`#${button.dataset.copyField}`);
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    const what = field.labels?.[0].textContent ?? "";
    const isCopied = await copied(field.value);
    if (!isCopied) {
      field.focus();
      field.select();
    }
    status.textContent = words.say(isCopied ? "copied" : "not_copied", { what });
  });
}
