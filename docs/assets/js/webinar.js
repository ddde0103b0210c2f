/** A webinar's page, and its player for other sites: joins the parts that are there. */

import { startControls } from "./player/controls.js";
import { startDock } from "./player/dock.js";
import { startMarking } from "./player/marking.js";
import { startCopying, startMoments } from "./player/moments.js";
import { startOutside } from "./player/outside.js";
import { startRecording } from "./player/recording.js";
import { startResuming } from "./player/remember.js";
import { startSlides } from "./player/slides.js";
import { startCaptions, startFollowing } from "./player/words.js";
import { ready } from "./ready.js";

const page = document.querySelector("[data-webinar]");
const player = document.querySelector("[data-player]");
const outside = document.querySelector("[data-outside]");

if (player) {
  const recording = startRecording(player);
  startControls(player, recording);
  startDock(player, recording);
  startCaptions(player, recording.media);
  startSlides(player, recording);
  startFollowing(recording.media);
  startMarking(recording);
  startCopying(player, recording);
  startResuming(player, recording, startMoments(page, recording));
} else if (page) {
  startMoments(page, outside && startOutside(outside));
}
document.querySelectorAll("[data-webinar], [data-webinar-words]").forEach(ready);
