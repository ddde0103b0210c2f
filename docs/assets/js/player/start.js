/** Starts a player of our own with all its parts. */

import { startControls } from "./controls.js";
import { startDock } from "./dock.js";
import { startCopying, startMoments } from "./moments.js";
import { startRecording } from "./recording.js";
import { startSlides } from "./slides.js";
import { startCaptions, startFollowing } from "./words.js";
import { maybe } from "../parts.js";
import { recall, remember } from "../storage.js";

/**
 * @param {HTMLElement} page
 * @param {HTMLElement} root the player in it
 * @returns {{recording: import("./recording.js").Recording, isOpened: boolean}} whether the address named a moment
 */
export function startPlayer(page, root) {
  const recording = startRecording(root);
  startControls(root, recording);
  startDock(root, recording);
  startCaptions(root, recording.media);
  startSlides(root, recording);
  startFollowing(recording.media);
  offerMarking(recording);
  startCopying(root, recording);
  return { recording, isOpened: startMoments(page, recording) };
}

/**
 * Few readers have each word marked: what does it is loaded for them alone.
 *
 * @param {import("./recording.js").Recording} recording
 */
function offerMarking(recording) {
  const box = maybe(document, "[data-mark-words]", HTMLInputElement);
  const line = box?.closest("p");
  if (!box || !line) return;
  // Where the browser cannot mark words without changing the page, there is no switch.
  line.hidden = !CSS.highlights;
  if (line.hidden) return;
  const start = async () => {
    const marking = await import("./marking.js").catch(() => null);
    if (marking) return marking.startMarking(box, recording);
    box.checked = false;
    recording.tell(recording.words.say("marking_failed"));
    return wait();
  };
  const wait = () => box.addEventListener("change", start, { once: true });

  box.checked = recall("mark-words") === "on";
  // Before anything is loaded: the reader may leave this page sooner.
  box.addEventListener("change", () => remember("mark-words", box.checked ? "on" : null));
  if (box.checked) start();
  else wait();
}
