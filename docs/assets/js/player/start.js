/** Starts a player of our own with all its parts. */

import { startControls } from "./controls.js";
import { startDock } from "./dock.js";
import { startMarking } from "./marking.js";
import { startCopying, startMoments } from "./moments.js";
import { startRecording } from "./recording.js";
import { startSlides } from "./slides.js";
import { startCaptions, startFollowing } from "./words.js";

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
  startMarking(recording);
  startCopying(root, recording);
  return { recording, isOpened: startMoments(page, recording) };
}
