/** Marks the word that is being said in the transcript, for readers who switch it on. Nothing in the page changes. Loaded then. */

import { part, parts } from "../parts.js";

const NAME = "word-said";

/**
 * Starts to mark, as the reader has just chosen or chose before.
 *
 * @param {HTMLInputElement} box
 * @param {import("./recording.js").Recording} recording
 */
export function startMarking(box, { media, words, tell }) {
  const paragraphs = parts(document, ".said[data-start]");
  /** @type {number[][] | undefined} when each word of each paragraph starts, in hundredths of a second */
  let times;
  let timer = 0;

  const show = () => {
    clearTimeout(timer);
    CSS.highlights.delete(NAME);
    if (!box.checked || !times) return;
    const now = media.currentTime * 100;
    const index = times.findLastIndex(([first]) => first <= now);
    const word = index < 0 ? -1 : times[index].findLastIndex((start) => start <= now);
    if (word >= 0) CSS.highlights.set(NAME, new Highlight(rangeOf(paragraphs[index], word)));
    const next = times[index]?.[word + 1] ?? times[index + 1]?.[0];
    if (!media.paused && next) timer = window.setTimeout(show, ((next - now) * 10) / media.playbackRate);
  };

  const load = async () => {
    try {
      times ??= (await (await fetch("words.json")).json()).map(added);
    } catch {
      box.checked = false;
      tell(words.say("marking_failed"));
    }
    show();
  };

  const choose = () => {
    if (box.checked) load();
    else show();
  };

  box.addEventListener("change", choose);
  choose();
  for (const name of ["play", "pause", "seeked", "ratechange"]) media.addEventListener(name, show);
}

/** @param {number[]} steps a start, and how much later each word starts than the one before @returns {number[]} starts */
function added(steps) {
  let sum = 0;
  return steps.map((step) => (sum += step));
}

/** @param {HTMLElement} paragraph @param {number} index @returns {Range} around its word of this number */
function rangeOf(paragraph, index) {
  // After the speaker's name, if that stands before the words.
  const text = part(paragraph, "p", HTMLElement).lastChild;
  if (!(text instanceof Text)) throw new TypeError("a paragraph ends with its words");
  const word = [...text.data.matchAll(/\S+/g)][index];
  const range = new Range();
  range.setStart(text, word?.index ?? 0);
  range.setEnd(text, word ? word.index + word[0].length : 0);
  return range;
}
