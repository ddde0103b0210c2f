/** A page of a package for learning platforms: the player, what the platform keeps of it, and when it is finished. */

import { openCmi5 } from "./course/cmi5.js";
import { startLesson } from "./course/lesson.js";
import { openScorm } from "./course/scorm.js";
import { startPlayer } from "./player/start.js";
import { maybe, part } from "./parts.js";
import { ready } from "./ready.js";

const page = part(document, "[data-course]", HTMLElement);
const player = maybe(page, "[data-player]", HTMLElement);
const recording = player && startPlayer(page, player).recording;
ready(page);

// The page works without it, so nobody waits for a slow platform.
const kind = page.dataset.course ?? "";
const record = kind === "cmi5" ? await openCmi5(location.search) : openScorm(kind);
startLesson(page, recording, record);
