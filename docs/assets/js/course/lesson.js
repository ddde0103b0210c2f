/** When somebody has finished, and where they were: told to the learning platform, and to them. */

import { clock } from "../player/moments.js";
import { maybe, part } from "../parts.js";
import { Words } from "../say.js";
import { Heard } from "./heard.js";
import { NOTHING } from "./record.js";

/** @typedef {import("./record.js").CourseRecord} CourseRecord */
/** @typedef {import("../player/recording.js").Recording} Recording */

/** Seconds of playing after which the platform hears of it: a computer that dies then has lost no more. */
const OFTEN = 15;

/**
 * @param {HTMLElement} page
 * @param {Recording | null} recording
 * @param {CourseRecord | null} record null where no platform answers
 */
export function startLesson(page, recording, record) {
  const words = new Words(page);
  const status = part(page, "[data-course-status]", HTMLElement);
  const button = part(page, "[data-read]", HTMLButtonElement);
  const heard = new Heard(Number(page.dataset.duration), record?.kept.heard ?? "");
  const { place, isFinished } = record?.kept ?? NOTHING;
  const state = { place, heard: String(heard), isFinished };

  const tell = (/** @type {string} */ text) => {
    status.textContent = text;
  };
  const showFinished = () => {
    // It keeps its place, so that nobody's focus is lost.
    button.setAttribute("aria-disabled", "true");
    tell(words.say(record ? "finished" : "finished_alone"));
  };
  const finish = () => {
    if (state.isFinished) return;
    state.isFinished = true;
    record?.keep(state);
    showFinished();
  };

  if (state.isFinished) showFinished();
  else if (!record) tell(words.say("alone"));
  button.addEventListener("click", finish);
  window.addEventListener("pagehide", () => record?.close(state));
  // From the browser's memory the page would come back to a visit that is closed.
  window.addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
  if (record) startLeaving(page, record, words, tell, () => state);
  if (!recording) return;

  const { media, seek } = recording;
  if (place > 0) {
    seek(place);
    recording.tell(words.say("resumed", { time: clock(place) }));
    media.addEventListener("play", () => recording.tell(""), { once: true });
  }
  let last = 0;
  const note = () => {
    heard.add(media.played);
    state.heard = String(heard);
    // Until it can be played, the clock stands at the start. After the end, the next visit begins anew.
    if (media.readyState && !media.seeking) state.place = media.ended ? 0 : Math.floor(media.currentTime);
  };
  const keep = () => {
    note();
    last = media.currentTime;
    record?.keep(state);
  };
  media.addEventListener("timeupdate", () => {
    note();
    if (!media.paused && Math.abs(media.currentTime - last) >= OFTEN) keep();
  });
  media.addEventListener("pause", keep);
  media.addEventListener("seeked", () => {
    keep();
    // Whoever came back for what they had skipped has heard it all without coming to the end again.
    if (heard.isWhole && !media.ended) finish();
  });
  media.addEventListener("ended", () => {
    keep();
    if (heard.isWhole) finish();
    else if (!state.isFinished) tell(words.say("skipped"));
  });
}

/**
 * @param {HTMLElement} page
 * @param {CourseRecord} record
 * @param {Words} words
 * @param {(text: string) => void} tell
 * @param {() => import("./record.js").Kept} state
 */
function startLeaving(page, { leave }, words, tell, state) {
  const button = maybe(page, "[data-leave]", HTMLButtonElement);
  if (!button || !leave) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const address = await leave(state());
    if (address) location.assign(address);
    else tell(words.say("left"));
  });
}
