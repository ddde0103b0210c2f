/** Speaks with platforms that know SCORM: 1.2, and 2004. The platform's part is an object in a window around this one. */

import { NOTHING } from "./record.js";

/** @typedef {import("./record.js").CourseRecord} CourseRecord */
/** @typedef {import("./record.js").Kept} Kept */
/** @typedef {Record<string, (...values: string[]) => string>} Api */

/** How each edition calls the same things. */
const EDITIONS = {
  scorm12: {
    api: "API",
    calls: { start: "LMSInitialize", get: "LMSGetValue", set: "LMSSetValue", send: "LMSCommit", end: "LMSFinish" },
    place: "cmi.core.lesson_location",
    status: "cmi.core.lesson_status",
    exit: "cmi.core.exit",
    finished: ["completed", "passed"],
  },
  scorm2004: {
    api: "API_1484_11",
    calls: { start: "Initialize", get: "GetValue", set: "SetValue", send: "Commit", end: "Terminate" },
    place: "cmi.location",
    status: "cmi.completion_status",
    exit: "cmi.exit",
    finished: ["completed"],
  },
};
const HEARD = "cmi.suspend_data";

/** @param {string} kind one of EDITIONS @returns {CourseRecord | null} null where no platform answers */
export function openScorm(kind) {
  const edition = kind === "scorm12" ? EDITIONS.scorm12 : EDITIONS.scorm2004;
  const api = apiAround(edition.api);
  if (!api) return null;
  const call = (/** @type {keyof typeof edition.calls} */ name, /** @type {string[]} */ ...values) => {
    try {
      return String(api[edition.calls[name]](...values));
    } catch (error) {
      // A platform that breaks keeps nothing, and the page goes on.
      console.warn(error);
      return "";
    }
  };
  if (call("start", "") !== "true") return null;

  let isFinished = edition.finished.includes(call("get", edition.status));
  const heard = call("get", HEARD);
  const kept = { place: Number(call("get", edition.place)) || NOTHING.place, heard, isFinished };
  if (!isFinished) call("set", edition.status, "incomplete");
  const keep = (/** @type {Kept} */ state) => {
    call("set", edition.place, String(state.place));
    call("set", HEARD, state.heard);
    if (state.isFinished && !isFinished) call("set", edition.status, "completed");
    isFinished = state.isFinished;
    // Else the next visit would start anew.
    call("set", edition.exit, "suspend");
    call("send", "");
  };
  const close = (/** @type {Kept} */ state) => {
    keep(state);
    call("end", "");
  };
  return { kept, keep, close, leave: null };
}

/**
 * The platform's object: in a window around this one, or around the window that opened it (SCORM 2004 4th edition,
 * Run-Time Environment, 3.2).
 *
 * @param {string} name
 * @returns {Api | null}
 */
function apiAround(name) {
  return above(window, name) ?? (window.opener ? above(window.opener, name) : null);
}

/** @param {Window} start @param {string} name @returns {Api | null} */
function above(start, name) {
  for (let place = start; ; place = place.parent) {
    try {
      const found = /** @type {Api | undefined} */ (Reflect.get(place, name));
      if (found) return found;
    } catch {
      // A window of another site: what is around it may be the platform's.
    }
    if (place === place.parent) return null;
  }
}
