/** A webinar's page, and its player for other sites: joins the parts that are there. */

import { startMoments } from "./player/moments.js";
import { startResuming } from "./player/remember.js";
import { startPlayer } from "./player/start.js";
import { maybe } from "./parts.js";
import { ready } from "./ready.js";

const page = maybe(document, "[data-webinar]", HTMLElement);
const player = maybe(document, "[data-player]", HTMLElement);
const outside = maybe(document, "[data-outside]", HTMLElement);

/** What shows another site's player is loaded for a recording that is there. */
async function start() {
  if (!page) return;
  if (player) {
    const { recording, isOpened } = startPlayer(page, player);
    startResuming(player, recording, isOpened);
  } else {
    startMoments(page, outside && (await import("./player/outside.js")).startOutside(outside));
  }
}

const share = maybe(document, "[data-share]", HTMLElement);
share?.addEventListener("toggle", async () => (await import("./share/panel.js")).startShare(share), { once: true });
// The code for other sites may leave the chapters out.
if (new URLSearchParams(location.search).get("chapters") === "off") document.querySelector(".embed .chapters")?.remove();
start().then(() => document.querySelectorAll("[data-webinar], [data-webinar-words]").forEach(ready));
